import type { PackedGeometry } from '../../geo/packed-geometry.ts'

export const NAME = 'cover-shares'

export interface CoverShareOptions {
  /** Side of a sample cell, metres. */
  readonly cellMetres: number
  /** Only what lies within it counts, of the zone and of its cover: land, for instance. */
  readonly within?: PackedGeometry
}

/**
 * Share of each zone that is covered by any feature of `cover`, 0-1; features of `cover` may overlap.
 * Both are sampled at the centres of one grid of cells: exact as the cells shrink, and with 10 m
 * cells within about one per cent for a zone of 10 hectares or more.
 *
 * @returns NaN for a zone that holds no cell's centre
 */
export function measureCoverShares(
  zones: PackedGeometry, cover: PackedGeometry, { cellMetres, within }: CoverShareOptions = { cellMetres: 10 },
): Float64Array {
  const zoneCount = zones.featureStarts.length - 1
  const grid = makeGrid(zones, cellMetres)
  const cellCount = grid.columns * grid.rows
  const counted = new Uint8Array(cellCount)
  if (within === undefined) counted.fill(1)
  else scanPolygons(within, grid, (from, to) => counted.fill(1, from, to))
  const covered = new Uint8Array(cellCount)
  scanPolygons(cover, grid, (from, to) => covered.fill(1, from, to))
  const cells = new Uint32Array(zoneCount)
  const coveredCells = new Uint32Array(zoneCount)
  scanPolygons(zones, grid, (from, to, zone) => {
    let all = 0
    let both = 0
    for (let cell = from; cell < to; cell++) {
      const isCounted = counted[cell] as number
      all += isCounted
      both += isCounted & (covered[cell] as number)
    }
    cells[zone] = (cells[zone] as number) + all
    coveredCells[zone] = (coveredCells[zone] as number) + both
  })
  return Float64Array.from(cells, (count, zone) => (count === 0 ? NaN : (coveredCells[zone] as number) / count))
}

interface Grid {
  readonly west: number
  readonly south: number
  readonly cellMetres: number
  readonly columns: number
  readonly rows: number
}

function makeGrid({ positions }: PackedGeometry, cellMetres: number): Grid {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let index = 0; index < positions.length; index += 2) {
    west = Math.min(west, positions[index] as number)
    east = Math.max(east, positions[index] as number)
    south = Math.min(south, positions[index + 1] as number)
    north = Math.max(north, positions[index + 1] as number)
  }
  if (!(east > west)) return { west: 0, south: 0, cellMetres, columns: 0, rows: 0 }
  return {
    west, south, cellMetres,
    columns: Math.ceil((east - west) / cellMetres),
    rows: Math.ceil((north - south) / cellMetres),
  }
}

/** Calls `span` with the range of cells whose centres are inside, row by row, feature by feature. */
function scanPolygons(
  { positions, ringStarts, featureStarts }: PackedGeometry, grid: Grid,
  span: (fromCell: number, toCell: number, feature: number) => void,
): void {
  const crossings: number[][] = []
  for (let feature = 0; feature < featureStarts.length - 1; feature++) {
    let firstRow = grid.rows
    let lastRow = -1
    for (let ring = featureStarts[feature] as number; ring < (featureStarts[feature + 1] as number); ring++) {
      for (let point = ringStarts[ring] as number; point < (ringStarts[ring + 1] as number) - 1; point++) {
        const x1 = positions[point * 2] as number
        const y1 = positions[point * 2 + 1] as number
        const x2 = positions[point * 2 + 2] as number
        const y2 = positions[point * 2 + 3] as number
        if (y1 === y2) continue
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
      }
    }
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
