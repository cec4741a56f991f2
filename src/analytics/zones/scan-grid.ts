import { boxOfPoints } from '../../geo/boxes.ts'
import type { PackedGeometry } from '../../geo/packed-geometry.ts'
import { forEachRing, forEachSegment } from '../../geo/rings.ts'

/** A grid of square cells over a plane: cell = row × columns + column, from the south-west. */
export interface Grid {
  readonly west: number
  readonly south: number
  readonly cellMetres: number
  readonly columns: number
  readonly rows: number
}

/** A grid over all points of a geometry, from its south-west corner. */
export function makeGrid({ positions }: PackedGeometry, cellMetres: number): Grid {
  const [west, south, east, north] = boxOfPoints(positions) ?? [0, 0, 0, 0]
  if (!(east > west)) return { west: 0, south: 0, cellMetres, columns: 0, rows: 0 }
  return {
    west,
    south,
    cellMetres,
    columns: Math.ceil((east - west) / cellMetres),
    rows: Math.ceil((north - south) / cellMetres),
  }
}

/**
 * Calls `span` with the range of cells whose centres are inside, row by row, feature by feature. A centre
 * on a border that two features share is in one of them only.
 */
export function scanPolygons(
  geometry: PackedGeometry,
  grid: Grid,
  span: (fromCell: number, toCell: number, feature: number) => void,
): void {
  const crossings: number[][] = []
  for (let feature = 0; feature < geometry.featureStarts.length - 1; feature++) {
    let firstRow = grid.rows
    let lastRow = -1
    forEachRing(geometry, feature, (start, end) =>
      forEachSegment(
        geometry.positions,
        (x1, y1, x2, y2) => {
          if (y1 === y2) return
          const from = rowAtOrAbove(Math.min(y1, y2), grid)
          const to = rowAtOrAbove(Math.max(y1, y2), grid)
          for (let row = from; row < to; row++) {
            const y = grid.south + (row + 0.5) * grid.cellMetres
            ;(crossings[row] ??= []).push(x1 + ((x2 - x1) * (y - y1)) / (y2 - y1))
          }
          if (from < to) {
            firstRow = Math.min(firstRow, from)
            lastRow = Math.max(lastRow, to - 1)
          }
        },
        start,
        end,
      ),
    )
    for (let row = firstRow; row <= lastRow; row++) {
      const xs = crossings[row]
      if (xs === undefined || xs.length === 0) continue
      xs.sort((a, b) => a - b)
      for (let index = 0; index + 1 < xs.length; index += 2) {
        const from = columnAtOrAfter(xs[index] as number, grid)
        const to = columnAtOrAfter(xs[index + 1] as number, grid)
        if (to > from) span(row * grid.columns + from, row * grid.columns + to, feature)
      }
      xs.length = 0
    }
  }
}

/** First row whose centre is at y or above it, kept within the grid. */
function rowAtOrAbove(y: number, grid: Grid): number {
  return Math.min(grid.rows, Math.max(0, Math.ceil((y - grid.south) / grid.cellMetres - 0.5)))
}

function columnAtOrAfter(x: number, grid: Grid): number {
  return Math.min(grid.columns, Math.max(0, Math.ceil((x - grid.west) / grid.cellMetres - 0.5)))
}
