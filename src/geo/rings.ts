import type { PackedGeometry } from './packed-geometry.ts'

/** Interleaved x, y of points in a plane. A ring or a line is a range of them, `from .. to` in points. */
export type Coordinates = ArrayLike<number>

/** What groups points into rings (or parts of lines) and rings into features; see `PackedGeometry`. */
export interface RingStarts {
  readonly ringStarts: Uint32Array
  readonly featureStarts: Uint32Array
}

/** First point of a feature, and the one after its last. */
export function pointRange({ ringStarts, featureStarts }: RingStarts, feature: number): [from: number, to: number] {
  return [ringStarts[featureStarts[feature] as number] as number, ringStarts[featureStarts[feature + 1] as number] as number]
}

/** First point of a ring, and the one after its last. */
export function ringRange({ ringStarts }: Pick<RingStarts, 'ringStarts'>, ring: number): [from: number, to: number] {
  return [ringStarts[ring] as number, ringStarts[ring + 1] as number]
}

/** Each ring of a feature: the range of its points, and its number among all rings. */
export function forEachRing(
  { ringStarts, featureStarts }: RingStarts,
  feature: number,
  visit: (from: number, to: number, ring: number) => void,
): void {
  const end = featureStarts[feature + 1] as number
  for (let ring = featureStarts[feature] as number; ring < end; ring++)
    visit(ringStarts[ring] as number, ringStarts[ring + 1] as number, ring)
}

/** Each point of a range, all of them where none is told. */
export function forEachPoint(
  coordinates: Coordinates,
  visit: (x: number, y: number, point: number) => void,
  from = 0,
  to = coordinates.length / 2,
): void {
  for (let point = from; point < to; point++) visit(coordinates[point * 2] as number, coordinates[point * 2 + 1] as number, point)
}

/** Each pair of points that stand after one another in a range: the edges of a closed ring, the segments of a line. */
export function forEachSegment(
  coordinates: Coordinates,
  visit: (x1: number, y1: number, x2: number, y2: number, point: number) => void,
  from = 0,
  to = coordinates.length / 2,
): void {
  for (let point = from; point + 1 < to; point++) {
    visit(
      coordinates[point * 2] as number,
      coordinates[point * 2 + 1] as number,
      coordinates[point * 2 + 2] as number,
      coordinates[point * 2 + 3] as number,
      point,
    )
  }
}

/** A point by its number; NaN beyond the end. */
export function pointAt(coordinates: Coordinates, point: number): [x: number, y: number] {
  return [coordinates[point * 2] ?? NaN, coordinates[point * 2 + 1] ?? NaN]
}

/** The first point of a feature; NaN where it has none. */
export function firstPointOf(geometry: RingStarts & Pick<PackedGeometry, 'positions'>, feature: number): [x: number, y: number] {
  const [from, to] = pointRange(geometry, feature)
  return from < to ? pointAt(geometry.positions, from) : [NaN, NaN]
}

/** Area and centre of area of a ring. */
export interface RingMoments {
  /** Positive where the ring runs counter-clockwise (with y to the north). */
  readonly area: number
  /** The first point where there is no area. */
  readonly x: number
  readonly y: number
}

/**
 * Signed area of a ring, closed or open, by the shoelace formula: positive counter-clockwise (with y to the
 * north). Reckoned about its first point where no origin is told: about an origin of coordinates that is
 * thousands of kilometres away, digits are lost. An open ring must be reckoned about its first point.
 */
export function ringArea(
  coordinates: Coordinates,
  from = 0,
  to = coordinates.length / 2,
  originX = coordinates[from * 2] ?? 0,
  originY = coordinates[from * 2 + 1] ?? 0,
): number {
  let twice = 0
  for (let index = from * 2; index + 2 < to * 2; index += 2) {
    const x1 = (coordinates[index] as number) - originX
    const y1 = (coordinates[index + 1] as number) - originY
    const x2 = (coordinates[index + 2] as number) - originX
    const y2 = (coordinates[index + 3] as number) - originY
    twice += x1 * y2 - x2 * y1
  }
  return twice / 2
}

