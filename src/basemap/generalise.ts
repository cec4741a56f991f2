import { forEachRing, pointAt } from '../geo/rings.ts'
import { worldPixels } from './mercator.ts'
import { boxOfRing, measureRings, type Rings, type VectorSet } from './vector-set.ts'

/** Vertices that bend a line by less than this are not seen. */
const TOLERANCE_PIXELS = 0.3
/** Rings smaller than this in both directions are a smudge. */
const SMALLEST_RING_PIXELS = 1.2
/**
 * Work on a ring, in points looked at for each of its points, after which its spans are halved unseen: a line that
 * winds without end would else cost the square of its points. Coasts and borders stay far below.
 */
const LOOKS_PER_POINT = 64

/** From here on the data's own detail is coarser than a pixel. */
const FULL_DETAIL_ZOOM = 17

const pyramids = new WeakMap<VectorSet, Map<number, Rings>>()

/**
 * The set as it is drawn at a zoom: the same features with fewer vertices, made once a zoom. It
 * depends on nothing but set and zoom, so that neighbouring tiles agree on every vertex.
 */
export function generaliseForZoom(set: VectorSet, zoom: number): Rings {
  if (zoom >= FULL_DETAIL_ZOOM) return set
  let pyramid = pyramids.get(set)
  if (pyramid === undefined) pyramids.set(set, (pyramid = new Map()))
  let rings = pyramid.get(zoom)
  if (rings === undefined) pyramid.set(zoom, (rings = generaliseRings(set, worldPixels(zoom))))
  return rings
}

/** @param pixels pixels of the unit square */
export function generaliseRings(set: VectorSet, pixels: number): Rings {
  const tolerance = TOLERANCE_PIXELS / pixels
  const smallest = set.isClosed ? SMALLEST_RING_PIXELS / pixels : 0
  const positions = new Float64Array(set.positions.length)
  const ringStarts = [0]
  const featureStarts = new Uint32Array(set.featureCount + 1)
  let points = 0
  for (let feature = 0; feature < set.featureCount; feature += 1) {
    forEachRing(set, feature, (from, to, ring) => {
      const [west, north, east, south] = boxOfRing(set, ring)
      if (east - west < smallest && south - north < smallest) return
      for (const point of keepVertices(set.positions, from, to, tolerance)) {
        positions.set(pointAt(set.positions, point), points * 2)
        points += 1
      }
      ringStarts.push(points)
    })
    featureStarts[feature + 1] = ringStarts.length - 1
  }
  const kept = positions.slice(0, points * 2)
  const starts = Uint32Array.from(ringStarts)
  return { positions: kept, ringStarts: starts, featureStarts, ringBoxes: measureRings(kept, starts) }
}

/** Douglas-Peucker (1973) without recursion; a ring is first cut at its point farthest from the start. */
function keepVertices(positions: Float64Array, from: number, to: number, tolerance: number): number[] {
  const last = to - 1
  if (to - from <= 3) return Array.from({ length: to - from }, (_, index) => from + index)
  const keep = new Uint8Array(to - from)
  keep[0] = 1
  keep[last - from] = 1
  const stack = [from, last]
  const limit = tolerance * tolerance
  let looks = (to - from) * LOOKS_PER_POINT
  while (stack.length > 0) {
    const end = stack.pop() as number
    const start = stack.pop() as number
    let farthest = -1
    let distance = limit
    looks -= end - start
    for (let point = start + 1; point < end; point += 1) {
      const squared = squaredDistance(positions, point, start, end)
      if (squared > distance) {
        distance = squared
        farthest = point
      }
    }
    if (farthest < 0) continue
    if (looks < 0) farthest = (start + end) >> 1
    keep[farthest - from] = 1
    stack.push(start, farthest, farthest, end)
  }
  const kept: number[] = []
  for (let point = from; point < to; point += 1) if (keep[point - from] === 1) kept.push(point)
  return kept
}

/** Squared distance of a point from the segment start-end, which is a point where a ring closes. */
function squaredDistance(positions: Float64Array, point: number, start: number, end: number): number {
  const startX = positions[start * 2] as number
  const startY = positions[start * 2 + 1] as number
  const deltaX = (positions[end * 2] as number) - startX
  const deltaY = (positions[end * 2 + 1] as number) - startY
  const x = (positions[point * 2] as number) - startX
  const y = (positions[point * 2 + 1] as number) - startY
  const squaredLength = deltaX * deltaX + deltaY * deltaY
  const along = squaredLength === 0 ? 0 : Math.min(1, Math.max(0, (x * deltaX + y * deltaY) / squaredLength))
  const offX = x - along * deltaX
  const offY = y - along * deltaY
  return offX * offX + offY * offY
}
