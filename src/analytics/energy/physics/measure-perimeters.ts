import type { PackedGeometry } from '../../../geo/packed-geometry.ts'
import { forEachRing, forEachSegment } from '../../../geo/rings.ts'

/**
 * Length in metres of a feature's rings: outer walls and those of courtyards. Walls shared with a neighbour are in it,
 * since the data do not tell them apart.
 */
export function perimeterOf(geometry: PackedGeometry, feature: number): number {
  let length = 0
  forEachRing(geometry, feature, (from, to) =>
    forEachSegment(geometry.positions, (x1, y1, x2, y2) => (length += Math.hypot(x2 - x1, y2 - y1)), from, to),
  )
  return length
}

/** `perimeterOf` each feature. */
export function measurePerimeters(geometry: PackedGeometry): Float64Array {
  return Float64Array.from({ length: geometry.featureStarts.length - 1 }, (_, feature) => perimeterOf(geometry, feature))
}
