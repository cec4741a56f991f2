import { boxOfPoints } from './boxes.ts'
import type { PackedGeometry } from './packed-geometry.ts'

/** A grid over polygons: cells through which no border runs lie in one polygon, or in none, as a whole. */
export interface BorderCells {
  readonly west: number
  readonly south: number
  /** Side of a cell, in the unit of the geometry. */
  readonly side: number
  readonly columns: number
  readonly rows: number
  /** 1 where an edge touches the cell; row by row from the south-west. */
  readonly crossed: Uint8Array
}

/** So many cells an edge keep most cells free of borders, and cost less than the edges themselves. */
const CELLS_PER_EDGE = 4
const FEWEST_CELLS = 64
const MOST_CELLS = 1 << 18
/** Rounding in where an edge leaves a row, in cells. */
const ROUNDING = 1e-6

/** Null where no polygon has a finite edge. */
export function markBorderCells({ positions, ringStarts }: PackedGeometry): BorderCells | null {
  const box = boxOfPoints(positions)
  if (box === null) return null
  const [west, south, east, north] = box
  const longest = Math.max(east - west, north - south)
  if (!(longest > 0 && longest < Infinity)) return null
  const wanted = Math.min(MOST_CELLS, Math.max(FEWEST_CELLS, (positions.length / 2) * CELLS_PER_EDGE))
  // A strip that is all width would otherwise get cells without height.
  const area = Math.max((east - west) * (north - south), (longest * longest) / wanted)
  const side = Math.sqrt(area / wanted)
  const columns = Math.floor((east - west) / side) + 1
  const rows = Math.floor((north - south) / side) + 1
  const crossed = new Uint8Array(columns * rows)
  const clamp = (value: number, count: number) => Math.max(0, Math.min(count - 1, Math.floor(value)))
  for (let ring = 0; ring + 1 < ringStarts.length; ring++) {
    const end = (ringStarts[ring + 1] as number) * 2 - 2
    for (let index = (ringStarts[ring] as number) * 2; index < end; index += 2) {
      const [x1, y1] = [((positions[index] as number) - west) / side, ((positions[index + 1] as number) - south) / side]
      const [x2, y2] = [((positions[index + 2] as number) - west) / side, ((positions[index + 3] as number) - south) / side]
      const lastRow = clamp(Math.max(y1, y2), rows)
      for (let row = clamp(Math.min(y1, y2), rows); row <= lastRow; row++) {
        // Where the edge enters and leaves the row; all of it where it lies along the row.
        const from = y1 === y2 ? x1 : x1 + ((x2 - x1) * (Math.max(row, Math.min(y1, y2)) - y1)) / (y2 - y1)
        const to = y1 === y2 ? x2 : x1 + ((x2 - x1) * (Math.min(row + 1, Math.max(y1, y2)) - y1)) / (y2 - y1)
        const last = clamp(Math.max(from, to) + ROUNDING, columns)
        for (let column = clamp(Math.min(from, to) - ROUNDING, columns); column <= last; column++) crossed[row * columns + column] = 1
      }
    }
  }
  return { west, south, side, columns, rows, crossed }
}
