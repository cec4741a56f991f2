import { converterBetween, type EpsgCode } from '../../geo/crs.ts'
import type { PackedGeometry } from '../../geo/packed-geometry.ts'
import { packRing } from '../../geo/rings.ts'
import type { Polygon } from '../../scenario/types.ts'

/** A polygon of degrees as the only feature of a geometry in a plane, its rings closed. */
export function packArea(polygon: Polygon, epsg: EpsgCode): PackedGeometry {
  const toPlane = converterBetween(4326, epsg)
  const rings = polygon.map((ring) => [...ring, ...ring.slice(0, 1)].map(([longitude, latitude]) => toPlane.point(longitude, latitude)))
  const ringStarts = [0]
  for (const ring of rings) ringStarts.push((ringStarts.at(-1) as number) + ring.length)
  return {
    type: 'polygons',
    positions: packRing(rings.flat()),
    ringStarts: Uint32Array.from(ringStarts),
    featureStarts: Uint32Array.of(0, rings.length),
  }
}
