const RADIANS_PER_DEGREE = Math.PI / 180

/** The camera's vertical field of view, the same in every view. */
export const VERTICAL_FIELD_OF_VIEW_DEGREES = 45

/** Lines of sight flatter than this are measured as if they were this steep: no infinite distances. */
const FLATTEST_SIGHT_DEGREES = 4

/** Distance in metres from the camera to the ground in the middle of the view. */
export function sightDistanceMetres(heightMetres: number, pitchDegrees: number): number {
  const downDegrees = Math.max(-pitchDegrees, FLATTEST_SIGHT_DEGREES)
  return heightMetres / Math.sin(downDegrees * RADIANS_PER_DEGREE)
}

/**
 * Metres across one pixel, measured along the horizontal of the screen at the ground in its middle.
 * `viewportHeightPixels` is in CSS pixels.
 */
export function metresPerPixel(heightMetres: number, pitchDegrees: number, viewportHeightPixels: number): number {
  const distanceMetres = sightDistanceMetres(heightMetres, pitchDegrees)
  const halfAngle = (VERTICAL_FIELD_OF_VIEW_DEGREES / 2) * RADIANS_PER_DEGREE
  return (2 * distanceMetres * Math.tan(halfAngle)) / Math.max(viewportHeightPixels, 1)
}

/** The longest 1, 2 or 5 times a power of ten that is not wider than `maximumPixels`. */
export function chooseScaleBar(metresPerOnePixel: number, maximumPixels: number): { readonly metres: number; readonly pixels: number } {
  const widest = metresPerOnePixel * maximumPixels
  const power = 10 ** Math.floor(Math.log10(widest))
  const step = [5, 2, 1].find((candidate) => candidate * power <= widest) ?? 1
  return { metres: step * power, pixels: (step * power) / metresPerOnePixel }
}
