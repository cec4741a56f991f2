import { describe, expect, test } from 'vitest'
import { readOwnMeasures, splitOwnMeasure, writeOwnMeasures, type OwnMeasure } from '../../../src/analytics/own/own-measure-text.ts'
import { prepareOwnMeasure } from '../../../src/analytics/own/own-measure.ts'
import type { MeasureId } from '../../../src/analytics/measures/types.ts'

function prepare(own: OwnMeasure) {
  const outcome = prepareOwnMeasure(own)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return outcome.value
}

describe('an own measure', () => {
  test('has an id, a unit and a value', () => {
    const own = prepare({ name: ' Väkiluku / ala ', formula: ' population / land-area ' })
    expect(own).toMatchObject({
      id: 'own:vakiluku-ala',
      name: 'Väkiluku / ala',
      formula: 'population / land-area',
      measureIds: ['population', 'land-area'],
      assumptionIds: [],
      measureUnit: 'residentsPerSquareKilometre',
      symbol: '10⁻⁶ residents/m²',
    })
    const values: Partial<Record<MeasureId, number>> = { 'population': 5000, 'land-area': 2 }
    expect(own.evaluate((id) => values[id] ?? NaN)).toBe(2500)
    expect(own.evaluate(() => NaN)).toBeNaN()
  })

  test('may rest on assumptions, changed or not', () => {
    const own = prepare({ name: 'Dwellings', formula: 'gross-floor-area * net-share-of-homes / net-area-per-dwelling' })
    expect(own.assumptionIds).toEqual(['net-share-of-homes', 'net-area-per-dwelling'])
    // 6,270 · 0.8 / 62.7 = 80.
    expect(own.evaluate(() => 6270)).toBeCloseTo(80, 9)
    expect(own.evaluate(() => 6270, { 'net-share-of-homes': 0.4 })).toBeCloseTo(40, 9)
    expect(own.measureUnit).toBe('ratio')
  })

  test('without a usable name, or with a formula that cannot be, is refused', () => {
    for (const name of ['', '  ', '-', 'a=b', 'a;b', '<b>', 'a\u0000', 'x'.repeat(61)]) {
      expect(prepareOwnMeasure({ name, formula: '1' }), name).toEqual({ ok: false, problem: { kind: 'name' } })
    }
    expect(prepareOwnMeasure({ name: 'a', formula: 'popolation' })).toEqual({
      ok: false,
      problem: { kind: 'formula', error: { code: 'name', position: 0, detail: 'popolation' } },
    })
  })

  test('is written and read as one line', () => {
    const own = { name: 'Dense', formula: 'fsi == 2 ? 1 : 0' }
    expect(writeOwnMeasures([own])).toBe('Dense = fsi == 2 ? 1 : 0')
    expect(splitOwnMeasure(writeOwnMeasures([own]))).toEqual(own)
    expect(splitOwnMeasure('population')).toBeNull()
    expect(splitOwnMeasure('= population')).toBeNull()
    expect(splitOwnMeasure('fsi == 2')).toBeNull()
  })
})

test('a list keeps what can be reckoned, and says what cannot', () => {
  expect(readOwnMeasures('A = fsi; B = gsi * 2')).toEqual({
    measures: [
      { name: 'A', formula: 'fsi' },
      { name: 'B', formula: 'gsi * 2' },
    ],
    problems: [],
  })
  const { measures, problems } = readOwnMeasures('A = fsi; a = gsi; fsi; <b> = fsi')
  expect(measures).toEqual([{ name: 'A', formula: 'fsi' }])
  expect(problems.map(({ kind }) => kind)).toEqual(['twice', 'form', 'name'])
  const many = Array.from({ length: 30 }, (_, index) => `m${index} = fsi`).join(';')
  expect(readOwnMeasures(many)).toMatchObject({ measures: { length: 20 }, problems: [{ kind: 'too-many', part: 'm20' }] })
})
