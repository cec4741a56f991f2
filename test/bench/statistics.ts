import { hexGrid } from '@turf/turf'
import { CITIES } from '../../src/cities/index.ts'
import { makeRandom } from '../../src/analytics/random/seeded-random.ts'
import { shuffle } from '../../src/analytics/random/shuffle.ts'
import { measureLocalMoran } from '../../src/analytics/statistics/local-autocorrelation.ts'
import { pseudoPValue } from '../../src/analytics/statistics/pseudo-p-value.ts'
import { makeContiguityWeights, standardiseRows, type SpatialWeights } from '../../src/analytics/statistics/spatial-weights.ts'
import { deviationsOf } from '../../src/analytics/statistics/summary.ts'
import { makeHexagons } from '../../src/analytics/zones/hexagon-grid.ts'
import { converterBetween } from '../../src/geo/crs.ts'
import { readRealDistricts } from '../analytics/statistics/real-districts.ts'
import type { BenchRow } from './bench-row.ts'

const PERMUTATIONS = 999
const HEXAGON_SQUARE_METRES = 10_000
/** Box in metres and extent in degrees differ a little, and Turf leaves the edges out. */
const MOST_APART = 0.12

/** Local Moran's I against a loop over a full matrix, and the hexagon grid against Turf's. */
export async function benchStatistics(): Promise<BenchRow[]> {
  return [await benchLocalMoran(), benchHexagons()]
}

/** The districts of Tallinn by their land; the rival shuffles all others and sums whole rows. */
async function benchLocalMoran(): Promise<BenchRow> {
  const { geometry, landAreasSquareMetres, count } = await readRealDistricts('tallinn', 'fine')
  const weights = standardiseRows(makeContiguityWeights(geometry))
  const run = () => measureLocalMoran(landAreasSquareMetres, weights, { permutations: PERMUTATIONS, seed: 1 }).pValues
  const ours = run()
  const rivals = measureDense(landAreasSquareMetres, weights)
  const far = ours.findIndex((pValue, zone) => !Number.isNaN(pValue) && Math.abs(pValue - (rivals[zone] as number)) > 0.15)
  if (far >= 0) throw new Error(`Expected the same p-values but for chance, zone ${far} has ${ours[far]} and ${rivals[far]}`)
  const value = timed(run, 5)
  const rivalValue = timed(() => measureDense(landAreasSquareMetres, weights), 2)
  return {
    name: `local Moran's I, ${count} districts, ${PERMUTATIONS} permutations`,
    value,
    unit: 'ms',
    rival: 'shuffles and a full matrix',
    rivalValue,
    ratio: value / rivalValue,
    note: 'lower is better',
  }
}

function measureDense(values: ArrayLike<number>, { starts, neighbours, weights }: SpatialWeights): Float64Array {
  const count = values.length
  const matrix = Array.from({ length: count }, (_, zone) => {
    const row = new Float64Array(count)
    for (let index = starts[zone] as number; index < (starts[zone + 1] as number); index++)
      row[neighbours[index] as number] = weights[index] as number
    return row
  })
  const z = deviationsOf(values)
  const factor = (count - 1) / z.reduce((sum, value) => sum + value * value, 0)
  const random = makeRandom(2)
  const localOf = (zone: number, all: Float64Array) =>
    factor * (z[zone] as number) * (matrix[zone] as Float64Array).reduce((sum, weight, other) => sum + weight * (all[other] as number), 0)
  return Float64Array.from({ length: count }, (_, zone) => {
    const others = z.filter((_value, other) => other !== zone)
    const drawn = Float64Array.from({ length: PERMUTATIONS }, () => {
      shuffle(others, random)
      const all = new Float64Array(count)
      all.set(others.subarray(0, zone))
      all.set(others.subarray(zone), zone + 1)
      return localOf(zone, all)
    })
    return pseudoPValue(localOf(zone, z), drawn)
  })
}

/** Hexagons of one hectare over the first city's extent; Turf's are of the same side on its sphere. */
function benchHexagons(): BenchRow {
  const [city] = CITIES
  const [west, south, east, north] = city.extentDegrees
  const { batch } = converterBetween(4326, city.epsg)
  const corners = batch(Float64Array.of(west, south, east, south, east, north, west, north))
  const xs = corners.filter((_, index) => index % 2 === 0)
  const ys = corners.filter((_, index) => index % 2 === 1)
  const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] as const
  const sideMetres = Math.sqrt((2 * HEXAGON_SQUARE_METRES) / (3 * Math.sqrt(3)))
  const run = () => makeHexagons(box, HEXAGON_SQUARE_METRES).ids.length
  const turf = () => hexGrid([west, south, east, north], sideMetres, { units: 'meters' }).features.length
  const [count, turfCount] = [run(), turf()]
  const perCell = (time: number, cells: number) => (time * 1000) / cells
  const value = perCell(timed(run, 3), count)
  const rivalValue = perCell(timed(turf, 2), turfCount)
  const note = `${count} and ${turfCount} hexagons; lower is better`
  if (Math.abs(count / turfCount - 1) > MOST_APART) throw new Error(`Expected about as many hexagons, found ${note}`)
  return {
    name: `hexagon grid of ${city.id}`,
    value,
    unit: 'µs a hexagon',
    rival: 'turf hexGrid',
    rivalValue,
    ratio: value / rivalValue,
    note,
  }
}

/** Milliseconds of one round. */
function timed(run: () => unknown, rounds: number): number {
  run()
  const start = performance.now()
  for (let round = 0; round < rounds; round += 1) run()
  return (performance.now() - start) / rounds
}
