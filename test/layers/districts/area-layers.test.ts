import { describe, expect, test } from 'vitest'
import type { MeasureId } from '../../../src/analytics/measures/types.ts'
import { drawableOf, FIRST, pictureOf, runTiny, SECOND } from '../run-tiny.ts'
import { openCityTables } from '../../../src/services/city-tables.ts'
import { LAYERS } from '../../../src/layers/index.ts'
import { makeTinyCities, type TinyOptions } from '../../services/tiny-cities.ts'

/** Reckoned in the tests of residents and of energy: arcs of 400 m and heat losses are no work by hand. */
type OfOtherTests = 'near-stop-share' | 'near-stop-departures' | 'peak-heat'

/** West and east by hand; NaN where it cannot be known. */
const EXPECTED: Readonly<Record<Exclude<MeasureId, OfOtherTests>, readonly [number, number]>> = {
  'land-area': [1, 0.8],
  'population': [5000, NaN],
  'population-density': [5000, NaN],
  'buildings': [4, NaN],
  'building-density': [4, NaN],
  'footprint': [820, NaN],
  // b1 500·6, b2 100·2 (5 m without the roof over 3.2 m), b5 200·2, the shed 20·1.
  'gross-floor-area': [3620, NaN],
  'fsi': [0.00362, NaN],
  'gsi': [0.00082, NaN],
  'osr': [(1 - 0.00082) / 0.00362, NaN],
  'mean-storeys': [3620 / 820, NaN],
  // (20·500 + 6·100 + 3·20 + 7.2·200) / 820
  'mean-height': [(10_000 + 600 + 60 + 1440) / 820, NaN],
  // b1 140·3000 + b2 228·200 (year taken as 1990) = 465,600 kWh; b5's use is unknown.
  'heat-demand': [0.4656, NaN],
  'heat-density': [0.4656, NaN],
  'heat-per-resident': [0.09312, NaN],
  // b1 54·3000 + b2 41·200 = 170,200 kWh.
  'electricity-demand': [0.1702, NaN],
  'electricity-per-resident': [0.03404, NaN],
  // 162 and 60 g/kWh of Helsinki; b2 has 30 % of its heat from the network, else 150 g: 77,760 + 7,496.16 kg.
  'carbon-dioxide': [0.08525616, NaN],
  'carbon-dioxide-per-resident': [0.017051232, NaN],
  // 72 kWh/m² in full sun: b1 500 m², b2 70 % of 100, b3 half of 20, b5 none of 200.
  'solar-potential': [(72 * 580) / 1e6, NaN],
  'solar-per-resident': [(72 * 580) / 1000 / 5000, NaN],
  'stops': [2, 1],
  'stop-density': [2, 1 / 0.8],
  // Nothing is known of the east's only stop.
  'departures': [300, NaN],
  'departure-density': [300, NaN],
  // A quarter of the west is park.
  'green-share': [25, 0],
  'green-per-resident': [50, NaN],
}

const OF_ENERGY = [
  'heat-demand',
  'heat-density',
  'heat-per-resident',
  'electricity-demand',
  'electricity-per-resident',
  'carbon-dioxide',
  'carbon-dioxide-per-resident',
  'peak-heat',
]

async function valuesOf(params: Record<string, string | number>, options: TinyOptions = {}): Promise<Readonly<Record<string, number>>> {
  const source = openCityTables(FIRST, makeTinyCities({ [FIRST]: options }))
  const { spec } = LAYERS['district-measure']
  const { ids, values } = await spec.load(source, spec.parseParams(params))
  return Object.fromEntries(ids.map((id, index) => [id, values[index] as number]))
}

