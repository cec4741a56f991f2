import Flatbush from 'flatbush'
import type { PackedGeometry } from '../../geo/packed-geometry.ts'
import { forEachRing, forEachSegment, pointAt } from '../../geo/rings.ts'

/** Two polygons that touch; `first` is the smaller index. */
export interface SharedBorder {
  readonly first: number
  readonly second: number
  /** Length of the border that they share, the mean of both sides; near 0 where only points touch. */
  readonly metres: number
}

/**
 * Pairs of polygons whose borders come within a tolerance of each other, with the length that does.
 * Borders digitised twice seldom match vertex by vertex, so lengths are compared and not vertices:
 * each segment is clipped, exactly, to the band around the segments of the other polygon. What meets
 * in one point has the few metres around that point within the band: about 2 tolerances at right
 * angles, and tolerance / sin(angle) a segment where borders part at a sharper one.
 *
 * @param geometry polygons in metres
 * @returns pairs in order of `first`, then `second`
 */
export function measureSharedBorders(geometry: PackedGeometry, toleranceMetres = 1): SharedBorder[] {
  const segments = listSegments(geometry)
  const { features, ends } = segments
  const count = features.length
  const featureCount = geometry.featureStarts.length - 1
  if (count === 0) return []
  const bush = new Flatbush(count)
  for (let index = 0; index < count; index++) {
    const [x1, y1, x2, y2] = segmentAt(ends, index)
    bush.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2))
  }
  bush.finish()
  const lengths = new Map<number, number>()
  for (let index = 0; index < count; index++) {
    const feature = features[index] as number
    const own = segmentAt(ends, index)
    const [x1, y1, x2, y2] = own
    const near = bush.search(
      Math.min(x1, x2) - toleranceMetres,
      Math.min(y1, y2) - toleranceMetres,
      Math.max(x1, x2) + toleranceMetres,
      Math.max(y1, y2) + toleranceMetres,
      (other) => features[other] !== feature,
    )
    const spans: Span[] = []
    for (const other of near) {
      const span = clipToBand(own, segmentAt(ends, other), toleranceMetres)
      if (span !== null) spans.push({ feature: features[other] as number, from: span[0], to: span[1] })
    }
    const length = Math.hypot(x2 - x1, y2 - y1)
    for (const [other, share] of mergeSpans(spans)) {
      const key = Math.min(feature, other) * featureCount + Math.max(feature, other)
      lengths.set(key, (lengths.get(key) ?? 0) + (share * length) / 2)
    }
  }
  return [...lengths]
    .sort(([a], [b]) => a - b)
    .map(([key, metres]) => ({
      first: Math.floor(key / featureCount),
      second: key % featureCount,
      metres,
    }))
}

type Segment = readonly [number, number, number, number]

interface Span {
  readonly feature: number
  /** Part of the segment, 0 at its start and 1 at its end. */
  readonly from: number
  readonly to: number
}

/** Ends of every segment of every ring, x1, y1, x2, y2 in turn, and the feature of each. */
function listSegments(geometry: PackedGeometry): { features: Uint32Array; ends: Float64Array } {
  const features: number[] = []
  const ends: number[] = []
  for (let feature = 0; feature < geometry.featureStarts.length - 1; feature++) {
    forEachRing(geometry, feature, (from, to) =>
      forEachSegment(
        geometry.positions,
        (x1, y1, x2, y2) => {
          features.push(feature)
          ends.push(x1, y1, x2, y2)
        },
        from,
        to,
      ),
    )
  }
  return { features: Uint32Array.from(features), ends: Float64Array.from(ends) }
}

function segmentAt(ends: Float64Array, index: number): Segment {
  return [...pointAt(ends, index * 2), ...pointAt(ends, index * 2 + 1)]
}

/**
 * The part of a segment that lies within the tolerance of another. The band around a segment (a
 * rectangle with a disc at each end) is convex, so the part is one piece: from the first to the last
 * point that lies in any of the three.
 */
function clipToBand([x1, y1, x2, y2]: Segment, [otherX1, otherY1, otherX2, otherY2]: Segment, tolerance: number): [number, number] | null {
  let from = Infinity
  let to = -Infinity
  const add = (start: number, end: number) => {
    const [first, last] = [Math.max(0, start), Math.min(1, end)]
    if (first > last) return
    from = Math.min(from, first)
    to = Math.max(to, last)
  }
  const [stepX, stepY] = [x2 - x1, y2 - y1]
  const stepSquare = stepX * stepX + stepY * stepY
  for (const [x, y] of [
    [otherX1, otherY1],
    [otherX2, otherY2],
  ] as const) {
    const [toX, toY] = [x1 - x, y1 - y]
    const middle = -(toX * stepX + toY * stepY)
    const rest = middle * middle - stepSquare * (toX * toX + toY * toY - tolerance * tolerance)
    if (stepSquare > 0 && rest >= 0) add((middle - Math.sqrt(rest)) / stepSquare, (middle + Math.sqrt(rest)) / stepSquare)
  }
  const length = Math.hypot(otherX2 - otherX1, otherY2 - otherY1)
  if (length > 0) {
    const [alongX, alongY] = [(otherX2 - otherX1) / length, (otherY2 - otherY1) / length]
    const along = clipToRange((x1 - otherX1) * alongX + (y1 - otherY1) * alongY, stepX * alongX + stepY * alongY, 0, length)
    const across = clipToRange((y1 - otherY1) * alongX - (x1 - otherX1) * alongY, stepY * alongX - stepX * alongY, -tolerance, tolerance)
    add(Math.max(along[0], across[0]), Math.min(along[1], across[1]))
  }
  return from <= to ? [from, to] : null
}

/** Where start + part · step lies between two bounds, as a range of `part`. */
function clipToRange(start: number, step: number, low: number, high: number): [number, number] {
  if (step === 0) return start >= low && start <= high ? [-Infinity, Infinity] : [Infinity, -Infinity]
  const [first, last] = [(low - start) / step, (high - start) / step]
  return step > 0 ? [first, last] : [last, first]
}

/** Share of the segment that the spans of each feature cover together. */
function mergeSpans(spans: Span[]): Map<number, number> {
  spans.sort((a, b) => a.feature - b.feature || a.from - b.from)
  const shares = new Map<number, number>()
  let feature = -1
  let reached = 0
  for (const span of spans) {
    if (span.feature !== feature) reached = 0
    feature = span.feature
    const start = Math.max(reached, span.from)
    shares.set(feature, (shares.get(feature) ?? 0) + Math.max(0, span.to - start))
    reached = Math.max(reached, span.to)
  }
  return shares
}
