import { forEachSegment, pointAt } from '../../geo/rings.ts'

/** A street's axis with distances along it, in pixels of one zoom. */
export interface MeasuredPath {
  readonly line: Float64Array
  /** Distance from the start of each vertex, pixels. */
  readonly distances: Float64Array
  readonly length: number
}

export function measurePath(line: Float64Array, scale: number): MeasuredPath {
  const distances = new Float64Array(line.length / 2)
  let distance = 0
  forEachSegment(line, (x1, y1, x2, y2, point) => {
    distance += Math.hypot(x2 - x1, y2 - y1) * scale
    distances[point + 1] = distance
  })
  return { line, distances, length: distances[distances.length - 1] ?? 0 }
}

/** Half the stretch over which a letter's direction is taken: smooths the corners of a polyline. */
const SMOOTHING_PIXELS = 7

export function pointAlong(path: MeasuredPath, distance: number): { x: number; y: number; angleRadians: number } {
  const at = interpolatePath(path, distance)
  const before = interpolatePath(path, Math.max(0, distance - SMOOTHING_PIXELS))
  const after = interpolatePath(path, Math.min(path.length, distance + SMOOTHING_PIXELS))
  return { x: at[0], y: at[1], angleRadians: Math.atan2(after[1] - before[1], after[0] - before[0]) }
}

function interpolatePath({ line, distances }: MeasuredPath, distance: number): [number, number] {
  let low = 0
  let high = distances.length - 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((distances[middle] as number) <= distance) low = middle
    else high = middle
  }
  const from = distances[low] as number
  const span = (distances[high] as number) - from
  const share = span === 0 ? 0 : (distance - from) / span
  const [[x1, y1], [x2, y2]] = [pointAt(line, low), pointAt(line, high)]
  return [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share]
}