describe('districts by a measure', () => {
  test.each(Object.keys(EXPECTED) as (keyof typeof EXPECTED)[])('%s', async (measure) => {
    const { east, west } = await valuesOf({ measure })
    for (const [found, expected] of [
      [west, EXPECTED[measure][0]],
      [east, EXPECTED[measure][1]],
    ]) {
      if (Number.isNaN(expected)) expect(found).toBeNaN()
      else expect(found).toBeCloseTo(expected as number, 6)
    }
  })

  test('a measure needs the files that it rests on, and no other', async () => {
    const missing = ['transit_stops', 'green', 'population_grid', 'buildings'] as const
    expect((await valuesOf({ measure: 'population' }, { missing }))['west']).toBe(5000)
    expect((await valuesOf({ measure: 'stops' }, { missing: ['green', 'population_grid', 'buildings'] }))['west']).toBe(2)
    expect((await valuesOf({ measure: 'heat-demand' }, { missing: ['roof_sun'] }))['west']).toBeCloseTo(0.4656, 8)
    await expect(valuesOf({ measure: 'solar-potential' }, { missing: ['roof_sun'] })).rejects.toThrow('roof_sun.parquet')
    await expect(valuesOf({ measure: 'stops' }, { missing })).rejects.toThrow('transit_stops.parquet')
  })

  test('a changed assumption of the heat model changes the sum', async () => {
    expect((await valuesOf({ measure: 'heat-demand', RKT4: 40 }))['west']).toBeCloseTo(0.1656, 8)
    expect((await valuesOf({ 'measure': 'solar-potential', 'solar-usable-share': 0.25 }))['west']).toBeCloseTo((36 * 580) / 1e6, 10)
  })

  test('assumptions are offered with the measures that rest on them alone', () => {
    const { controls } = LAYERS['district-measure']
    const measuresWith = (wanted: string) => controls.find(({ key }) => key === wanted)?.shownWith?.values
    expect(measuresWith('RKT4')).toEqual(OF_ENERGY)
    expect(measuresWith('solar-usable-share')).toEqual(['solar-potential', 'solar-per-resident'])
    expect(measuresWith('residential-storey-height')).toEqual(['gross-floor-area', 'fsi', 'osr', 'mean-storeys', ...OF_ENERGY])
    expect(controls.filter(({ shownWith }) => shownWith === undefined).map(({ key }) => key)).toEqual(['measure', 'level'])
  })

  test('a district without the figure is hatched, counted as missing, and says why', async () => {
    const picture = pictureOf(await runTiny('district-measure', { params: { measure: 'gsi' } }), FIRST)
    const { ids, noData, positionsDegrees, ringStarts } = drawableOf(picture, 'polygons')
    expect(Object.fromEntries(ids.map((id, index) => [id, noData[index]]))).toEqual({ east: 1, west: 0 })
    expect(picture.legend).toMatchObject({ known: 1, missing: 1, titleKey: 'measure.gsi', unitKey: null })
    expect(picture.legend.noteKeys).toContain('note.coverageRule')
    expect(positionsDegrees.length).toBe((ringStarts.at(-1) as number) * 2)
  })

  test.each([
    ['fsi', 'modelled', 1],
    ['stops', 'measured', 0],
    ['population', 'official', 0],
    // Of b1, b2, b3 and b5 two have an estimated height, so the district's mean rests on estimates.
    ['mean-height', 'modelled', 1],
  ] as const)('%s says how it is known, as in the comparison: %s', async (measure, kind, estimatedShare) => {
    const { legend } = pictureOf(await runTiny('district-measure', { params: { measure } }), SECOND)
    expect(legend).toMatchObject({ provenance: { kind }, estimatedShare })
  })

  test('departures that no source has are told, and only where they are asked for', async () => {
    const notesOf = async (measure: MeasureId) =>
      pictureOf(await runTiny('district-measure', { params: { measure } }), FIRST).legend.noteKeys
    expect(await notesOf('departures')).toContain('note.departuresPartial')
    expect(await notesOf('stops')).not.toContain('note.departuresPartial')
  })

  test('the coarse level has its own districts', async () => {
    const picture = pictureOf(await runTiny('district-measure', { params: { measure: 'population', level: 'coarse' } }), FIRST)
    expect(drawableOf(picture, 'polygons').ids).toEqual(['all'])
    expect(picture.legend.provenance).toMatchObject({ kind: 'official', year: '2024' })
  })
})

test('the population grid is per km²: 125 in 250 m and 500 in 500 m are 2000 alike', async () => {
  const picture = pictureOf(await runTiny('population-grid'), FIRST)
  const { ids, fillRgba, noData } = drawableOf(picture, 'polygons')
  expect(ids).toEqual(['c1', 'c2', 'c3'])
  expect(fillRgba.subarray(0, 4)).toEqual(fillRgba.subarray(4, 8))
  expect([...noData]).toEqual([0, 0, 1])
  expect(picture.legend).toMatchObject({ known: 2, missing: 1, estimatedShare: 0.5, histogramFrom: 2000, histogramTo: 2000 })
})
