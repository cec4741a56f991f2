import type { OpenRing, Point } from '../../geo/open-rings.ts'
import { segmentsCross, squaredDistanceToSegment } from '../../geo/rings.ts'
import { distanceMetres, listEdges, ringSquareMetres } from './measure-shape.ts'

/** Why a corner or a shape is not taken. */
export type Refusal =
  | 'crosses'
  | 'short-edge'
  | 'too-small'
  | 'too-few-corners'
  | 'too-many-corners'
  | 'too-far'
  | 'other-city'
  | 'no-cut'
  | 'has-courtyard'
  | 'no-building'

export const SHAPE_LIMITS = {
  mostCorners: 200,
  /** Shorter edges are slips of the hand. */
  leastEdgeMetres: 0.3,
  leastSquareMetres: 4,
  /** So far from the first corner the plane that is drawn in is true. */
  farthestMetres: 2000,
} as const

/** Nearer than this is on the line. */
const ON_LINE_METRES = 0.01

/** Whether a line of corners may go on to one more; null where it may. */
export function refuseCorner(corners: OpenRing, next: Point): Refusal | null {
  const last = corners.at(-1)
  const [first] = corners
  if (last === undefined || first === undefined) return null
  if (corners.length >= SHAPE_LIMITS.mostCorners) return 'too-many-corners'
  if (distanceMetres(last, next) < SHAPE_LIMITS.leastEdgeMetres) return 'short-edge'
  if (distanceMetres(first, next) > SHAPE_LIMITS.farthestMetres) return 'too-far'
  const edges = listEdges(corners, false)
  return edges.some((edge) => meets(edge, [last, next])) ? 'crosses' : null
}

/** Whether corners may be closed to an area; null where they may. */
export function refuseRing(corners: OpenRing): Refusal | null {
  const [first] = corners
  const last = corners.at(-1)
  if (corners.length < 3 || first === undefined || last === undefined) return 'too-few-corners'
  const inner = listEdges(corners, false)
  if (inner.some((edge, at) => at > 0 && at < inner.length - 1 && meets(edge, [last, first]))) return 'crosses'
  if (distanceMetres(first, last) < SHAPE_LIMITS.leastEdgeMetres) return 'short-edge'
  // The two edges beside the closing one share a corner with it: the far end of each must not lie on it.
  const beside = [corners[1], corners.at(-2)] as const
  if (beside.some((corner) => corner !== undefined && isOn(corner, [last, first]))) return 'crosses'
  return ringSquareMetres(corners) < SHAPE_LIMITS.leastSquareMetres ? 'too-small' : null
}

type Edge = readonly [Point, Point]

/** Whether a new edge crosses an earlier one, ends on it or runs back along it. Its start may be the end of the earlier one. */
function meets(earlier: Edge, next: Edge): boolean {
  const [[ax, ay], [bx, by]] = earlier
  const [[cx, cy], [dx, dy]] = next
  if (segmentsCross(ax, ay, bx, by, cx, cy, dx, dy)) return true
  return isOn(next[1], earlier) || (isOn(earlier[0], next) && !isSame(earlier[0], next[0]))
}

function isOn([x, y]: Point, [[x1, y1], [x2, y2]]: Edge): boolean {
  return squaredDistanceToSegment(x, y, x1, y1, x2, y2) < ON_LINE_METRES ** 2
}

function isSame(a: Point, b: Point): boolean {
  return distanceMetres(a, b) < ON_LINE_METRES
}
