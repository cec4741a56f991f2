import type { PackedGeometry } from '../../geo/packed-geometry.ts'
import { makeGrid, scanPolygons } from '../zones/scan-grid.ts'

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
  zones: PackedGeometry,
  cover: PackedGeometry,
  { cellMetres, within }: CoverShareOptions = { cellMetres: 10 },
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
