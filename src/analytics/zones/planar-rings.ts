import type { PackedGeometry } from '../../geo/packed-geometry.ts'

export const NAME = 'planar-rings'

/** East, north of one closed ring, interleaved, relative to an origin chosen by the caller. */
export type FlatRing = readonly number[]
/** West, south, east, north. */
export type Box = readonly [number, number, number, number]

/** Box of a feature; null where it has no points. */
export function boxOfFeature({ positions, ringStarts, featureStarts }: PackedGeometry, feature: number): Box | null {
  const first = ringStarts[featureStarts[feature] as number] as number
  const end = ringStarts[featureStarts[feature + 1] as number] as number
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let index = first * 2; index < end * 2; index += 2) {
    const x = positions[index] as number
    const y = positions[index + 1] as number
    if (x < west) west = x
    if (x > east) east = x
    if (y < south) south = y
    if (y > north) north = y
  }
  return west <= east ? [west, south, east, north] : null
}

/** Rings of a feature as outer rings with their holes, relative to the origin. Rings must not cross. */
export function groupRings(geometry: PackedGeometry, feature: number, originX: number, originY: number): FlatRing[][] {
  const rings: FlatRing[] = []
  for (let ring = geometry.featureStarts[feature] as number; ring < (geometry.featureStarts[feature + 1] as number); ring++) {
    const flat: number[] = []
    for (let point = geometry.ringStarts[ring] as number; point < (geometry.ringStarts[ring + 1] as number); point++) {
      flat.push((geometry.positions[point * 2] as number) - originX, (geometry.positions[point * 2 + 1] as number) - originY)
    }
    if (flat.length >= 8) rings.push(flat)
  }
  if (rings.length <= 1) return rings.map((ring) => [ring])
  const holders = rings.map((ring) => rings.flatMap((other, index) => (other !== ring && holds(other, ring) ? [index] : [])))
  return rings.flatMap((ring, index): FlatRing[][] => {
    const depth = (holders[index] as number[]).length
    if (depth % 2 === 1) return []
    const holes = rings.filter((_, hole) =>
      (holders[hole] as number[]).length === depth + 1 && (holders[hole] as number[]).includes(index))
    return [[ring, ...holes]]
  })
}

/** Signed area in m²: positive where the ring runs counter-clockwise. */
export function flatRingArea(ring: FlatRing): number {
  let twice = 0
  for (let index = 2; index < ring.length; index += 2) {
    twice += (ring[index - 2] as number) * (ring[index + 1] as number) - (ring[index] as number) * (ring[index - 1] as number)
  }
  return twice / 2
}

/** Area in m² of outer rings with their holes. */
export function polygonsArea(polygons: readonly (readonly FlatRing[])[]): number {
  let area = 0
  for (const rings of polygons) {
    rings.forEach((ring, index) => {
      area += (index === 0 ? 1 : -1) * Math.abs(flatRingArea(ring))
    })
  }
  return area
}

/** Area of a feature in m², holes taken away. */
export function featureArea(geometry: PackedGeometry, feature: number): number {
  const first = geometry.ringStarts[geometry.featureStarts[feature] as number] as number
  // Relative to the first point: raw coordinates of 6.6 million metres would cost digits.
  return polygonsArea(groupRings(geometry, feature, geometry.positions[first * 2] ?? 0, geometry.positions[first * 2 + 1] ?? 0))
}

/**
 * The part of a ring within a box (Sutherland and Hodgman 1974). Where the ring leaves the box and
 * comes back, the pieces stay joined along its edge, which changes no area. Points are rounded to a
 * micrometre: those that miss each other by less would lead a later intersection astray. Empty where
 * nothing is inside.
 */
export function cutRing(ring: FlatRing, [west, south, east, north]: Box): FlatRing {
  let cut = cutByHalfPlane(ring, (x) => x - west)
  if (cut.length > 0) cut = cutByHalfPlane(cut, (x) => east - x)
  if (cut.length > 0) cut = cutByHalfPlane(cut, (_x, y) => y - south)
  if (cut.length > 0) cut = cutByHalfPlane(cut, (_x, y) => north - y)
  return cut.map((value) => Math.round(value * 1e6) / 1e6)
}

