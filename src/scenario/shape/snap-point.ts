import type { OpenRing, Point } from '../../geo/open-rings.ts'
import { directionOf, distanceMetres, listEdges } from './measure-shape.ts'

/** Edges that may be snapped to: x, y of both ends, four numbers each, metres in the plane. */
export type Segments = Float64Array

type SnapKind = 'free' | 'close' | 'corner' | 'edge' | 'right-angle' | 'parallel'

export interface Snapped {
  readonly point: Point
  readonly kind: SnapKind
  /** What was snapped to, as a line to show; null for none. */
  readonly guide: readonly [Point, Point] | null
}

export interface SnapQuestion {
  /** Where the pointer is. */
  readonly raw: Point
  /** How near counts as meant, metres. */
  readonly reachMetres: number
  /** Corners so far. */
  readonly corners: OpenRing
  readonly segments: Segments
  /** A length that was typed: the corner lies exactly so far from the last one. */
  readonly lengthMetres?: number | null
}

/** Lengths along a direction come in these steps. */
const LENGTH_STEP_METRES = 0.1

/**
 * The corner that a pointer means: the first corner again, a corner near by, a place along a right angle or a parallel, an edge near
 * by, or where it is. A typed length overrules all of them but the direction.
 */
export function snapPoint({ raw, reachMetres, corners, segments, lengthMetres = null }: SnapQuestion): Snapped {
  const [first] = corners
  const last = corners.at(-1)
  if (last !== undefined && lengthMetres !== null) return snapLength(raw, reachMetres, corners, segments, lengthMetres)
  if (first !== undefined && corners.length >= 3 && distanceMetres(first, raw) < reachMetres)
    return { point: first, kind: 'close', guide: null }
  const corner = nearestEnd(segments, raw, reachMetres)
  if (corner !== null) return { point: corner, kind: 'corner', guide: null }
  const along = last === undefined ? null : snapDirection(raw, reachMetres, corners, segments)
  if (along !== null) return along
  return nearestFoot(segments, raw, reachMetres) ?? { point: raw, kind: 'free', guide: null }
}

function snapLength(raw: Point, reachMetres: number, corners: OpenRing, segments: Segments, lengthMetres: number): Snapped {
  const last = corners.at(-1) as Point
  const before = corners.at(-2)
  const along = snapDirection(raw, reachMetres, corners, segments)
  const target = along?.point ?? raw
  // A pointer that rests on the last corner points nowhere: then the shape turns left.
  const turned = before === undefined ? Math.PI / 2 : directionOf(before, last) + Math.PI / 2
  const direction = distanceMetres(last, target) < LENGTH_STEP_METRES ? turned : directionOf(last, target)
  const point: Point = [last[0] + lengthMetres * Math.cos(direction), last[1] + lengthMetres * Math.sin(direction)]
  return { point, kind: along?.kind ?? 'free', guide: along === null ? null : [last, point] }
}

interface Direction {
  readonly radians: number
  readonly kind: 'right-angle' | 'parallel'
}

/** The place along the nearest of the directions that the shape and its surroundings suggest. */
function snapDirection(raw: Point, reachMetres: number, corners: OpenRing, segments: Segments): Snapped | null {
  const last = corners.at(-1) as Point
  const [first] = corners
  let best: { readonly direction: Direction; readonly along: number; readonly off: number } | null = null
  for (const direction of listDirections(corners, segments, reachMetres)) {
    const [east, north] = [Math.cos(direction.radians), Math.sin(direction.radians)]
    const [dx, dy] = [raw[0] - last[0], raw[1] - last[1]]
    const along = dx * east + dy * north
    const off = Math.abs(dx * north - dy * east)
    if (off > reachMetres || Math.abs(along) <= off) continue
    if (best === null || off < best.off - 1e-9) best = { direction, along, off }
  }
  if (best === null) return null
  const { direction } = best
  const step: Point = [Math.cos(direction.radians), Math.sin(direction.radians)]
  const at = (along: number): Point => [last[0] + along * step[0], last[1] + along * step[1]]
  // Level with the first corner, so that the last edge meets the first at a right angle too.
  const level = first === undefined ? NaN : (first[0] - last[0]) * step[0] + (first[1] - last[1]) * step[1]
  const isLevel = corners.length > 1 && Math.abs(level - best.along) < reachMetres && Math.abs(level) > reachMetres
  if (isLevel) return { point: at(level), kind: direction.kind, guide: [first as Point, at(level)] }
  const crossing = nearestCrossing(segments, last, step, best.along, reachMetres)
  const along = crossing ?? Math.round(best.along / LENGTH_STEP_METRES) * LENGTH_STEP_METRES
  return { point: at(along), kind: direction.kind, guide: [last, at(along)] }
}

