import type { PackedGeometry } from '../../geo/packed-geometry.ts'
import { packRing } from '../../geo/rings.ts'
import type { MultiPolygonRings } from './planar.ts'

/** Multipolygons as flat arrays, one feature each, in their order. */
export function packPolygons(features: readonly MultiPolygonRings[]): PackedGeometry {
  const rings = features.map((polygons) => polygons.flat())
  const ringStarts = [0]
  const featureStarts = [0]
  for (const own of rings) {
    for (const ring of own) ringStarts.push((ringStarts.at(-1) as number) + ring.length)
    featureStarts.push(ringStarts.length - 1)
  }
  return {
    type: 'polygons',
    positions: packRing(rings.flat(2)),
    ringStarts: Uint32Array.from(ringStarts),
    featureStarts: Uint32Array.from(featureStarts),
  }
}
