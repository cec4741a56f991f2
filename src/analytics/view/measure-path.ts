import { packRing, ringArea, segmentsCross } from '../../geo/rings.ts'

/** A point of a measured path in a plane in metres; the height is that over the ground at the point, plus the ground's own. */
export interface PathPoint {
  readonly x: number
  readonly y: number
  readonly heightMetres: number
}

export interface PathMeasures {
  /** Along the path over level ground, and from point to point through the air. */
  readonly lengthMetres: number
  readonly spatialLengthMetres: number
  /** From the first point to the last, in the same two ways. */
  readonly distanceMetres: number
  readonly spatialDistanceMetres: number
  /** Last height less the first. */
  readonly riseMetres: number
  /** Rise over level distance from first to last; null where there is none. */
  readonly slope: number | null
  /** Enclosed by the path with its ends joined; null of fewer than three points, and where the outline crosses itself. */
  readonly areaSquareMetres: number | null
  readonly perimeterMetres: number | null
}

/** Lengths, height, slope and area of a path, in the plane that its points are given in; null of fewer than two points. */
export function measurePath(points: readonly PathPoint[]): PathMeasures | null {
  const [first] = points
  const last = points.at(-1)
  if (first === undefined || last === undefined || points.length < 2) return null
  const [lengthMetres, spatialLengthMetres] = [sumSteps(points, levelDistance), sumSteps(points, spatialDistance)]
  const distanceMetres = levelDistance(first, last)
  const riseMetres = last.heightMetres - first.heightMetres
  const isOutline = points.length >= 3 && !crossesItself(points)
  return {
    lengthMetres,
    spatialLengthMetres,
    distanceMetres,
    spatialDistanceMetres: spatialDistance(first, last),
    riseMetres,
    slope: distanceMetres > 0 ? riseMetres / distanceMetres : null,
    areaSquareMetres: isOutline ? Math.abs(ringArea(packRing([...points, first].map(({ x, y }) => [x, y])))) : null,
    perimeterMetres: isOutline ? lengthMetres + distanceMetres : null,
  }
}

function sumSteps(points: readonly PathPoint[], distance: (a: PathPoint, b: PathPoint) => number): number {
  return points.slice(1).reduce((sum, point, before) => sum + distance(points[before] as PathPoint, point), 0)
}

function levelDistance(a: PathPoint, b: PathPoint): number {
  return Math.hypot(b.x - a.x, b.y - a.y)
}

function spatialDistance(a: PathPoint, b: PathPoint): number {
  return Math.hypot(b.x - a.x, b.y - a.y, b.heightMetres - a.heightMetres)
}

function crossesItself(points: readonly PathPoint[]): boolean {
  const edges = points.map((from, index) => [from, points[(index + 1) % points.length] as PathPoint] as const)
  return edges.some(([a, b], one) => edges.slice(one + 1).some(([c, d]) => segmentsCross(a.x, a.y, b.x, b.y, c.x, c.y, d.x, d.y)))
}
