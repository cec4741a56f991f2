import { compileFormula, type CompiledFormula } from '../formula/compile-formula.ts'
import type { FormulaError } from '../formula/formula-error.ts'
import { FUNCTION_NAMES } from '../formula/read-tokens.ts'
import { findMeasureUnit, MEASURE_UNITS, writeUnit, type Unit } from '../formula/units.ts'
import { MEASURES } from '../measures/index.ts'
import { MEASURE_IDS, type MeasureId, type MeasureUnit } from '../measures/types.ts'
import { valuesOf } from '../scenario/assumptions.ts'
import { FLOOR_USE_ASSUMPTIONS } from '../scenario/floor-use.ts'
import { makeOwnMeasureId, type OwnMeasure, type OwnMeasureId } from './own-measure-text.ts'

/** A measure that a user made, ready to be reckoned. */
export interface ReadyOwnMeasure extends OwnMeasure {
  readonly id: OwnMeasureId
  /** Measures that it rests on, in the order of the formula. */
  readonly measureIds: readonly MeasureId[]
  /** Assumptions that it rests on, in the order of the formula. */
  readonly assumptionIds: readonly string[]
  /** Unit of the house that its values have; null where it is another one, or not known. */
  readonly measureUnit: MeasureUnit | null
  /** The unit in symbols; null where it is not known, empty for a plain number. */
  readonly symbol: string | null
  /** @param valueOf the value of a measure; @param changes assumptions that differ from their defaults; @returns NaN for a gap */
  readonly evaluate: (valueOf: (id: MeasureId) => number, changes?: Readonly<Record<string, number>>) => number
}

type OwnMeasureProblem = { readonly kind: 'name' } | { readonly kind: 'formula'; readonly error: FormulaError }
export type OwnMeasureOutcome =
  | { readonly ok: true; readonly value: ReadyOwnMeasure }
  | { readonly ok: false; readonly problem: OwnMeasureProblem }

/** Names that a formula may use, with their units. */
const NAMES: ReadonlyMap<string, Unit | null> = new Map([
  ...MEASURE_IDS.map((id) => [id, MEASURE_UNITS[MEASURES[id].unit]] as const),
  ...FLOOR_USE_ASSUMPTIONS.map(({ id, unit }) => [id, unitNamed(unit)] as const),
])

function unitNamed(name: string): Unit | null {
  return Object.hasOwn(MEASURE_UNITS, name) ? MEASURE_UNITS[name as MeasureUnit] : null
}

/** Every name that a formula may use: measures, assumptions and functions. */
export const FORMULA_NAMES = {
  measures: MEASURE_IDS,
  assumptions: FLOOR_USE_ASSUMPTIONS.map(({ id }) => id),
  functions: FUNCTION_NAMES,
} as const

/** Makes a measure ready; or says what is wrong with its name or its formula. */
export function prepareOwnMeasure({ name, formula }: OwnMeasure): OwnMeasureOutcome {
  const trimmed = name.trim().normalize('NFC')
  const id = makeOwnMeasureId(trimmed)
  if (id === null) return { ok: false, problem: { kind: 'name' } }
  const outcome = compileFormula(formula, NAMES)
  if (!outcome.ok) return { ok: false, problem: { kind: 'formula', error: outcome.error } }
  return { ok: true, value: { id, name: trimmed, formula: formula.trim(), ...describe(outcome.value) } }
}

function describe({ names, unit, evaluate }: CompiledFormula): Omit<ReadyOwnMeasure, 'id' | keyof OwnMeasure> {
  const isMeasure = (name: string): name is MeasureId => MEASURE_IDS.some((id) => id === name)
  return {
    measureIds: names.filter(isMeasure),
    assumptionIds: names.filter((name) => !isMeasure(name)),
    measureUnit: unit === null ? null : findMeasureUnit(unit),
    symbol: unit === null ? null : writeUnit(unit),
    evaluate: (valueOf, changes) => {
      const assumed: Readonly<Record<string, number>> = valuesOf(FLOOR_USE_ASSUMPTIONS, changes)
      return evaluate(names.map((name) => (isMeasure(name) ? valueOf(name) : (assumed[name] as number))))
    },
  }
}
