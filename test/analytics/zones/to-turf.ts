import { multiPolygon } from '@turf/turf'
import { groupRings } from '../../../src/analytics/zones/planar-rings.ts'
import type { PackedGeometry } from '../../../src/geo/packed-geometry.ts'

/** A feature as Turf takes it, relative to an origin: by the rings as they are, outer first. */
export function toTurf(geometry: PackedGeometry, feature: number, [x, y]: readonly [number, number]) {
  return multiPolygon(
    groupRings(geometry, feature, x, y).map((rings) =>
      rings.map((ring) =>
        Array.from({ length: ring.length / 2 }, (_, point) => [ring[point * 2] as number, ring[point * 2 + 1] as number]),
      ),
    ),
  )
}
