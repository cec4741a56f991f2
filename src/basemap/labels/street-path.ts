/** A street's axis with distances along it, in pixels of one zoom. */
export interface MeasuredPath {
  readonly line: Float64Array
  /** Distance from the start of each vertex, pixels. */
  readonly distances: Float64Array
  readonly length: number
}

export function measurePath(line: Float64Array, scale: number): MeasuredPath {
  const distances = new Float64Array(line.length / 2)
  for (let point = 1; point < distances.length; point += 1) {
    const x = (line[point * 2] as number) - (line[point * 2 - 2] as number)
    const y = (line[point * 2 + 1] as number) - (line[point * 2 - 1] as number)
    distances[point] = (distances[point - 1] as number) + Math.hypot(x, y) * scale
  }
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
  return [
    (line[low * 2] as number) + ((line[high * 2] as number) - (line[low * 2] as number)) * share,
    (line[low * 2 + 1] as number) + ((line[high * 2 + 1] as number) - (line[low * 2 + 1] as number)) * share,
  ]
}
