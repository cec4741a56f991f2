import type { Box } from '../../geo/boxes.ts'
import { forEachSegment, pointAt } from '../../geo/rings.ts'
import { flatRingArea, type FlatRing } from './planar-rings.ts'

/**
 * The part of a ring within a box (Sutherland and Hodgman 1974). Where the ring leaves the box and
 * comes back, the pieces stay joined along its edge, which changes no area. Points are rounded to a
 * micrometre: those that miss each other by less would lead a later intersection astray. Empty where
 * nothing is inside.
 */
export function cutRing(ring: FlatRing, box: Box): FlatRing {
  return cutByBox(ring, box).map((value) => Math.round(value * 1e6) / 1e6)
}

/** The same with all digits. */
export function cutByBox(ring: FlatRing, [west, south, east, north]: Box): FlatRing {
  let cut = cutByHalfPlane(ring, (x) => x - west)
  if (cut.length > 0) cut = cutByHalfPlane(cut, (x) => east - x)
  if (cut.length > 0) cut = cutByHalfPlane(cut, (_x, y) => y - south)
  if (cut.length > 0) cut = cutByHalfPlane(cut, (_x, y) => north - y)
  return cut
}

/** Whether a ring turns one way only and never back on itself; a turn of a part in 10¹² of its area is none. */
export function isConvex(ring: FlatRing): boolean {
  const slack = 1e-12 * Math.abs(flatRingArea(ring))
  let [left, right] = [false, false]
  const points = withoutRepeats(ring)
  const count = points.length / 2
  for (let point = 0; point < count; point++) {
    const [x1, y1] = pointAt(points, point)
    const [x2, y2] = pointAt(points, (point + 1) % count)
    const [x3, y3] = pointAt(points, (point + 2) % count)
    const [dx1, dy1, dx2, dy2] = [x2 - x1, y2 - y1, x3 - x2, y3 - y2]
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
  forEachSegment(ring, (x1, y1, x2, y2) => {
    if (x2 !== x1 || y2 !== y1) points.push(x2, y2)
  })
  return points
}

/** The part of a ring, convex or not, within a convex ring, by the same method as `cutRing`. */
export function cutRingByConvex(ring: FlatRing, convex: FlatRing): FlatRing {
  const sign = flatRingArea(convex) > 0 ? 1 : -1
  let cut = ring
  for (let point = 1; point < convex.length / 2; point++) {
    const [x, y] = pointAt(convex, point - 1)
    const [nextX, nextY] = pointAt(convex, point)
    const [dx, dy] = [nextX - x, nextY - y]
    if (dx === 0 && dy === 0) continue
    cut = cutByHalfPlane(cut, (px, py) => sign * (dx * (py - y) - dy * (px - x)))
    if (cut.length === 0) return cut
  }
  return cut
}

/** The part of a ring where `sideOf`, linear over the plane, is not negative; closed again. */
export function cutByHalfPlane(ring: FlatRing, sideOf: (x: number, y: number) => number): FlatRing {
  const kept: number[] = []
  forEachSegment(ring, (x1, y1, x2, y2) => {
    const a = sideOf(x1, y1)
    const b = sideOf(x2, y2)
    if (a >= 0) kept.push(x1, y1)
    if (a >= 0 !== b >= 0) kept.push(x1 + ((x2 - x1) * a) / (a - b), y1 + ((y2 - y1) * a) / (a - b))
  })
  if (kept.length > 0) kept.push(...pointAt(kept, 0))
  return kept
}
