import { polygonHolds, type OpenRing, type Point } from '../../geo/open-rings.ts'
import { distanceMetres } from './measure-shape.ts'

/** Nearer to the line than this, a corner lies on it. */
const ON_LINE_METRES = 1e-6

/**
 * The pieces into which the straight line through two points cuts a ring that does not cross itself; the ring alone where the line
 * does not cut it. However the ring winds, each piece lies on one side of the line and their areas add up to the whole.
 */
export function splitRing(ring: OpenRing, from: Point, to: Point): readonly OpenRing[] {
  const length = distanceMetres(from, to)
  if (length === 0) return [ring]
  const [east, north] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length]
  const offset = ([x, y]: Point): number => {
    const left = (y - from[1]) * east - (x - from[0]) * north
    return Math.abs(left) < ON_LINE_METRES ? 0 : left
  }
  const along = ([x, y]: Point): number => (x - from[0]) * east + (y - from[1]) * north
  const marked = insertCrossings(ring, offset)
  const onLine = marked.flatMap((point, index) => (offset(point) === 0 ? [{ index, along: along(point) }] : []))
  onLine.sort((a, b) => a.along - b.along)
  for (let at = 0; at + 1 < onLine.length; at++) {
    const [start, end] = [onLine[at] as (typeof onLine)[number], onLine[at + 1] as (typeof onLine)[number]]
    const [a, b] = [marked[start.index] as Point, marked[end.index] as Point]
    const gap = Math.abs(start.index - end.index)
    const areNeighbours = gap === 1 || gap === marked.length - 1
    const middle: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
    if (areNeighbours || !polygonHolds([marked], middle)) continue
    const [low, high] = start.index < end.index ? [start.index, end.index] : [end.index, start.index]
    const pieces = [marked.slice(low, high + 1), [...marked.slice(high), ...marked.slice(0, low + 1)]]
    return pieces.flatMap((piece) => splitRing(piece, from, to))
  }
  return [dropStraight(marked, ring)]
}

/** The ring with a corner wherever it passes from one side to the other. */
function insertCrossings(ring: OpenRing, offset: (point: Point) => number): OpenRing {
  return ring.flatMap((point, at): readonly Point[] => {
    const next = ring[(at + 1) % ring.length] as Point
    const [here, there] = [offset(point), offset(next)]
    if (here * there >= 0) return [point]
    const share = here / (here - there)
    return [point, [point[0] + share * (next[0] - point[0]), point[1] + share * (next[1] - point[1])]]
  })
}

/** A ring that was not cut is as it was. */
function dropStraight(marked: OpenRing, ring: OpenRing): OpenRing {
  return marked.length === ring.length ? marked : ring
}
