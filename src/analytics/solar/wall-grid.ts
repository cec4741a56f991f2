import { boxOfPoints } from '../../geo/boxes.ts'
import type { PackedGeometry } from '../../geo/packed-geometry.ts'
import { forEachRing, forEachSegment } from '../../geo/rings.ts'

/**
 * Upright solids with flat tops: what stands between a point and the sky. Each reaches from the ground to its top; a part
 * that hangs free counts as if it stood.
 */
export interface Solids {
  /** Polygons in the plane of a CRS, metres; one feature a solid. */
  readonly geometry: PackedGeometry
  /** Height of each top over the zero that all heights here are counted from, metres. */
  readonly topsMetres: ArrayLike<number>
}

/**
 * The walls of solids in a grid of cells with the highest top of each cell and of each block of 8 × 8 cells, so that a
 * ray passes over what cannot rise above what it has met.
 */
export interface WallGrid {
  readonly solidCount: number
  /** x1, y1, x2, y2 of each wall, metres. */
  readonly ends: Float64Array
  /** Top of each wall and the solid that it belongs to. */
  readonly tops: Float64Array
  readonly solids: Uint32Array
  readonly west: number
  readonly south: number
  readonly cellMetres: number
  /** Whole blocks: `columns` and `rows` are multiples of `BLOCK_CELLS`. */
  readonly columns: number
  readonly rows: number
  /** Walls that touch cell c are `cellWalls[cellStarts[c] .. cellStarts[c + 1])`; cell = row × columns + column. */
  readonly cellStarts: Uint32Array
  readonly cellWalls: Uint32Array
  /** Highest top among the walls that touch a cell, or a block; -Infinity where there are none. */
  readonly cellTops: Float64Array
  readonly blockTops: Float64Array
}

export const BLOCK_CELLS = 8

const CELL_METRES = 16
/** Of a wider scene the cells are larger instead. */
const MOST_CELLS = 4_000_000
/** A wall counts for a cell that it passes as near as this, so that no rounding at a border loses it. */
const PADDING_METRES = 1e-6

/**
 * Builds the grid; walls of solids whose top is not a number are left out.
 *
 * @throws RangeError where there are not as many tops as solids, or a coordinate is not finite
 */
export function buildWallGrid({ geometry, topsMetres }: Solids): WallGrid {
  const solidCount = geometry.featureStarts.length - 1
  if (topsMetres.length !== solidCount) throw new RangeError(`Expected ${solidCount} tops, one a solid, found ${topsMetres.length}`)
  const [ends, tops, solids] = listWalls(geometry, topsMetres)
  const [west, south, east, north] = boxOfPoints(ends) ?? [0, 0, 0, 0]
  const width = east - west
  const depth = north - south
  if (!Number.isFinite(width + depth)) throw new RangeError('Expected finite coordinates of solids')
  const cellMetres = Math.max(CELL_METRES, Math.sqrt((width * depth) / MOST_CELLS), Math.max(width, depth) / MOST_CELLS)
  const blockMetres = cellMetres * BLOCK_CELLS
  const columns = (Math.floor(width / blockMetres) + 1) * BLOCK_CELLS
  const rows = (Math.floor(depth / blockMetres) + 1) * BLOCK_CELLS
  const frame = { west, south, cellMetres, columns, rows }

  const cellStarts = new Uint32Array(columns * rows + 1)
  forEachCellOfWalls(ends, frame, (cell) => cellStarts[cell + 1]!++)
  for (let cell = 0; cell < columns * rows; cell++) cellStarts[cell + 1]! += cellStarts[cell] as number
  const next = cellStarts.slice(0, -1)
  const cellWalls = new Uint32Array(cellStarts[columns * rows] as number)
  const cellTops = new Float64Array(columns * rows).fill(-Infinity)
  const blockTops = new Float64Array((columns / BLOCK_CELLS) * (rows / BLOCK_CELLS)).fill(-Infinity)
  forEachCellOfWalls(ends, frame, (cell, wall, block) => {
    cellWalls[next[cell]!++] = wall
    const top = tops[wall] as number
    if (top > (cellTops[cell] as number)) cellTops[cell] = top
    if (top > (blockTops[block] as number)) blockTops[block] = top
  })
  return { solidCount, ends, tops, solids, ...frame, cellStarts, cellWalls, cellTops, blockTops }
}

function listWalls(geometry: PackedGeometry, topsMetres: ArrayLike<number>): [Float64Array, Float64Array, Uint32Array] {
  const most = geometry.positions.length / 2
  const ends = new Float64Array(most * 4)
  const tops = new Float64Array(most)
  const solids = new Uint32Array(most)
  let count = 0
  for (let solid = 0; solid < topsMetres.length; solid++) {
    const top = topsMetres[solid] as number
    if (Number.isNaN(top)) continue
    forEachRing(geometry, solid, (from, to) =>
      forEachSegment(
        geometry.positions,
        (x1, y1, x2, y2) => {
          if (x1 === x2 && y1 === y2) return
          ends.set([x1, y1, x2, y2], count * 4)
          tops[count] = top
          solids[count++] = solid
        },
        from,
        to,
      ),
    )
  }
  return [ends.slice(0, count * 4), tops.slice(0, count), solids.slice(0, count)]
}

type Frame = Pick<WallGrid, 'west' | 'south' | 'cellMetres' | 'columns' | 'rows'>

/** Each cell that a wall touches, row by row: the wall's part between the borders of a row spans its cells. */
function forEachCellOfWalls(ends: Float64Array, frame: Frame, visit: (cell: number, wall: number, block: number) => void): void {
  const { west, south, cellMetres, columns, rows } = frame
  const blockColumns = columns / BLOCK_CELLS
  const columnOf = (x: number) => Math.min(columns - 1, Math.max(0, Math.floor((x - west) / cellMetres)))
  const rowOf = (y: number) => Math.min(rows - 1, Math.max(0, Math.floor((y - south) / cellMetres)))
  for (let wall = 0; wall * 4 < ends.length; wall++) {
    const [x1, y1, x2, y2] = ends.subarray(wall * 4, wall * 4 + 4) as unknown as readonly [number, number, number, number]
    const xAt = (y: number) => (y1 === y2 ? x1 : x1 + (x2 - x1) * Math.min(1, Math.max(0, (y - y1) / (y2 - y1))))
    const lastRow = rowOf(Math.max(y1, y2) + PADDING_METRES)
    for (let row = rowOf(Math.min(y1, y2) - PADDING_METRES); row <= lastRow; row++) {
      const low = south + row * cellMetres - PADDING_METRES
      const xLow = xAt(low)
      // A level wall lies in its row from end to end.
      const xHigh = y1 === y2 ? x2 : xAt(low + cellMetres + 2 * PADDING_METRES)
      const lastColumn = columnOf(Math.max(xLow, xHigh) + PADDING_METRES)
      for (let column = columnOf(Math.min(xLow, xHigh) - PADDING_METRES); column <= lastColumn; column++) {
        visit(row * columns + column, wall, Math.floor(row / BLOCK_CELLS) * blockColumns + Math.floor(column / BLOCK_CELLS))
      }
    }
  }
}
