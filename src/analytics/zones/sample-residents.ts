import type { CityFacts } from '../measures/types.ts'
import { makeGrid, scanPolygons, type Grid } from './scan-grid.ts'

/** Distance to a stop that counts as near, in a straight line. */
const NEAR_STOP_METRES = 400
/** Side of the cells that residents are spread over. */
const SAMPLE_METRES = 25

/** Residents of a city on a fine grid, and the stops about each cell. */
export interface ResidentSamples {
  readonly grid: Grid
  readonly residents: Float64Array
  /** Stops within 400 m of the cell's centre, and those of them without departures. */
  readonly stopsNear: Uint16Array
  readonly silentStopsNear: Uint16Array
  /** Departures a working day of the stops within 400 m, as far as known. */
  readonly departuresNear: Float64Array
}

/**
 * Spreads the residents of each cell of the population grid evenly over its land (over all of it where
 * it has none), sampled at the centres of 25 m cells, so that no resident is lost; and counts for each
 * sample the stops within 400 m. A zone's border is followed to 25 m: beside the evenness assumed within
 * cells of 250 or 500 m that is little, for zones of a few hectares or more.
 */
export function sampleResidents({ populationGrid, land, stops }: Pick<CityFacts, 'populationGrid' | 'land' | 'stops'>): ResidentSamples {
  const grid = makeGrid(populationGrid.geometry, SAMPLE_METRES)
  const cellCount = grid.columns * grid.rows
  const isLand = new Uint8Array(cellCount)
  scanPolygons(land, grid, (from, to) => isLand.fill(1, from, to))
  const cellsOf = new Uint32Array(populationGrid.populations.length)
  const landCellsOf = new Uint32Array(cellsOf.length)
  scanPolygons(populationGrid.geometry, grid, (from, to, feature) => {
    cellsOf[feature] = (cellsOf[feature] as number) + to - from
    for (let cell = from; cell < to; cell++) landCellsOf[feature] = (landCellsOf[feature] as number) + (isLand[cell] as number)
  })
  const residents = new Float64Array(cellCount)
  scanPolygons(populationGrid.geometry, grid, (from, to, feature) => {
    const population = populationGrid.populations[feature] as number
    if (!(population > 0)) return
    const landCells = landCellsOf[feature] as number
    const each = population / (landCells > 0 ? landCells : (cellsOf[feature] as number))
    for (let cell = from; cell < to; cell++) {
      if (landCells === 0 || isLand[cell] === 1) residents[cell] = (residents[cell] as number) + each
    }
  })
  return { grid, residents, ...countStopsNear(stops, grid) }
}

/** Draws a disc of 400 m about each stop. */
function countStopsNear({ positions, departuresPerDay }: CityFacts['stops'], grid: Grid) {
  const cellCount = grid.columns * grid.rows
  const stopsNear = new Uint16Array(cellCount)
  const silentStopsNear = new Uint16Array(cellCount)
  const departuresNear = new Float64Array(cellCount)
  const centre = (index: number, start: number) => start + (index + 0.5) * grid.cellMetres
  const first = (value: number, start: number) => Math.max(0, Math.ceil((value - start) / grid.cellMetres - 0.5))
  departuresPerDay.forEach((departures, stop) => {
    const [x, y] = [positions[stop * 2] as number, positions[stop * 2 + 1] as number]
    for (let row = first(y - NEAR_STOP_METRES, grid.south); row < grid.rows; row++) {
      const dy = centre(row, grid.south) - y
      if (dy > NEAR_STOP_METRES) break
      const reach = Math.sqrt(NEAR_STOP_METRES ** 2 - dy ** 2)
      for (let column = first(x - reach, grid.west); column < grid.columns; column++) {
        if (centre(column, grid.west) - x > reach) break
        const cell = row * grid.columns + column
        stopsNear[cell] = (stopsNear[cell] as number) + 1
        if (Number.isNaN(departures)) silentStopsNear[cell] = (silentStopsNear[cell] as number) + 1
        else departuresNear[cell] = (departuresNear[cell] as number) + departures
      }
    }
  })
  return { stopsNear, silentStopsNear, departuresNear }
}
