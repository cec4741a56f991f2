import { expect, test } from 'vitest'
import { energyAssumptionsOf } from '../../../../src/analytics/energy/assumptions/energy-assumptions.ts'
import { listEnergyAssumptions } from '../../../../src/analytics/energy/assumptions/list-assumptions.ts'
import { HEAT_ASSUMPTION_DEFAULTS } from '../../../../src/analytics/energy/heat-intensities.ts'
import { CITIES } from '../../../../src/cities/index.ts'
import { ROUND_CITY } from '../energy-fixtures.ts'

const rows = listEnergyAssumptions([...CITIES, ROUND_CITY])

test('every assumption has an id of its own, a range about its default and a source', () => {
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  for (const { id, default: standard, low, high, source } of rows) {
    expect(low, id).toBeLessThanOrEqual(standard)
    expect(high, id).toBeGreaterThanOrEqual(standard)
    expect(source, id).not.toBe('')
  }
})

test('under the defaults the table is the table', () => {
  expect(energyAssumptionsOf(ROUND_CITY)).toMatchObject(HEAT_ASSUMPTION_DEFAULTS)
})

test('every assumption, once edited, changes what the model takes for granted, and nothing else does', () => {
  const plain = JSON.stringify(energyAssumptionsOf(ROUND_CITY))
  for (const { id, default: standard, cityId, code } of rows) {
    const edited = JSON.stringify(energyAssumptionsOf(ROUND_CITY, { [id]: standard + 1 }))
    // Another city's figure says nothing of this one, nor does a factor of another year than the one in force.
    const isOther = (cityId !== undefined && cityId !== ROUND_CITY.id) || code === '2019' || id === 'carbon-year'
    expect(edited !== plain, id).toBe(!isOther)
  }
  expect(JSON.stringify(energyAssumptionsOf(ROUND_CITY, { 'carbon-year': 2020 }))).not.toBe(plain)
  expect(JSON.stringify(energyAssumptionsOf(ROUND_CITY, { 'unheard-of': 1, 'gains': NaN }))).toBe(plain)
})

test('a city that lacks a figure is named', () => {
  expect(() => energyAssumptionsOf({ id: 'bare', energyFigures: [] })).toThrow(/bare lack/)
})
