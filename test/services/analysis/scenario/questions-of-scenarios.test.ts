import { expect, test } from 'vitest'
import type { Edit } from '../../../../src/scenario/types.ts'
import type { ZoneSet } from '../../../../src/services/analysis/analysis-service.ts'
import { createAnalysisService } from '../../../../src/services/analysis/create-analysis-service.ts'
import { makeTinyCities } from '../../tiny-cities.ts'
import { box, scenarioWith, TINY_CITY, tinyBuilding } from './tiny-scenario.ts'

const service = createAnalysisService(makeTinyCities())
const ZONES: ZoneSet = { kind: 'districts', level: 'fine', cityIds: [TINY_CITY] }
const block = (id: string, east: number, storeys: number): Edit => ({
  kind: 'add-building',
  id,
  cityId: TINY_CITY,
  footprint: box(east, 800, 20, 10),
  storeys,
  use: 'apartments',
  standard: 'standard',
})
const asked = (edits: readonly Edit[]) =>
  ({ scenario: scenarioWith(edits), zones: ZONES, cityId: TINY_CITY, zoneId: 'west', heat: { calibration: 'none' } }) as const

test('floor area adds up over the edits; what an edit does to one that another takes away does not', async () => {
  const remove: Edit = { kind: 'remove-building', id: 'gone', cityId: TINY_CITY, building: tinyBuilding('b1') }
  const sums = await service.explainDifference({ ...asked([block('a', 300, 5), block('b', 400, 3), remove]), impactId: 'gross-floor-area' })
  expect(sums.parts.map(({ editId }) => editId)).toEqual(['a', 'b', 'gone'])
  expect(sums.parts.map(({ contribution }) => contribution)).toEqual([1000, 600, -3000].map((floor) => expect.closeTo(floor, 4)))
  expect(sums.together).toBeCloseTo(0, 6)
  // A retrofit and the removal of the same building: with the removal left out the retrofit shows.
  const deep: Edit = { kind: 'retrofit', id: 'deep', cityIds: [TINY_CITY], selector: { uses: ['apartments'] }, package: 'deep' }
  const both = await service.explainDifference({ ...asked([deep, remove]), impactId: 'heat-demand' })
  expect(both.difference).toBeCloseTo(-0.42, 9)
  expect(both.parts[0]?.contribution).toBeCloseTo(0, 12)
  expect(both.together).toBeLessThan(0)
})

test('a tornado of residents: the widest swing first, by hand', async () => {
  const shares: number[] = []
  const found = await service.testAssumptions({ ...asked([block('a', 300, 5)]), impactId: 'population' }, (share) => {
    shares.push(share)
    return true
  })
  // 1,000 m² × 0.8 / 62.7 × 1.7, with 50.2 to 75.6 m², 1.6 to 2.1 residents, and a net share of 0.7 to 0.85.
  expect(found.difference).toBeCloseTo((800 / 62.7) * 1.7, 5)
  expect(found.rows.map(({ id }) => id)).toEqual(['net-area-per-dwelling', 'residents-per-dwelling', 'net-share-of-homes'])
  expect(found.rows[0]).toMatchObject({
    differenceAtLow: expect.closeTo((800 / 50.2) * 1.7, 5) as number,
    differenceAtHigh: expect.closeTo((800 / 75.6) * 1.7, 5) as number,
    signHolds: true,
  })
  expect(found.signHolds).toBe(true)
  expect(shares.at(-1)).toBe(1)
  await expect(service.testAssumptions({ ...asked([block('a', 300, 5)]), impactId: 'population' }, () => false)).rejects.toThrow(
    'Cancelled',
  )
})

test('all variants of storeys and residents, and those that none betters', async () => {
  const request = asked([block('a', 300, 5)])
  const figure = { zones: ZONES, cityId: TINY_CITY, zoneId: 'west', part: 'difference' } as const
  const found = await service.sweepVariants({
    scenario: request.scenario,
    sweep: {
      parameters: [
        { target: { kind: 'edit', editId: 'a', property: 'storeys' }, from: 2, to: 4, steps: 3 },
        { target: { kind: 'assumption', id: 'residents-per-dwelling' }, from: 1, to: 2, steps: 2 },
      ],
      plan: { kind: 'all' },
    },
    figures: [
      { ...figure, impactId: 'gross-floor-area', direction: 'down' },
      { ...figure, impactId: 'population', direction: 'up' },
    ],
  })
  expect(found.variants).toEqual([2, 3, 4].flatMap((storeys) => [1, 2].map((residents) => [storeys, residents])))
  expect([...(found.figures[0] ?? [])]).toEqual([400, 400, 600, 600, 800, 800].map((floor) => expect.closeTo(floor, 4)))
  expect(found.figures[1]?.[5]).toBeCloseTo(((800 * 0.8) / 62.7) * 2, 4)
  // Of as much floor more residents are better.
  expect([...found.isInParetoSet]).toEqual([0, 1, 0, 1, 0, 1])
})
