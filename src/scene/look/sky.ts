import { VERTICAL_FIELD_OF_VIEW_DEGREES } from '../../geo/scale.ts'
import type { CameraPose } from '../../cities/city.ts'

const RADIANS_PER_DEGREE = Math.PI / 180
const EARTH_RADIUS_METRES = 6_371_000

/**
 * How high the horizon stands in a view, as a share of its height from the bottom (may lie outside
 * 0-1). The canvas is see-through over the sky, and the page paints a plain gradient from here up.
 */
export function horizonShare(pose: CameraPose): number {
  const dip = Math.acos(EARTH_RADIUS_METRES / (EARTH_RADIUS_METRES + Math.max(pose.heightMetres, 0)))
  const above = -pose.pitchDegrees * RADIANS_PER_DEGREE - dip
  if (above > 1.4) return 3
  return 0.5 + Math.tan(above) / (2 * Math.tan((VERTICAL_FIELD_OF_VIEW_DEGREES / 2) * RADIANS_PER_DEGREE))
}

/** Sets the gradient behind a view's canvas. */
export function paintSky(element: HTMLElement, pose: CameraPose): void {
  const percent = Math.min(Math.max(horizonShare(pose), -1), 3) * 100
  element.style.setProperty('--horizon-height', `${percent.toFixed(1)}%`)
}
