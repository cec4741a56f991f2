import { intersect } from '@turf/turf'
import type { PackedGeometry } from '../../geo/packed-geometry.ts'
import { boxesMeet, boxOfFeature, type Box } from '../../geo/boxes.ts'
import { isInside, pointAt } from '../../geo/rings.ts'
import { cutRing, cutRingByConvex, isConvex } from './cut-rings.ts'
import { groupRings, polygonsArea, type FlatRing } from './planar-rings.ts'

/** Points a side of the grid that stands in where Turf gives a shape up. */
const FALLBACK_POINTS = 64

/**
 * Area in m² that a feature shares with another, in the plane: Turf intersects, on coordinates
 * relative to the feature's corner, and the area is the plane's. Of `other` only what lies within the
 * box of the first is looked at, so a building against a whole district costs little; where that is
 * convex, as where one straight border runs through, cutting the rings by its edges is the whole work.
 */
export function measureSharedArea(geometry: PackedGeometry, feature: number, other: PackedGeometry, otherFeature: number): number {
  const box = boxOfFeature(geometry, feature)
  const otherBox = boxOfFeature(other, otherFeature)
  if (box === null || otherBox === null || !boxesMeet(box, otherBox)) return 0
  const [originX, originY] = box
  const local: Box = [0, 0, box[2] - originX, box[3] - originY]
  const nearby = groupRings(other, otherFeature, originX, originY)
    .map((rings) => rings.map((ring) => cutRing(ring, local)))
    .filter((rings) => rings[0]?.length !== 0)
    .map((rings) => rings.filter((ring) => ring.length >= 8))
    .filter((rings) => rings.length > 0)
  const nearbyArea = polygonsArea(nearby)
  const boxArea = local[2] * local[3]
  if (nearbyArea <= boxArea * 1e-12) return 0
  const own = groupRings(geometry, feature, originX, originY)
  if (nearbyArea >= boxArea * (1 - 1e-12)) return polygonsArea(own)
  const only = nearby.length === 1 && nearby[0]?.length === 1 ? (nearby[0][0] as FlatRing) : null
  if (only !== null && isConvex(only)) return polygonsArea(own.map((rings) => rings.map((ring) => cutRingByConvex(ring, only))))
  const common = tryToIntersect(own, nearby)
  return common ?? sampleSharedArea(geometry, feature, other, otherFeature, box)
}

/** Turf gives up on some shapes whose edges all but coincide: null then. */
function tryToIntersect(a: readonly (readonly FlatRing[])[], b: readonly (readonly FlatRing[])[]): number | null {
  try {
    const common = intersect({ type: 'FeatureCollection', features: [toTurf(a), toTurf(b)] })
    if (common === null) return 0
    const { type, coordinates } = common.geometry
    return polygonsArea((type === 'Polygon' ? [coordinates] : coordinates).map((rings) => rings.map((ring) => ring.flat())))
  } catch {
    return null
  }
}

function toTurf(polygons: readonly (readonly FlatRing[])[]) {
  const points = (ring: FlatRing) => Array.from({ length: ring.length / 2 }, (_, point) => pointAt(ring, point))
  return {
    type: 'Feature' as const,
    properties: {},
    geometry: { type: 'MultiPolygon' as const, coordinates: polygons.map((rings) => rings.map(points)) },
  }
}

/** Counted at the middles of a grid over the box: within about 2 % of the box for a plain shape. */
function sampleSharedArea(
  geometry: PackedGeometry,
  feature: number,
  other: PackedGeometry,
  otherFeature: number,
  [west, south, east, north]: Box,
): number {
  const [stepX, stepY] = [(east - west) / FALLBACK_POINTS, (north - south) / FALLBACK_POINTS]
  let count = 0
  for (let row = 0; row < FALLBACK_POINTS; row++) {
    for (let column = 0; column < FALLBACK_POINTS; column++) {
      const [x, y] = [west + (column + 0.5) * stepX, south + (row + 0.5) * stepY]
      if (isInside(geometry, feature, x, y) && isInside(other, otherFeature, x, y)) count++
    }
  }
  return count * stepX * stepY
}
