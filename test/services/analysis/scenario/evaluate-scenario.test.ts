import { describe, expect, test } from 'vitest'
import { energyAssumptionsOf } from '../../../../src/analytics/energy/assumptions/energy-assumptions.ts'
import { estimateEnergy } from '../../../../src/analytics/energy/estimate-energy.ts'
import { MEASURE_IDS } from '../../../../src/analytics/measures/types.ts'
import type { ImpactId } from '../../../../src/analytics/scenario/impacts.ts'
import { cityById } from '../../../../src/cities/index.ts'
import { RETROFIT_PACKAGES, type Edit } from '../../../../src/scenario/types.ts'
import { BUILDING_USES } from '../../../../src/schema/datasets.ts'
import { createAnalysisService } from '../../../../src/services/analysis/create-analysis-service.ts'
import type { ZoneSet } from '../../../../src/services/analysis/analysis-service.ts'
import { makeTinyCities } from '../../tiny-cities.ts'
import { at, box, scenarioWith, TINY_CITY, tinyBuilding } from './tiny-scenario.ts'

const service = createAnalysisService(makeTinyCities())
const FINE: ZoneSet = { kind: 'districts', level: 'fine', cityIds: [TINY_CITY] }
const CITY: ZoneSet = { kind: 'city', cityIds: [TINY_CITY] }
/** As the model has it, before floor area is scaled to published energy. */
const HEAT = { calibration: 'none' }

const ADDED: Edit = {
  kind: 'add-building',
  id: 'new',
  cityId: TINY_CITY,
  footprint: box(300, 800, 20, 10),
  storeys: 5,
  use: 'apartments',
  standard: 'standard',
}

/** What edits do to one district of the tiny city: before, after, difference. */
async function evaluate(edits: readonly Edit[], zones: ZoneSet = FINE, id = 'west', assumptions = {}) {
  const found = await service.evaluateScenario({ scenario: scenarioWith(edits, assumptions), zones, heat: HEAT })
  const row = found.rows.findIndex((each) => each.id === id)
  return {
    found,
    before: (impact: ImpactId) => found.before[impact][row] as number,
    after: (impact: ImpactId) => found.after[impact][row] as number,
    difference: (impact: ImpactId) => found.difference[impact][row] as number,
  }
}

