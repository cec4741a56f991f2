import type { PathSink } from './trace.ts'

/** What own shapes may cost in one tile. Beyond that they would keep all other tiles waiting. */
export interface OwnLimits {
  /** Points that are looked at. */
  readonly looks: number
  /** Points that are drawn, after clipping and simplifying. */
  readonly points: number
  /** Lengths that are stroked, in sides of the tile. */
  readonly sides: number
  /** What is filled, in areas of the tile: shapes may lie over each other. */
  readonly areas: number
}

/** Ten thousand buildings of six corners with their outlines stay well below, and so does a coast. */
export const OWN_LIMITS: OwnLimits = { looks: 4_000_000, points: 150_000, sides: 4000, areas: 40 }

/** Of one tile. What does not fit is left out and counted. */
export interface OwnBudget {
  /** Whether a shape of so many points may be looked at. */
  readonly look: (points: number) => boolean
  /** Whether a clipped shape may be filled. */
  readonly fill: (points: number, squarePixels: number) => boolean
  /** Passes on what is within the budget: of a longer line the beginning. */
  readonly limit: (sink: PathSink) => PathSink
  /** Points that were handed on so far, for those who draw in portions. */
  readonly drawnPoints: () => number
  /** Shapes, or pieces of them, that were left out. */
  readonly leftOut: () => number
}

export function createOwnBudget(tilePixels: number, limits: OwnLimits = OWN_LIMITS): OwnBudget {
  let [looks, points, pixels, squarePixels, leftOut] = [0, 0, 0, 0, 0]
  const refuse = (): false => {
    leftOut += 1
    return false
  }
  return {
    look: (count) => {
      looks += count
      return looks <= limits.looks || refuse()
    },
    fill: (count, area) => {
      if (points + count > limits.points || squarePixels + area > limits.areas * tilePixels * tilePixels) return refuse()
      points += count
      squarePixels += area
      return true
    },
    limit: (sink) => {
      let [beforeX, beforeY, isFull] = [0, 0, false]
      return {
        moveTo: (x, y) => {
          ;[beforeX, beforeY] = [x, y]
          isFull = points >= limits.points || pixels >= limits.sides * tilePixels
          if (isFull) leftOut += 1
          else sink.moveTo(x, y)
        },
        lineTo: (x, y) => {
          if (isFull) return
          points += 1
          pixels += Math.min(2 * tilePixels, Math.hypot(x - beforeX, y - beforeY))
          ;[beforeX, beforeY] = [x, y]
          if (points > limits.points || pixels > limits.sides * tilePixels) {
            isFull = true
            leftOut += 1
          } else sink.lineTo(x, y)
        },
        closePath: () => {
          if (!isFull) sink.closePath()
        },
      }
    },
    drawnPoints: () => points,
    leftOut: () => leftOut,
  }
}
