import { describe, expect, test } from 'vitest'
import type { OwnMeasure } from '../../../src/analytics/own/own-measure-text.ts'
import { prepareOwnMeasure } from '../../../src/analytics/own/own-measure.ts'
import { CITY_IDS } from '../../../src/cities/index.ts'
import { createAnalysisService } from '../../../src/services/analysis/create-analysis-service.ts'
import { reckonOwnColumn } from '../../../src/services/analysis/own-columns.ts'
import type { SiteCriterion } from '../../../src/analytics/choice/site-criteria.ts'
import { makeTinyCities } from '../tiny-cities.ts'

const service = createAnalysisService(makeTinyCities())
const FINE = { kind: 'districts', level: 'fine', cityIds: CITY_IDS } as const
const DENSITY: OwnMeasure = { name: 'Own density', formula: 'population / land-area' }

function prepare(own: OwnMeasure) {
  const outcome = prepareOwnMeasure(own)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return outcome.value
}
const criterion = (measureId: SiteCriterion['measureId']): SiteCriterion => ({
  measureId,
  direction: 'up',
  scale: { kind: 'linear', low: 0, high: 10_000 },
  weight: 1,
  leastWeight: 1,
  mostWeight: 1,
})
const OPTIONS = { draws: 100, seed: 1 }

describe('a measure of the user', () => {
  test('that says what another says has its values, what is estimated in it, and where it comes from', async () => {
    const table = await service.measure(FINE)
    const { values, estimatedShares, provenance } = reckonOwnColumn(table, prepare(DENSITY))
    expect([...values]).toEqual([...table.values['population-density']])
    expect([...estimatedShares]).toEqual([...table.estimatedShares.population])
    for (const cityId of CITY_IDS) expect(provenance[cityId].kind).toBe(table.provenance[cityId].population.kind)
  })

  test('with an assumption in it says so', async () => {
    const table = await service.measure(FINE)
    const own = prepare({ name: 'Dwellings', formula: 'gross-floor-area * net-share-of-homes / net-area-per-dwelling' })
    const { values, provenance } = reckonOwnColumn(table, own, { 'net-share-of-homes': 0.5, 'net-area-per-dwelling': 50 })
    // The west's floor area is 3,620 m².
    expect(values[1]).toBeCloseTo(36.2, 9)
    expect(provenance[CITY_IDS[0]].source).toContain('assumptions')
  })
})

describe('rated districts of the tiny cities', () => {
  test('by hand: the west has 5,000 residents/km², so 5 of 10', async () => {
    const { rows, totals, ranks, scores, bestShares } = await service.rateSites({
      zones: FINE,
      criteria: [criterion('population-density')],
      own: [],
      ...OPTIONS,
    })
    const west = rows.flatMap(({ id }, row) => (id === 'west' ? [[totals[row], ranks[row], scores[0]?.[row], bestShares[row]]] : []))
    expect(west).toEqual(CITY_IDS.map(() => [5, 1, 5, 1]))
  })

  test('by a measure of the user are the same as by the house', async () => {
    const own = await service.rateSites({ zones: FINE, criteria: [criterion('own:own-density')], own: [DENSITY], ...OPTIONS })
    const house = await service.rateSites({ zones: FINE, criteria: [criterion('population-density')], own: [], ...OPTIONS })
    expect(own.totals).toEqual(house.totals)
    expect(own.bestShares).toEqual(house.bestShares)
  })

  test('are not ranked where a criterion is not known', async () => {
    // Half of the east's land has no building data.
    const { rows, totals, ranks, bestShares } = await service.rateSites({
      zones: FINE,
      criteria: [criterion('population-density'), criterion('fsi')],
      own: [],
      ...OPTIONS,
    })
    const east = rows.flatMap(({ id }, row) => (id === 'east' ? [[totals[row], ranks[row], bestShares[row]]] : []))
    expect(east).toEqual(CITY_IDS.map(() => [NaN, 0, NaN]))
    expect([...ranks].filter((rank) => rank === 1)).toHaveLength(CITY_IDS.length)
  })

  test('by what is no measure are refused', async () => {
    await expect(service.rateSites({ zones: FINE, criteria: [criterion('own:none')], own: [DENSITY], ...OPTIONS })).rejects.toThrow(
      'No measure has the id "own:none"',
    )
    await expect(service.rateSites({ zones: FINE, criteria: [criterion('fsi')], own: [], ...OPTIONS, draws: 1e6 })).rejects.toThrow(
      /100000 draws at most/,
    )
  })
})
