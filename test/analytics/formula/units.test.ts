import { describe, expect, test } from 'vitest'
import { compileFormula } from '../../../src/analytics/formula/compile-formula.ts'
import { findMeasureUnit, MEASURE_UNITS, writeUnit, type Unit } from '../../../src/analytics/formula/units.ts'
import { MEASURE_LIST } from '../../../src/analytics/measures/index.ts'

const NAMES = new Map<string, Unit | null>([...MEASURE_LIST.map(({ id, unit }) => [id, MEASURE_UNITS[unit]] as const), ['free', null]])

function unitOf(formula: string): Unit | null {
  const outcome = compileFormula(formula, NAMES)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error))
  return outcome.value.unit
}
const errorOf = (formula: string) => {
  const outcome = compileFormula(formula, NAMES)
  return outcome.ok ? null : outcome.error
}

describe('the unit of a formula', () => {
  test.each([
    ['population / land-area', 'residentsPerSquareKilometre'],
    ['gross-floor-area / population', 'squareMetresPerResident'],
    ['heat-demand * 1000 / population', 'mwhPerResidentYear'],
    ['heat-demand / population * 1000', 'mwhPerResidentYear'],
    ['heat-demand / land-area', 'gwhPerSquareKilometreYear'],
    ['population-density * land-area', 'residents'],
    ['near-stop-share / 100 * population', 'residents'],
    ['100 * gsi', 'percent'],
    ['footprint / 1000000', 'squareKilometres'],
    ['footprint / 1000000 / land-area', 'ratio'],
    ['gross-floor-area / footprint', 'ratio'],
    ['sqrt(footprint)', 'metres'],
    ['mean-height ^ 2', 'squareMetres'],
    ['2 * population + 5', 'residents'],
    ['max(population, 1)', 'residents'],
    ['population > 100 ? stops : 0', 'stops'],
    ['population > 100', 'ratio'],
    ['log(fsi)', 'ratio'],
    ['round(mean-height)', 'metres'],
    ['departures / land-area', 'departuresPerSquareKilometreDay'],
  ] as const)('%s', (formula, expected) => {
    const unit = unitOf(formula)
    expect(unit === null ? null : findMeasureUnit(unit)).toBe(expected)
  })

  test.each([
    ['footprint / land-area', '10⁻⁶'],
    ['departures / stops', 'departures/stops d'],
    ['heat-demand / gross-floor-area', 'GWh/m² a'],
    ['1 / mean-height', '1/m'],
    ['heat-demand', 'GWh/a'],
    ['carbon-dioxide', 'kt/a'],
    ['carbon-dioxide / 1000', 'Mt/a'],
    ['carbon-dioxide / population', 'kt/residents a'],
    ['peak-heat / land-area', 'W/m²'],
    ['near-stop-share', '%'],
    ['fsi', ''],
  ])('%s in symbols', (formula, expected) => {
    expect(writeUnit(unitOf(formula) as Unit)).toBe(expected)
  })

  test('is not known where that of a name is not', () => {
    expect(unitOf('free * population')).toBeNull()
    expect(unitOf('free + population')).toBeNull()
  })
})

describe('units that do not fit', () => {
  test.each([
    ['heat-demand + population', 'unit-of-sum', 14],
    ['footprint + land-area', 'unit-of-sum', 12],
    ['max(population, stops)', 'unit-of-sum', 16],
    ['population > stops ? 1 : 0', 'unit-of-sum', 13],
    ['population > 3 ? stops : population', 'unit-of-sum', 25],
    ['log(population)', 'unit-of-function', 0],
    ['2 ^ population', 'unit-of-function', 4],
    ['population ^ fsi', 'unit-of-power', 13],
  ])('%s', (formula, code, position) => {
    expect(errorOf(formula)).toMatchObject({ code, position })
  })

  test('are named', () => {
    expect(errorOf('heat-demand + population')?.detail).toBe('GWh/a ≠ residents')
  })
})
