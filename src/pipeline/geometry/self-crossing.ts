import Flatbush from 'flatbush'
import type { Position } from '../dataset.ts'
import type { Ring } from './planar.ts'

/** Below this many segments a plain double loop is faster than building an index. */
const INDEX_FROM_SEGMENTS = 64

/**
 * Whether any two segments of the polygon's rings properly cross. Touching at a point is no crossing:
 * such rings fill the same under every rule.
 */
export function findSelfCrossing(rings: readonly Ring[]): boolean {
  const segments: (readonly [Position, Position])[] = []
  for (const ring of rings) {
    for (let index = 1; index < ring.length; index++) segments.push([ring[index - 1] as Position, ring[index] as Position])
  }
  if (segments.length < INDEX_FROM_SEGMENTS) {
    return segments.some((a, index) => {
      for (let other = index + 1; other < segments.length; other++) {
        if (cross(a, segments[other] as readonly [Position, Position])) return true
      }
      return false
    })
  }
  const index = new Flatbush(segments.length)
  for (const [a, b] of segments) {
    index.add(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]))
  }
  index.finish()
  return segments.some((segment, position) => {
    const [a, b] = segment
    const near = index.search(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]))
    return near.some((other) => other > position && cross(segment, segments[other] as readonly [Position, Position]))
  })
}

function cross([a, b]: readonly [Position, Position], [c, d]: readonly [Position, Position]): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}

function side(a: Position, b: Position, c: Position): number {
  return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))
}
