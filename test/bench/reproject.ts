import proj4 from 'proj4'
import { CITIES } from '../../src/cities/index.ts'
import { converterBetween, crsOf } from '../../src/geo/crs.ts'
import type { BenchRow } from './bench-row.ts'

const POINTS = 20_000
/** A converter reused is timed on more points, since it is over too soon. */
const ROUNDS = 20

/**
 * The batch of `src/geo/crs.ts`, from a city's CRS to degrees, against proj4 called as its readme
 * does (`proj4(from, to, point)` for each point), and against one proj4 converter kept and used again.
 */
export async function benchReproject(): Promise<BenchRow[]> {
  return CITIES.flatMap(({ id, epsg, extentDegrees }) => {
    const source = converterBetween(4326, epsg).batch(scatterPoints(extentDegrees))
    const target = new Float64Array(source.length)
    const { batch } = converterBetween(epsg, 4326)
    const [from, to] = [crsOf(epsg).proj4, crsOf(4326).proj4]
    const kept = proj4(from, to)
    const forEachPoint = (convert: (pair: [number, number]) => number[]) => {
      for (let index = 0; index < source.length; index += 2) {
        const [x, y] = convert([source[index] as number, source[index + 1] as number])
        target[index] = x as number
        target[index + 1] = y as number
      }
    }
    const ours = rate(() => batch(source, target), ROUNDS)
    const naive = rate(() => forEachPoint((pair) => proj4(from, to, pair)), 1)
    const reused = rate(() => forEachPoint((pair) => kept.forward(pair)), ROUNDS)
    const row = (rival: string, rivalValue: number, note?: string): BenchRow => ({
      name: `reproject ${id}, EPSG:${epsg} to degrees`,
      value: ours,
      unit: 'points/s',
      rival,
      rivalValue,
      ratio: ours / rivalValue,
      ...(note === undefined ? {} : { note }),
    })
    return [row('proj4(from, to, point)', naive), row('proj4 converter used again', reused, 'higher is better')]
  })
}

/** Points of the extent by a fixed linear congruence, the same in every run. */
function scatterPoints([west, south, east, north]: readonly [number, number, number, number]): Float64Array {
  let state = 1
  const next = () => (state = (state * 48271) % 2147483647) / 2147483647
  return Float64Array.from({ length: POINTS * 2 }, (_, index) =>
    index % 2 === 0 ? west + next() * (east - west) : south + next() * (north - south),
  )
}

/** Points a second, after one round to warm up. */
function rate(run: () => void, rounds: number): number {
  run()
  const start = performance.now()
  for (let round = 0; round < rounds; round += 1) run()
  return (POINTS * rounds * 1000) / (performance.now() - start)
}