describe('by hand, in the western square kilometre', () => {
  test('a new building of 20 × 10 m with five storeys', async () => {
    const { before, after, difference, found } = await evaluate([ADDED])
    expect(found.cities[0]?.issues).toEqual([])
    expect(difference('buildings')).toBe(1)
    expect(difference('footprint')).toBeCloseTo(200, 6)
    expect(difference('gross-floor-area')).toBeCloseTo(1000, 5)
    // 3,620 m² of floor and 820 m² of footprint stand there today.
    expect(before('fsi')).toBeCloseTo(0.00362, 12)
    expect(after('fsi')).toBeCloseTo(0.00462, 10)
    expect(after('gsi')).toBeCloseTo(0.00102, 10)
    expect(after('osr')).toBeCloseTo((1 - 0.00102) / 0.00462, 5)
    expect(difference('open-space')).toBeCloseTo(-200, 6)
    // 1,000 m² × 0.8 / 62.7 m² a dwelling × 1.7 residents.
    expect(difference('dwellings')).toBeCloseTo(800 / 62.7, 6)
    expect(difference('population')).toBeCloseTo((800 / 62.7) * 1.7, 6)
    expect(difference('jobs')).toBe(0)
    expect(after('mean-height')).toBeGreaterThan(before('mean-height'))
  })

  test('a known building removed: b1 of 500 m² and six storeys', async () => {
    const { difference, after, found } = await evaluate([
      { kind: 'remove-building', id: 'gone', cityId: TINY_CITY, building: tinyBuilding('b1') },
    ])
    expect(found.cities[0]?.issues).toEqual([])
    expect(difference('buildings')).toBe(-1)
    expect(difference('footprint')).toBe(-500)
    expect(difference('gross-floor-area')).toBe(-3000)
    expect(after('fsi')).toBeCloseTo(0.00062, 12)
    // 3,000 m² of apartments of 1965: 140 kWh/m² of heat, 14 + 40 of electricity.
    expect(difference('heat-demand')).toBeCloseTo(-0.42, 10)
    expect(difference('electricity-demand')).toBeCloseTo(-0.162, 10)
    expect(difference('population')).toBeCloseTo(((-3000 * 0.8) / 62.7) * 1.7, 8)
  })

  test('an office in place of homes: who lives there leaves, and as many work there as have room', async () => {
    const { difference } = await evaluate([
      { kind: 'change-building', id: 'office', cityId: TINY_CITY, building: tinyBuilding('b1'), use: 'office', storeys: 8 },
    ])
    expect(difference('gross-floor-area')).toBe(1000)
    expect(difference('jobs')).toBeCloseTo(4000 / 20, 8)
    expect(difference('dwellings')).toBeCloseTo((-3000 * 0.8) / 62.7, 8)
    // LPR1, up to 1975: 291 kWh/m² against 140.
    expect(difference('heat-demand')).toBeCloseTo((4000 * 291 - 3000 * 140) / 1e6, 9)
  })

  test('a park adds what is land and not green yet', async () => {
    // 500 × 500 m in the south-west are green: a park of 600 × 600 m from the corner adds the rest.
    const park: Edit = { kind: 'add-park', id: 'park', cityId: TINY_CITY, area: box(0, 0, 600, 600) }
    const { difference, after } = await evaluate([park])
    expect(difference('green-share')).toBeCloseTo((110_000 * 100) / 1e6, 6)
    expect(after('green-per-resident')).toBeCloseTo(360_000 / 5000, 6)
    // A second park on the same ground adds nothing.
    const twice = await evaluate([park, { ...park, id: 'again' }])
    expect(twice.difference('green-share')).toBeCloseTo(11, 6)
    // Beyond the land, which ends at 1,800 m, there is sea: 200 m × 100 m of this one are land.
    const shore = await evaluate([{ ...park, area: box(1600, 800, 400, 100) }], FINE, 'east')
    expect(shore.difference('green-share')).toBeCloseTo((20_000 * 100) / 800_000, 6)
  })

  test('a stop beside a cell of the grid', async () => {
    // The cell in the corner has 125 residents on 250 × 250 m, all within 400 m of its middle; its nearest stop is 435 m off.
    const stop: Edit = { kind: 'add-stop', id: 'stop', cityId: TINY_CITY, position: at(125, 125), departuresPerDay: 100 }
    const { before, after, difference } = await evaluate([stop])
    expect(difference('stops')).toBe(1)
    expect(difference('departures')).toBe(100)
    expect(after('residents-near-new-stops')).toBeCloseTo(125, 6)
    expect(before('residents-near-new-stops')).toBe(0)
    expect(after('near-stop-share')).toBeGreaterThan(before('near-stop-share') + 15)
    // With a line that stops there too, of a tram every six minutes for twelve hours: 240 departures of both directions.
    const line: Edit = {
      kind: 'add-line',
      id: 'line',
      cityId: TINY_CITY,
      path: [at(125, 125), at(900, 125)],
      stops: [at(125, 125)],
      headwayMinutes: 6,
      serviceHours: 12,
    }
    const both = await evaluate([stop, line])
    expect(both.difference('stops')).toBe(2)
    expect(both.difference('departures')).toBe(340)
    expect(both.after('near-stop-share')).toBeCloseTo(after('near-stop-share'), 9)
  })

  test('residents of a new building count at its stop', async () => {
    const near: Edit = { ...ADDED, id: 'near', footprint: box(520, 520, 20, 10) }
    const residents = (800 / 62.7) * 1.7
    const { before, after } = await evaluate([near])
    const today = (before('near-stop-share') / 100) * 625
    expect(after('near-stop-share')).toBeCloseTo(((today + residents) * 100) / (625 + residents), 6)
  })

  test('panels on half of the roof of b1, in full sun', async () => {
    const { before, after } = await evaluate([
      { kind: 'solar', id: 'sun', cityIds: [TINY_CITY], selector: { uses: ['apartments'] }, share: 0.5 },
    ])
    expect(before('solar-yield')).toBe(0)
    // 500 m² × 0.5 usable × 0.2 kWp/m² × 900 kWh/kWp × 0.8, of which half.
    expect(after('solar-yield') * 1e6).toBeCloseTo(500 * 0.5 * 0.2 * 900 * 0.8 * 0.5, 6)
  })

  test('a plan rule is the room that it leaves', async () => {
    const rule: Edit = {
      kind: 'plan-rule',
      id: 'rule',
      cityId: TINY_CITY,
      area: box(600, 700, 100, 100),
      storeys: 4,
      coverageShare: 0.3,
      setbackMetres: 5,
      useShares: { apartments: 0.75, office: 0.25 },
      clears: true,
    }
    const { difference } = await evaluate([rule])
    expect(difference('buildings')).toBe(0)
    expect(difference('footprint')).toBeCloseTo(3000, 4)
    expect(difference('gross-floor-area')).toBeCloseTo(12_000, 3)
    expect(difference('dwellings')).toBeCloseTo((9000 * 0.8) / 62.7, 4)
    expect(difference('jobs')).toBeCloseTo(3000 / 20, 4)
    // A new building on the same ground takes its part of the room: nothing is built twice.
    const both = await evaluate([rule, { ...ADDED, footprint: box(640, 740, 20, 10) }])
    expect(both.difference('footprint')).toBeCloseTo(3000, 4)
    expect(both.difference('gross-floor-area')).toBeCloseTo(12_000, 3)
  })
})

