import type { PackedGeometry } from '../../geo/packed-geometry.ts'
import { forEachRing, isInRing, measureRing, pointAt } from '../../geo/rings.ts'

/** In the plane of the geometry's CRS. */
export interface PolygonMoments {
  readonly areasSquareMetres: Float64Array
  /** East, north of each centre of area, interleaved; NaN where there is no area. It may lie outside. */
  readonly centroids: Float64Array
}

/** Area and centre of area of each polygon feature (even-odd), by the shoelace formula. */
export function measurePolygonMoments(geometry: PackedGeometry): PolygonMoments {
  const count = geometry.featureStarts.length - 1
  const areas = new Float64Array(count)
  const centroids = new Float64Array(count * 2).fill(NaN)
  for (let feature = 0; feature < count; feature++) {
    let [area, momentX, momentY] = [0, 0, 0]
    forEachRing(geometry, feature, (from, to, ring) => {
      const { area: signed, x, y } = measureRing(geometry.positions, from, to)
      // Rings come in any direction: within an odd number of others it is a hole.
      const own = Math.abs(signed) * (countRingsAround(geometry, feature, ring, from) % 2 === 1 ? -1 : 1)
      area += own
      momentX += own * x
      momentY += own * y
    })
    areas[feature] = area
    if (area > 0) centroids.set([momentX / area, momentY / area], feature * 2)
  }
  return { areasSquareMetres: areas, centroids }
}

/** How many other rings of the feature hold the middle of this ring's first segment. */
function countRingsAround(geometry: PackedGeometry, feature: number, ring: number, from: number): number {
  const { positions } = geometry
  const [[x1, y1], [x2, y2]] = [pointAt(positions, from), pointAt(positions, from + 1)]
  let around = 0
  forEachRing(geometry, feature, (otherFrom, otherTo, other) => {
    if (other !== ring && isInRing(positions, (x1 + x2) / 2, (y1 + y2) / 2, otherFrom, otherTo)) around += 1
  })
  return around
}
