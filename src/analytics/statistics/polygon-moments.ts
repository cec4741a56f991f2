import type { PackedGeometry } from '../../geo/packed-geometry.ts'

/** In the plane of the geometry's CRS. */
export interface PolygonMoments {
  readonly areasSquareMetres: Float64Array
  /** East, north of each centre of area, interleaved; NaN where there is no area. It may lie outside. */
  readonly centroids: Float64Array
}

/** Area and centre of area of each polygon feature (even-odd), by the shoelace formula. */
export function measurePolygonMoments(geometry: PackedGeometry): PolygonMoments {
  const { ringStarts, featureStarts } = geometry
  const count = featureStarts.length - 1
  const areas = new Float64Array(count)
  const centroids = new Float64Array(count * 2).fill(NaN)
  for (let feature = 0; feature < count; feature++) {
    const [from, to] = [featureStarts[feature] as number, featureStarts[feature + 1] as number]
    let [area, momentX, momentY] = [0, 0, 0]
    for (let ring = from; ring < to; ring++) {
      const { area: signed, x, y } = measureRing(geometry, ringStarts[ring] as number, ringStarts[ring + 1] as number)
      // Rings come in any direction: within an odd number of others it is a hole.
      const own = Math.abs(signed) * (to - from > 1 && countRingsAround(geometry, ring, from, to) % 2 === 1 ? -1 : 1)
      area += own
      momentX += own * x
      momentY += own * y
    }
    areas[feature] = area
    if (area > 0) centroids.set([momentX / area, momentY / area], feature * 2)
  }
  return { areasSquareMetres: areas, centroids }
}

/** Signed area and centre of a closed ring, reckoned about its first point: far from the origin digits would be lost. */
function measureRing({ positions }: PackedGeometry, start: number, end: number): { area: number; x: number; y: number } {
  const [originX, originY] = [positions[start * 2] as number, positions[start * 2 + 1] as number]
  let [twice, sumX, sumY] = [0, 0, 0]
  for (let point = start; point < end - 1; point++) {
    const [x1, y1] = [(positions[point * 2] as number) - originX, (positions[point * 2 + 1] as number) - originY]
    const [x2, y2] = [(positions[point * 2 + 2] as number) - originX, (positions[point * 2 + 3] as number) - originY]
    const cross = x1 * y2 - x2 * y1
    twice += cross
    sumX += (x1 + x2) * cross
    sumY += (y1 + y2) * cross
  }
  return twice === 0
    ? { area: 0, x: originX, y: originY }
    : { area: twice / 2, x: originX + sumX / (3 * twice), y: originY + sumY / (3 * twice) }
}

/** How many other rings of the feature hold the middle of this ring's first segment. */
function countRingsAround({ positions, ringStarts }: PackedGeometry, ring: number, from: number, to: number): number {
  const start = ringStarts[ring] as number
  const x = ((positions[start * 2] as number) + (positions[start * 2 + 2] as number)) / 2
  const y = ((positions[start * 2 + 1] as number) + (positions[start * 2 + 3] as number)) / 2
  let around = 0
  for (let other = from; other < to; other++) {
    if (other === ring) continue
    let inside = false
    for (let point = ringStarts[other] as number; point < (ringStarts[other + 1] as number) - 1; point++) {
      const [y1, y2] = [positions[point * 2 + 1] as number, positions[point * 2 + 3] as number]
      if (y1 > y === y2 > y) continue
      const [x1, x2] = [positions[point * 2] as number, positions[point * 2 + 2] as number]
      if (x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
    }
    if (inside) around += 1
  }
  return around
}