/** Along and across the edges of the shape, the last one first, and those of an edge that its first or last corner lies on. */
function listDirections(corners: OpenRing, segments: Segments, reachMetres: number): readonly Direction[] {
  const own = listEdges(corners, false)
    .toReversed()
    .map(([from, to]) => directionOf(from, to))
  const ends = [corners.at(-1), corners[0]].flatMap((corner) =>
    corner === undefined ? [] : [directionUnder(segments, corner, reachMetres)],
  )
  const across = (radians: number): readonly Direction[] => [
    { radians: radians + Math.PI / 2, kind: 'right-angle' },
    { radians, kind: 'parallel' },
  ]
  return [...own, ...ends.filter((radians) => radians !== null)].flatMap(across)
}

/** Direction of the segment that a point lies on, or as good as. */
function directionUnder(segments: Segments, point: Point, reachMetres: number): number | null {
  let best: number | null = null
  let least = reachMetres
  forEachSegmentOf(segments, (from, to) => {
    const distance = distanceMetres(point, footOn(from, to, point))
    if (distance >= least) return
    least = distance
    best = directionOf(from, to)
  })
  return best
}

function nearestEnd(segments: Segments, raw: Point, reachMetres: number): Point | null {
  let best: Point | null = null
  let least = reachMetres
  forEachSegmentOf(segments, (from, to) => {
    for (const end of [from, to]) {
      const distance = distanceMetres(end, raw)
      if (distance >= least) continue
      least = distance
      best = end
    }
  })
  return best
}

function nearestFoot(segments: Segments, raw: Point, reachMetres: number): Snapped | null {
  let best: Snapped | null = null
  let least = reachMetres
  forEachSegmentOf(segments, (from, to) => {
    const foot = footOn(from, to, raw)
    const distance = distanceMetres(foot, raw)
    if (distance >= least) return
    least = distance
    best = { point: foot, kind: 'edge', guide: [from, to] }
  })
  return best
}

/** Where a ray meets a segment, as metres along the ray: the place nearest to `wanted`, within reach of it. */
function nearestCrossing(segments: Segments, from: Point, step: Point, wanted: number, reachMetres: number): number | null {
  let best: number | null = null
  let least = reachMetres
  forEachSegmentOf(segments, (a, b) => {
    const [ex, ey] = [b[0] - a[0], b[1] - a[1]]
    const turn = step[0] * ey - step[1] * ex
    if (Math.abs(turn) < 1e-9) return
    const [dx, dy] = [a[0] - from[0], a[1] - from[1]]
    const along = (dx * ey - dy * ex) / turn
    const share = (dx * step[1] - dy * step[0]) / turn
    if (share < 0 || share > 1 || Math.abs(along - wanted) >= least) return
    least = Math.abs(along - wanted)
    best = along
  })
  return best
}

function forEachSegmentOf(segments: Segments, visit: (from: Point, to: Point) => void): void {
  for (let at = 0; at + 3 < segments.length; at += 4) {
    visit([segments[at] as number, segments[at + 1] as number], [segments[at + 2] as number, segments[at + 3] as number])
  }
}

/** The point of a segment that is nearest to another. */
function footOn([x1, y1]: Point, [x2, y2]: Point, [x, y]: Point): Point {
  const [dx, dy] = [x2 - x1, y2 - y1]
  const square = dx * dx + dy * dy
  const share = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / square))
  return [x1 + share * dx, y1 + share * dy]
}

/** The shift after which a corner of a shape lies on a corner or, failing that, an edge near by: the least one, or none. */
export function snapRings(rings: readonly OpenRing[], segments: Segments, reachMetres: number): Point {
  const corners = rings.flat()
  const shiftTo = (find: (corner: Point) => Point | null): Point | null => {
    let best: Point | null = null
    let least = reachMetres
    for (const corner of corners) {
      const target = find(corner)
      if (target === null || distanceMetres(target, corner) >= least) continue
      least = distanceMetres(target, corner)
      best = [target[0] - corner[0], target[1] - corner[1]]
    }
    return best
  }
  return (
    shiftTo((corner) => nearestEnd(segments, corner, reachMetres)) ??
    shiftTo((corner) => nearestFoot(segments, corner, reachMetres)?.point ?? null) ?? [0, 0]
  )
}

/** Direction of the segment nearest to a point, radians; null where none is within reach. */
export function nearestDirection(segments: Segments, point: Point, reachMetres: number): number | null {
  return directionUnder(segments, point, reachMetres)
}