/** Signed area and centre of a closed ring, about its first point. */
export function measureRing(coordinates: Coordinates, from = 0, to = coordinates.length / 2): RingMoments {
  const [originX, originY] = pointAt(coordinates, from)
  let [twice, sumX, sumY] = [0, 0, 0]
  for (let index = from * 2; index + 2 < to * 2; index += 2) {
    const x1 = (coordinates[index] as number) - originX
    const y1 = (coordinates[index + 1] as number) - originY
    const x2 = (coordinates[index + 2] as number) - originX
    const y2 = (coordinates[index + 3] as number) - originY
    const cross = x1 * y2 - x2 * y1
    twice += cross
    sumX += (x1 + x2) * cross
    sumY += (y1 + y2) * cross
  }
  return twice === 0
    ? { area: 0, x: originX, y: originY }
    : { area: twice / 2, x: originX + sumX / (3 * twice), y: originY + sumY / (3 * twice) }
}

/**
 * Whether the edge between two points crosses the ray from x, y toward greater x. Half-open in y: a corner at
 * the ray's height counts for one of its two edges, not for both.
 */
export function crossesRay(x1: number, y1: number, x2: number, y2: number, x: number, y: number): boolean {
  return y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1
}

/** Whether a point is within a ring, closed or open, by the even-odd rule. */
export function isInRing(coordinates: Coordinates, x: number, y: number, from = 0, to = coordinates.length / 2): boolean {
  let inside = false
  let previous = to * 2 - 2
  for (let index = from * 2; index < to * 2; previous = index, index += 2) {
    const y1 = coordinates[index + 1] as number
    const y2 = coordinates[previous + 1] as number
    if (crossesRay(coordinates[index] as number, y1, coordinates[previous] as number, y2, x, y)) inside = !inside
  }
  return inside
}

/** Whether a point is within a feature, by the even-odd rule over all its rings. */
export function isInside({ positions, ringStarts, featureStarts }: PackedGeometry, feature: number, x: number, y: number): boolean {
  let inside = false
  const end = featureStarts[feature + 1] as number
  for (let ring = featureStarts[feature] as number; ring < end; ring++) {
    if (isInRing(positions, x, y, ringStarts[ring], ringStarts[ring + 1])) inside = !inside
  }
  return inside
}

/** Square of a point's distance from a segment, which may be a point. */
export function squaredDistanceToSegment(x: number, y: number, x1: number, y1: number, x2: number, y2: number): number {
  const [stepX, stepY] = [x2 - x1, y2 - y1]
  const squaredLength = stepX * stepX + stepY * stepY
  const along = squaredLength === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * stepX + (y - y1) * stepY) / squaredLength))
  return (x1 + along * stepX - x) ** 2 + (y1 + along * stepY - y) ** 2
}

/** Whether two segments cross in a point within both. Touching, and running along each other, is no crossing. */
export function segmentsCross(ax: number, ay: number, bx: number, by: number, cx: number, cy: number, dx: number, dy: number): boolean {
  return (
    sideOf(ax, ay, bx, by, cx, cy) * sideOf(ax, ay, bx, by, dx, dy) < 0 &&
    sideOf(cx, cy, dx, dy, ax, ay) * sideOf(cx, cy, dx, dy, bx, by) < 0
  )
}

/** 1 left of a-b, -1 right of it, 0 on it. */
function sideOf(ax: number, ay: number, bx: number, by: number, x: number, y: number): number {
  return Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax))
}

/** Corners of a ring as interleaved coordinates. */
export function packRing(ring: readonly (readonly [number, number, ...unknown[]])[]): Float64Array {
  const coordinates = new Float64Array(ring.length * 2)
  ring.forEach(([x, y], point) => {
    coordinates[point * 2] = x
    coordinates[point * 2 + 1] = y
  })
  return coordinates
}
