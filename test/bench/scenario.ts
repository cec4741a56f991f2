import * as fc from 'fast-check'
import { CITIES } from '../../src/cities/index.ts'
import { converterBetween } from '../../src/geo/crs.ts'
import { referTo } from '../../src/scenario/apply/match-reference.ts'
import { openForTest } from '../services/analysis/scenario/open-for-test.ts'
import { anyEdit } from '../services/analysis/scenario/random-edits.ts'
import { scenarioWith } from '../services/analysis/scenario/tiny-scenario.ts'
import { REAL_FILES } from '../services/real-files.ts'
import type { BenchRow } from './bench-row.ts'

const EDITS = 200

/** A scenario over all districts of a city, evaluated by its changes; the rival reckons everything again. */
export async function benchScenario(): Promise<BenchRow[]> {
  const [, second] = CITIES
  const city = await openForTest(second.id, REAL_FILES, 'fine')
  const [west, south, east, north] = second.extentDegrees
  const [to, from] = [converterBetween(4326, second.epsg), converterBetween(second.epsg, 4326)]
  const pointAt = (u: number, v: number) => [west + (east - west) * u, south + (north - south) * v] as const
  const edit = anyEdit({
    cityId: second.id,
    buildings: Array.from({ length: 300 }, (_, index) => referTo(city.open.indexed, index * 170)),
    pointAt,
    boxAt: (u, v, width, height) => {
      const [x, y] = to.point(...pointAt(u, v))
      return [[from.point(x, y), from.point(x + width, y), from.point(x + width, y + height), from.point(x, y + height)]]
    },
  })
  const edits = fc.uniqueArray(edit, { minLength: EDITS, maxLength: EDITS, selector: ({ id }) => id })
  const scenario = scenarioWith(fc.sample(edits, { numRuns: 1, seed: 3 })[0] ?? [])
  const [ours, rivals] = [city.evaluate(scenario), city.recompute(scenario)]
  const off = ours.heatKilowattHoursPerYear.findIndex(
    (value, zone) => Math.abs(value - (rivals.heatKilowattHoursPerYear[zone] as number)) > 1e-9 * value,
  )
  if (off >= 0) throw new Error(`Expected the same heat both ways, zone ${off} differs`)
  const value = timed(() => city.evaluate(scenario), 5)
  const rivalValue = timed(() => city.recompute(scenario), 1)
  return [
    {
      name: `a scenario of ${EDITS} edits over all of ${second.id}`,
      value,
      unit: 'ms',
      rival: 'everything reckoned again',
      rivalValue,
      ratio: value / rivalValue,
      note: 'lower is better',
    },
  ]
}

/** Milliseconds of one round. */
function timed(run: () => unknown, rounds: number): number {
  const start = performance.now()
  for (let round = 0; round < rounds; round += 1) run()
  return (performance.now() - start) / rounds
}
