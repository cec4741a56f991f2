import type { Box } from '../../geo/box-of-points.ts'
import { flatRingArea, type FlatRing } from './planar-rings.ts'

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
