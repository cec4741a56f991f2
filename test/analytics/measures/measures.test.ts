import { describe, expect, test } from 'vitest'
import { MEASURE_LIST, MEASURES } from '../../../src/analytics/measures/index.ts'
import { MEASURE_IDS, type ZoneFacts } from '../../../src/analytics/measures/types.ts'

/** Facts of one zone: those of the published Spacematrix example where not given. */
function factsOf(own: Partial<Record<keyof ZoneFacts, number>> = {}): ZoneFacts {
  const vector = {
    landSquareMetres: 10_000,
    coverageShares: 1,
    coveredLandSquareMetres: 10_000,
    populations: 200,
    modelledPopulationShares: 0,
    buildingCounts: 2,
    footprintSquareMetres: 3000,
    grossFloorAreaSquareMetres: 15_000,
    builtVolumeCubicMetres: 48_000,
    heatKilowattHoursPerYear: 2_100_000,
    electricityKilowattHoursPerYear: 810_000,
    carbonDioxideKilogramsPerYear: 400_000,
    peakHeatKilowatts: 900,
    solarKilowattHoursPerYear: 216_000,
    estimatedHeightShares: 0.1,
    estimatedStoreysShares: 0.2,
    assumedHeatShares: 0.6,
    gridResidents: 180,
    residentsNearStop: 135,
    departuresNearResident: 410,
    stopCounts: 3,
    departuresPerDay: 240,
    greenSquareMetres: 2500,
    ...own,
  }
  return {
    zoneCount: 1,
    exampleBuildings: Int32Array.of(-1),
    ...Object.fromEntries(Object.entries(vector).map(([name, value]) => [name, Float64Array.of(value)])),
  } as unknown as ZoneFacts
}

test('the Spacematrix example: 10,000 m² of land, 3,000 m² of footprint, five storeys', () => {
  const facts = factsOf()
  expect(MEASURES['fsi'].of(facts, 0)).toBeCloseTo(1.5, 12)
  expect(MEASURES['gsi'].of(facts, 0)).toBeCloseTo(0.3, 12)
  expect(MEASURES['osr'].of(facts, 0)).toBeCloseTo(0.467, 3)
  expect(MEASURES['mean-storeys'].of(facts, 0)).toBeCloseTo(5, 12)
})

test.each([
  ['land-area', 0.01],
  ['population', 200],
  ['population-density', 20_000],
  ['buildings', 2],
  ['footprint', 3000],
  ['gross-floor-area', 15_000],
  ['heat-demand', 2.1],
  ['heat-per-resident', 10.5],
  ['electricity-demand', 0.81],
  ['electricity-per-resident', 4.05],
  ['carbon-dioxide', 0.4],
  ['carbon-dioxide-per-resident', 2],
  ['peak-heat', 0.9],
  // 3,000 m² of roof in full sun, 72 kWh/m² each.
  ['solar-potential', 0.216],
  ['solar-per-resident', 1.08],
  ['near-stop-share', 75],
  ['near-stop-departures', 410],
  ['green-per-resident', 12.5],
  // On a hectare, which is a hundredth of a square kilometre.
  ['building-density', 200],
  ['mean-height', 16],
  ['heat-density', 210],
  ['stops', 3],
  ['stop-density', 300],
  ['departures', 240],
  ['departure-density', 24_000],
  ['green-share', 25],
] as const)('%s by hand is %d', (id, value) => {
  expect(MEASURES[id].of(factsOf(), 0)).toBeCloseTo(value, 10)
})

describe('what cannot be known is NaN, never 0 or endless', () => {
  test.each(['population-density', 'stop-density', 'departure-density', 'green-share'] as const)('%s without land', (id) => {
    expect(MEASURES[id].of(factsOf({ landSquareMetres: 0 }), 0)).toBeNaN()
  })
  test.each(['fsi', 'gsi', 'osr', 'building-density', 'heat-density'] as const)('%s without land on which buildings are known', (id) => {
    expect(MEASURES[id].of(factsOf({ coveredLandSquareMetres: 0 }), 0)).toBeNaN()
  })
  test.each([
    'buildings',
    'footprint',
    'gross-floor-area',
    'heat-demand',
    'heat-per-resident',
    'solar-potential',
    'solar-per-resident',
  ] as const)('%s of a part for the whole', (id) => {
    expect(MEASURES[id].of(factsOf({ coverageShares: 0.949 }), 0)).toBeNaN()
    expect(MEASURES[id].of(factsOf({ coverageShares: 0.95 }), 0)).toBe(MEASURES[id].of(factsOf(), 0))
  })
  test.each(['heat-per-resident', 'solar-per-resident', 'green-per-resident'] as const)('%s without residents', (id) => {
    expect(MEASURES[id].of(factsOf({ populations: 0 }), 0)).toBeNaN()
    expect(MEASURES[id].of(factsOf({ populations: NaN }), 0)).toBeNaN()
  })
  test('open space for each square metre of floor, where there is no floor', () => {
    expect(MEASURES['osr'].of(factsOf({ grossFloorAreaSquareMetres: 0, footprintSquareMetres: 0 }), 0)).toBeNaN()
    expect(MEASURES['mean-storeys'].of(factsOf({ footprintSquareMetres: 0 }), 0)).toBeNaN()
    expect(MEASURES['mean-height'].of(factsOf({ footprintSquareMetres: 0 }), 0)).toBeNaN()
  })
  test('the share of nobody', () => expect(MEASURES['near-stop-share'].of(factsOf({ gridResidents: 0 }), 0)).toBeNaN())
})

test('a sum grows with its zone and a ratio does not', () => {
  const shares = new Set([
    'coverageShares',
    'modelledPopulationShares',
    'estimatedHeightShares',
    'estimatedStoreysShares',
    'assumedHeatShares',
    'departuresNearResident',
  ])
  const facts = factsOf()
  const doubled = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      value instanceof Float64Array && !shares.has(name) ? value.map((each) => each * 2) : value,
    ]),
  ) as unknown as ZoneFacts
  for (const { id, of, kind } of MEASURE_LIST) {
    expect(of(doubled, 0) / of(facts, 0), id).toBeCloseTo(kind === 'extensive' ? 2 : 1, 10)
  }
})

test('a measure needs all its inputs and names no other', () => {
  // The covered share decides whether a sum is told, and is no part of it.
  for (const { id, inputs, of, formula } of MEASURE_LIST) {
    for (const name of inputs) {
      expect(of(factsOf({ [name]: NaN }), 0), `${id} without ${name}`).toBeNaN()
      expect(formula, id).toContain(name)
    }
    const others = Object.keys(factsOf()).filter(
      (name) => !['zoneCount', 'exampleBuildings', 'coverageShares'].includes(name) && !(inputs as readonly string[]).includes(name),
    )
    const without = factsOf(Object.fromEntries(others.map((name) => [name, NaN])))
    expect(of(without, 0), id).toBe(of(factsOf(), 0))
  }
})

test('the estimated share is that of the less sure input', () => {
  const facts = factsOf({ modelledPopulationShares: 1 })
  expect(MEASURES['fsi'].estimatedShare(facts, 0)).toBe(0.2)
  expect(MEASURES['gsi'].estimatedShare(facts, 0)).toBe(0)
  expect(MEASURES['heat-demand'].estimatedShare(facts, 0)).toBe(0.6)
  expect(MEASURES['heat-per-resident'].estimatedShare(facts, 0)).toBe(1)
})

test('every id has its measure', () => {
  expect(MEASURE_LIST.map(({ id }) => id)).toEqual([...MEASURE_IDS])
})
