/**
 * Geoid height N over the ellipsoid as a quadratic in longitude and latitude:
 * N = c0 + c1·x + c2·y + c3·x² + c4·x·y + c5·y², x and y in degrees from the origin.
 * Ellipsoidal height h = H + N, H in the city's own height system.
 */
export interface GeoidModel {
  readonly longitudeOriginDegrees: number
  readonly latitudeOriginDegrees: number
  readonly coefficientsMetres: readonly [number, number, number, number, number, number]
  /** West, south, east, north: outside it the quadratic is not to be trusted. */
  readonly boundsDegrees: readonly [number, number, number, number]
  readonly maximumErrorMetres: number
}

/** Geoid height in metres; positions outside the bounds are clamped to them, so it never runs away. */
export function geoidHeightMetres(model: GeoidModel, longitudeDegrees: number, latitudeDegrees: number): number {
  const [west, south, east, north] = model.boundsDegrees
  const x = Math.min(Math.max(longitudeDegrees, west), east) - model.longitudeOriginDegrees
  const y = Math.min(Math.max(latitudeDegrees, south), north) - model.latitudeOriginDegrees
  const [c0, c1, c2, c3, c4, c5] = model.coefficientsMetres
  return c0 + c1 * x + c2 * y + c3 * x * x + c4 * x * y + c5 * y * y
}
