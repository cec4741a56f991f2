import { castRay } from './cast-ray.ts'
import type { Scene } from './scene.ts'

/** Directions of a horizon: azimuth k is k × 360° / count clockwise from north. */
export interface Compass {
  readonly count: number
  /** East and north part of each, interleaved. */
  readonly directions: Float64Array
}

/** @throws RangeError where there are fewer than 4 directions */
export function makeCompass(count: number): Compass {
  if (!(Number.isInteger(count) && count >= 4)) throw new RangeError(`Expected at least 4 azimuths, found ${count}`)
  const directions = new Float64Array(count * 2)
  for (let azimuth = 0; azimuth < count; azimuth++) {
    const radians = (azimuth * 2 * Math.PI) / count
    directions[azimuth * 2] = Math.sin(radians)
    directions[azimuth * 2 + 1] = Math.cos(radians)
  }
  return { count, directions }
}

/**
 * The horizon around a point: for each direction the tangent of the angle at which the highest thing stands within the
 * distance, 0 where nothing does. The angle to a wall of height h at the distance d is atan(h / d).
 *
 * @param tangents filled with one value a direction, where it is given
 */
export function horizonTangents(
  scene: Scene,
  [x, y, z]: readonly [eastMetres: number, northMetres: number, heightMetres: number],
  { count, directions }: Compass,
  distanceMetres: number,
  tangents: Float64Array = new Float64Array(count),
): Float64Array {
  for (let azimuth = 0; azimuth < count; azimuth++) {
    tangents[azimuth] = castRay(scene, x, y, z, directions[azimuth * 2] as number, directions[azimuth * 2 + 1] as number, distanceMetres)
  }
  return tangents
}

/**
 * Share of the sky that a level surface sees, 0-1: 1 − mean of sin²(horizon angle) over the directions, which is the
 * share of evenly bright sky's light that it gets. Of tangents t, sin² is t² / (1 + t²).
 */
export function skyViewFactor(tangents: ArrayLike<number>): number {
  let sum = 0
  for (let azimuth = 0; azimuth < tangents.length; azimuth++) {
    const squared = (tangents[azimuth] as number) ** 2
    sum += squared === Infinity ? 1 : squared / (1 + squared)
  }
  return 1 - sum / tangents.length
}
