import { FACT_NAMES } from '../../analytics/measures/fact-groups.ts'
import { MEASURES } from '../../analytics/measures/index.ts'
import { MEASURE_IDS, type FactName, type MeasureId } from '../../analytics/measures/types.ts'
import { unitKeyOf } from '../../layers/measures/measure-look.ts'
import { UNIT_SPACE } from '../messages/format.ts'
import type { Messages } from '../context.tsx'

export const MEASURE_GROUPS = ['people', 'form', 'energy', 'mobility', 'green'] as const

export function measureName({ text }: Messages, id: MeasureId): string {
  return text(`measure.${id}`)
}

/** The unit in a heading: none where the name says it already, as with residents. */
export function headingUnit(messages: Messages, id: MeasureId): string | null {
  const unitKey = unitKeyOf(id)
  const unit = unitKey === null ? null : messages.dataText(unitKey)
  return unit === null || measureName(messages, id).toLowerCase() === unit.toLowerCase() ? null : unit
}

/** `Population density (residents/km²)`. */
export function measureTitle(messages: Messages, id: MeasureId): string {
  const unit = headingUnit(messages, id)
  return unit === null ? measureName(messages, id) : `${measureName(messages, id)} (${unit})`
}

/** A measure's value in the language's way with its own decimals; null for a gap. */
export function measureNumber({ number }: Messages, id: MeasureId, value: number): string | null {
  return Number.isFinite(value) ? number(value, MEASURES[id].decimals) : null
}

/** The same with its unit, and words for a gap. */
export function measureValue(messages: Messages, id: MeasureId, value: number): string {
  const unitKey = unitKeyOf(id)
  const shown = measureNumber(messages, id, value)
  if (shown === null) return messages.text('cardPanel.noData')
  return unitKey === null ? shown : `${shown}${UNIT_SPACE}${messages.dataText(unitKey)}`
}

/** Measures of each group, in the registry's order. */
export function measuresByGroup(): readonly { readonly group: (typeof MEASURE_GROUPS)[number]; readonly ids: readonly MeasureId[] }[] {
  return MEASURE_GROUPS.map((group) => ({ group, ids: MEASURE_IDS.filter((id) => MEASURES[id].group === group) }))
}

/** Facts that are stated in another unit than plain numbers, by the end of their names. */
const FACT_UNITS: readonly (readonly [ending: RegExp, unitKey: string, divisor: number, decimals: number])[] = [
  [/SquareMetres$/, 'unit.squareMetres', 1, 0],
  [/CubicMetres$/, 'unit.cubicMetres', 1, 0],
  [/KilowattHoursPerYear$/, 'unit.mwhPerYear', 1000, 0],
  [/KilogramsPerYear$/, 'unit.tonnesPerYear', 1000, 0],
  [/Kilowatts$/, 'unit.megawatts', 1000, 1],
  [/Shares$/, 'unit.percent', 0.01, 0],
]

/** A fact's value with its unit, as readers meet it elsewhere in the app. */
export function factValue({ number, dataText, text }: Messages, name: string, value: number): string {
  if (!Number.isFinite(value)) return text('cardPanel.noData')
  const unit = FACT_UNITS.find(([ending]) => ending.test(name))
  if (unit === undefined) return number(value)
  const [, unitKey, divisor, decimals] = unit
  return `${number(value / divisor, decimals)}${UNIT_SPACE}${dataText(unitKey)}`
}

/** Names of facts in a formula, longest first, so that none is taken for a part of another. */
export function readFormula({ text }: Messages, formula: string): string {
  return formula
    .replace(/[A-Za-z][A-Za-z0-9]{4,}/g, (word) => (isFact(word) ? text(`compare.fact.${word}`) : word))
    .replaceAll(' * ', ' × ')
    .replaceAll(' - ', ' − ')
}

export function isFact(word: string): word is FactName {
  return FACT_NAMES.some((name) => name === word)
}