describe('a retrofit', () => {
  const RETROFIT: Edit = { kind: 'retrofit', id: 'deep', cityIds: [TINY_CITY], selector: { uses: ['apartments'] }, package: 'deep' }

  test('is the physics of one building, by the energy model', async () => {
    const { difference, found } = await evaluate([RETROFIT])
    const place = cityById(TINY_CITY)
    const heatOf = (packageCode: number) =>
      estimateEnergy(
        {
          useCodes: Uint8Array.of(BUILDING_USES.indexOf('apartments')),
          years: Int16Array.of(1965),
          footprintsSquareMetres: Float64Array.of(500),
          storeys: Int16Array.of(6),
          heightsMetres: Float64Array.of(20),
          perimetersMetres: Float64Array.of(80),
          packageCodes: Uint8Array.of(packageCode),
        },
        { assumptions: energyAssumptionsOf(place) },
      ).heatKilowattHours[0] as number
    const deep = RETROFIT_PACKAGES.indexOf('deep') + 1
    expect(heatOf(0)).toBe(420_000)
    expect(difference('heat-demand') * 1e6).toBeCloseTo(heatOf(deep) - 420_000, 5)
    expect(difference('heat-demand')).toBeLessThan(0)
    expect(difference('peak-heat')).toBeLessThan(0)
    expect(difference('gross-floor-area')).toBe(0)
    expect(found.provenance[TINY_CITY]['heat-demand']).toMatchObject({ kind: 'modelled' })
    expect(found.provenance[TINY_CITY]['heat-demand'].source).toContain('changed by the scenario "A scenario"')
    expect(found.provenance[TINY_CITY].footprint.source).not.toContain('scenario')
  })

  test('assumptions of the scenario hold before and after', async () => {
    const { before, difference } = await evaluate([RETROFIT], FINE, 'west', { RKT4: 100 })
    expect(before('heat-demand')).toBeCloseTo(0.4656 - 3000 * 40e-6, 10)
    expect(difference('footprint')).toBe(0)
  })
})

