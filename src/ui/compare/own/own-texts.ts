import type { FormulaError } from '../../../analytics/formula/formula-error.ts'
import type { OwnMeasure, OwnMeasureId } from '../../../analytics/own/own-measure-text.ts'
import { prepareOwnMeasure, type ReadyOwnMeasure } from '../../../analytics/own/own-measure.ts'
import { MEASURE_IDS, type MeasureId } from '../../../analytics/measures/types.ts'
import type { Messages } from '../../context.tsx'
import { measureName } from '../measure-texts.ts'

/** The measures among the user's that can be reckoned. */
export function readyMeasures(own: readonly OwnMeasure[]): readonly ReadyOwnMeasure[] {
  return own.flatMap((each) => {
    const outcome = prepareOwnMeasure(each)
    return outcome.ok ? [outcome.value] : []
  })
}

/** The unit in the words of the language, or in symbols; null for a plain number and where it is not known. */
export function ownUnit({ dataText }: Messages, { measureUnit, symbol }: ReadyOwnMeasure): string | null {
  if (measureUnit !== null) return measureUnit === 'ratio' ? null : dataText(`unit.${measureUnit}`)
  return symbol === '' ? null : symbol
}

/** A value to three digits that count, for nothing is known of its size beforehand; null for a gap. */
export function ownNumber({ number }: Messages, value: number): string | null {
  if (!Number.isFinite(value)) return null
  const size = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)))
  return number(value, Math.min(6, Math.max(0, 2 - size)))
}

/** The name of a measure of the house, or of one of the user's. */
export function anyMeasureName(messages: Messages, id: MeasureId | OwnMeasureId, own: readonly ReadyOwnMeasure[]): string {
  const known = MEASURE_IDS.find((each) => each === id)
  if (known !== undefined) return measureName(messages, known)
  return own.find((each) => each.id === id)?.name ?? id
}

/** What is wrong with a formula, with the place from 1. */
export function formulaErrorText({ text, number }: Messages, { code, position, detail }: FormulaError): string {
  return text('own.error.at', { error: text(`own.error.${code}`, { detail }), place: number(position + 1) })
}
