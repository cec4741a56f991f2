import { describe, expect, test } from 'vitest'
import { DISTRICT_INDICATORS, type DistrictIndicator } from '../../../src/layers/message-keys.ts'
import { drawableOf, FIRST, pictureOf, runTiny } from '../run-tiny.ts'
import { openCityTables } from '../../../src/services/city-tables.ts'
import { districtValues } from '../../../src/layers/districts/district-figures.ts'
import { LAYERS } from '../../../src/layers/index.ts'
import { makeTinyCities } from '../../services/tiny-cities.ts'

/** West and east by hand; NaN where it cannot be known. */
const EXPECTED: Readonly<Record<DistrictIndicator, readonly [number, number]>> = {
  'population': [5000, NaN],
  'population-density': [5000, NaN],
  'buildings': [4, NaN],
  'building-density': [4, NaN],
  // (20·500 + 6·100 + 3·20 + 7.2·200) / 820
  'building-height': [(10_000 + 600 + 60 + 1440) / 820, NaN],
  'building-share': [0.082, NaN],
  // b1 500·6, b2 100·2 (6 m over 3 m), b5 200·2, the shed 20·1.
  'floor-ratio': [0.00362, NaN],
  // A quarter of the west is park.
  'green-share': [25, 0],
  'stops': [2, 1],
  'stop-density': [2, 1 / 0.8],
  // Nothing is known of the east's only stop.
  'departures': [300, NaN],
  'departure-density': [300, NaN],
}

describe('district indicators', () => {
  const source = openCityTables(FIRST, makeTinyCities())

  test.each([...DISTRICT_INDICATORS])('%s', async (indicator) => {
    const districts = await source.districts('fine')
    const { values } = await districtValues(source, districts, indicator)
    const [east, west] = ['east', 'west'].map((id) => values[districts.rowOfId.get(id) as number] as number)
    expect(west).toBeCloseTo(EXPECTED[indicator][0], 6)
    if (Number.isNaN(EXPECTED[indicator][1])) expect(east).toBeNaN()
    else expect(east).toBeCloseTo(EXPECTED[indicator][1], 6)
  })

  test('a district without the figure is hatched, counted as missing, and says why', async () => {
    const picture = pictureOf(await runTiny('district-indicator', { params: { indicator: 'building-share' } }), FIRST)
    const { ids, noData, positionsDegrees, ringStarts } = drawableOf(picture, 'polygons')
    expect(Object.fromEntries(ids.map((id, index) => [id, noData[index]]))).toEqual({ east: 1, west: 0 })
    expect(picture.legend).toMatchObject({ known: 1, missing: 1, titleKey: 'indicator.building-share', unitKey: 'unit.percent' })
    expect(picture.legend.noteKeys).toContain('note.coverageRule')
    expect(positionsDegrees.length).toBe((ringStarts.at(-1) as number) * 2)
  })

  test('the coarse level has its own districts', async () => {
    const picture = pictureOf(await runTiny('district-indicator', { params: { level: 'coarse' } }), FIRST)
    expect(drawableOf(picture, 'polygons').ids).toEqual(['all'])
    expect(picture.legend.provenance).toMatchObject({ kind: 'official', year: '2024' })
  })
})

describe('district heat', () => {
  const valuesOf = async (params: Record<string, string | number>) => {
    const source = openCityTables(FIRST, makeTinyCities())
    const { spec } = LAYERS['district-heat']
    const data = await spec.load(source, spec.parseParams(params))
    return Object.fromEntries(data.ids.map((id, index) => [id, data.values[index] as number]))
  }
  // b1 140·3000 + b2 228·200 (year taken as 1990) = 465,600 kWh; b5's use is unknown.
  test.each([
    ['total', 0.4656], ['per-square-kilometre', 0.4656], ['per-resident', 0.09312],
  ])('%s', async (measure, west) => {
    const values = await valuesOf({ measure })
    expect(values['west']).toBeCloseTo(west, 8)
    expect(values['east']).toBeNaN()
  })

  test('a changed assumption changes the sum', async () => {
    expect((await valuesOf({ measure: 'total', RKT4: 40 }))['west']).toBeCloseTo(0.1656, 8)
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