/** Whether a ring turns one way only and never back on itself; a turn of a part in 10¹² of its area is none. */
export function isConvex(ring: FlatRing): boolean {
  const slack = 1e-12 * Math.abs(flatRingArea(ring))
  let [left, right] = [false, false]
  const points = withoutRepeats(ring)
  const count = points.length / 2
  for (let point = 0; point < count; point++) {
    const [a, b, c] = [point * 2, ((point + 1) % count) * 2, ((point + 2) % count) * 2]
    const [dx1, dy1] = [(points[b] as number) - (points[a] as number), (points[b + 1] as number) - (points[a + 1] as number)]
    const [dx2, dy2] = [(points[c] as number) - (points[b] as number), (points[c + 1] as number) - (points[b + 1] as number)]
    const turn = dx1 * dy2 - dy1 * dx2
    if (turn > slack) left = true
    else if (turn < -slack) right = true
    else if (dx1 * dx2 + dy1 * dy2 < 0) return false
    if (left && right) return false
  }
  return true
}

/** The points of a ring once each, without those that stand where the one before does. */
function withoutRepeats(ring: FlatRing): FlatRing {
  const points: number[] = []
  for (let index = 2; index < ring.length; index += 2) {
    const [x, y] = [ring[index] as number, ring[index + 1] as number]
    if (x !== ring[index - 2] || y !== ring[index - 1]) points.push(x, y)
  }
  return points
}

/** The part of a ring, convex or not, within a convex ring, by the same method as `cutRing`. */
export function cutRingByConvex(ring: FlatRing, convex: FlatRing): FlatRing {
  const sign = flatRingArea(convex) > 0 ? 1 : -1
  let cut = ring
  for (let index = 2; index < convex.length; index += 2) {
    const [x, y] = [convex[index - 2] as number, convex[index - 1] as number]
    const [dx, dy] = [(convex[index] as number) - x, (convex[index + 1] as number) - y]
    if (dx === 0 && dy === 0) continue
    cut = cutByHalfPlane(cut, (px, py) => sign * (dx * (py - y) - dy * (px - x)))
    if (cut.length === 0) return cut
  }
  return cut
}

/** The part of a ring where `sideOf`, linear over the plane, is not negative; closed again. */
function cutByHalfPlane(ring: FlatRing, sideOf: (x: number, y: number) => number): FlatRing {
  const kept: number[] = []
  for (let index = 2; index < ring.length; index += 2) {
    const [x1, y1] = [ring[index - 2] as number, ring[index - 1] as number]
    const [x2, y2] = [ring[index] as number, ring[index + 1] as number]
    const a = sideOf(x1, y1)
    const b = sideOf(x2, y2)
    if (a >= 0) kept.push(x1, y1)
    if (a >= 0 !== b >= 0) kept.push(x1 + ((x2 - x1) * a) / (a - b), y1 + ((y2 - y1) * a) / (a - b))
  }
  if (kept.length > 0) kept.push(kept[0] as number, kept[1] as number)
  return kept
}

/** Whether a ring lies within another: most of its first points do, since one may lie on the border. */
function holds(outer: FlatRing, inner: FlatRing): boolean {
  let inside = 0
  const points = Math.min(7, inner.length / 2 - 1)
  for (let point = 0; point < points; point++) {
    if (isInRing(outer, inner[point * 2] as number, inner[point * 2 + 1] as number)) inside++
  }
  return inside * 2 > points
}

function isInRing(ring: FlatRing, x: number, y: number): boolean {
  let inside = false
  for (let index = 2; index < ring.length; index += 2) {
    const y1 = ring[index + 1] as number
    const y2 = ring[index - 1] as number
    if (y1 > y === y2 > y) continue
    const x1 = ring[index] as number
    if (x < (((ring[index - 2] as number) - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
  }
  return inside
}