describe('sums that are withheld', () => {
  test('still have a difference, where buildings are known on half of the land', async () => {
    const { before, after, difference } = await evaluate([{ ...ADDED, footprint: box(1300, 200, 20, 10) }], FINE, 'east')
    expect(before('gross-floor-area')).toBeNaN()
    expect(after('gross-floor-area')).toBeNaN()
    expect(difference('gross-floor-area')).toBeCloseTo(1000, 4)
    expect(difference('fsi')).toBeNaN()
  })

  test('a city is its coarse districts together', async () => {
    const { before, after, difference, found } = await evaluate([ADDED], CITY, 'city')
    expect(found.rows).toMatchObject([{ cityId: TINY_CITY, id: 'city' }])
    expect(before('population')).toBe(6000)
    expect(before('fsi')).toBeCloseTo(13_620 / (2e6 * 0.75), 12)
    expect(after('fsi')).toBeCloseTo(14_620 / (2e6 * 0.75), 9)
    expect(difference('gross-floor-area')).toBeCloseTo(1000, 4)
    expect(found.shapes.featureStarts).toHaveLength(2)
  })
})

test('a building on a border is shared out by its area', async () => {
  const { difference, found } = await evaluate([{ ...ADDED, footprint: box(995, 200, 20, 10) }])
  expect(difference('footprint')).toBeCloseTo(50, 4)
  const east = found.rows.findIndex(({ id }) => id === 'east')
  expect(found.difference['footprint'][east]).toBeCloseTo(150, 4)
})

test('a scenario against another: what both do cancels out', async () => {
  const more: Edit = { ...ADDED, id: 'more', footprint: box(400, 800, 20, 10) }
  const found = await service.evaluateScenario({
    scenario: scenarioWith([ADDED, more]),
    baseline: scenarioWith([ADDED]),
    zones: FINE,
    heat: HEAT,
  })
  const west = found.rows.findIndex(({ id }) => id === 'west')
  expect(found.difference['gross-floor-area'][west]).toBeCloseTo(1000, 4)
  expect(found.difference['dwellings'][west]).toBeCloseTo(800 / 62.7, 4)
})

test('what could not be applied is said, and the rest is counted', async () => {
  const lost = { id: 'nothing', position: at(900, 900), footprintSquareMetres: 100 }
  const { found, difference } = await evaluate([{ kind: 'remove-building', id: 'lost', cityId: TINY_CITY, building: lost }, ADDED])
  expect(found.cities[0]?.issues).toMatchObject([{ code: 'building-lost', severity: 'left-out' }])
  expect(found.cities[0]?.counts).toMatchObject({ added: 1, removed: 0 })
  expect(difference('gross-floor-area')).toBeCloseTo(1000, 4)
})

test('every question takes a scenario', async () => {
  const scenario = scenarioWith([ADDED])
  const [table, evaluation] = [
    await service.measure(FINE, HEAT, scenario),
    await service.evaluateScenario({ scenario, zones: FINE, heat: HEAT }),
  ]
  for (const id of MEASURE_IDS) expect(table.values[id], id).toEqual(evaluation.after[id])
  expect(table.provenance[TINY_CITY].fsi.kind).toBe('modelled')
  const explained = await service.explain(FINE, TINY_CITY, 'west', 'fsi', HEAT, scenario)
  expect(explained.value).toBeCloseTo(0.00462, 10)
  expect(explained.inputs.map(({ provenance }) => provenance.source.includes('scenario'))).toEqual([true, false])
  const ranks = await service.testRanks({ level: 'fine', cityIds: [TINY_CITY], measureId: 'fsi', draws: 20, seed: 1, heat: HEAT, scenario })
  expect(ranks.ranks[1]).toBe(1)
})
