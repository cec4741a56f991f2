import type { Position } from '../dataset.ts'

/** Distance between the points at which a line is asked whether another already runs there. */
const SAMPLE_METRES = 4
/** Cosine of the largest angle between two lines that count as the same street (about 32 degrees). */
const PARALLEL_COSINE = 0.85

export interface LineCover {
  /** Takes the line into the cover. */
  readonly add: (line: readonly Position[]) => void
  /** Share of the line's length, 0-1, beside which a line of the cover runs in parallel. */
  readonly coveredShare: (line: readonly Position[]) => number
}

/**
 * Where lines already run, to find the same street in a second source. A point of a line counts as
 * covered where its foot on a line of the cover falls within a segment (not beyond its end, or the
 * continuation of a street would count as its copy), within `toleranceMetres` and in parallel.
 */
export function createLineCover(toleranceMetres: number): LineCover {
  const cellMetres = Math.max(toleranceMetres * 2, 10)
  const cells = new Map<string, [Position, Position][]>()
  const cellOf = (value: number): number => Math.floor(value / cellMetres)

  const add = (line: readonly Position[]): void => {
    for (let index = 1; index < line.length; index++) {
      const [a, b] = [line[index - 1] as Position, line[index] as Position]
      const [west, east] = [Math.min(a[0], b[0]) - toleranceMetres, Math.max(a[0], b[0]) + toleranceMetres]
      const [south, north] = [Math.min(a[1], b[1]) - toleranceMetres, Math.max(a[1], b[1]) + toleranceMetres]
      for (let column = cellOf(west); column <= cellOf(east); column++) {
        for (let row = cellOf(south); row <= cellOf(north); row++) {
          const key = `${column},${row}`
          const list = cells.get(key)
          if (list === undefined) cells.set(key, [[a, b]])
          else list.push([a, b])
        }
      }
    }
  }

  const isCovered = (x: number, y: number, alongX: number, alongY: number): boolean => {
    for (const [a, b] of cells.get(`${cellOf(x)},${cellOf(y)}`) ?? []) {
      const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
      const length = Math.hypot(dx, dy)
      if (length === 0) continue
      const along = ((x - a[0]) * dx + (y - a[1]) * dy) / length
      if (along < 0 || along > length) continue
      if (Math.abs((x - a[0]) * dy - (y - a[1]) * dx) / length > toleranceMetres) continue
      if (Math.abs(dx * alongX + dy * alongY) / length >= PARALLEL_COSINE) return true
    }
    return false
  }

  const coveredShare = (line: readonly Position[]): number => {
    let [covered, total] = [0, 0]
    for (let index = 1; index < line.length; index++) {
      const [a, b] = [line[index - 1] as Position, line[index] as Position]
      const length = Math.hypot(b[0] - a[0], b[1] - a[1])
      if (length === 0) continue
      const [alongX, alongY] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length]
      const pieces = Math.max(1, Math.round(length / SAMPLE_METRES))
      for (let piece = 0; piece < pieces; piece++) {
        const at = ((piece + 0.5) / pieces) * length
        total += length / pieces
        if (isCovered(a[0] + alongX * at, a[1] + alongY * at, alongX, alongY)) covered += length / pieces
      }
    }
    return total === 0 ? 0 : covered / total
  }

  return { add, coveredShare }
}
