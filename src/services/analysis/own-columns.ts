import type { OwnMeasure } from '../../analytics/own/own-measure-text.ts'
import { prepareOwnMeasure, type ReadyOwnMeasure } from '../../analytics/own/own-measure.ts'
import type { CityId } from '../../cities/index.ts'
import { joinProvenances } from '../../layers/measures/fact-origins.ts'
import type { Provenance } from '../../schema/provenance.ts'
import type { MeasureTable } from './analysis-service.ts'

/** A measure that a user made, of every row of a table. */
export interface OwnColumn {
  readonly measure: ReadyOwnMeasure
  readonly values: Float64Array
  /** Share of the inputs that is estimated, 0-1: the greatest among the measures that it rests on. */
  readonly estimatedShares: Float64Array
  readonly provenance: Readonly<Record<CityId, Provenance>>
}

/** What the assumptions among its inputs are, beside the data. */
const ASSUMED: Provenance = { kind: 'default', year: null, source: 'assumptions of the scenario' }

/**
 * Reckons a user's measure from the measures of a table. It is known where all that counts in it is known, and as well
 * as the least well known of them.
 *
 * @param changes assumptions that differ from their defaults, by id
 */
export function reckonOwnColumn(table: MeasureTable, measure: ReadyOwnMeasure, changes?: Readonly<Record<string, number>>): OwnColumn {
  const { measureIds, assumptionIds, evaluate } = measure
  const assumed = assumptionIds.length > 0 ? [ASSUMED] : []
  return {
    measure,
    values: Float64Array.from(table.rows, (_, row) => evaluate((id) => table.values[id][row] as number, changes)),
    estimatedShares: Float64Array.from(table.rows, (_, row) =>
      Math.max(0, ...measureIds.map((id) => table.estimatedShares[id][row] as number)),
    ),
    provenance: Object.fromEntries(
      Object.entries(table.provenance).map(([cityId, ofMeasures]) => [
        cityId,
        joinProvenances([...measureIds.map((id) => ofMeasures[id]), ...assumed]),
      ]),
    ) as OwnColumn['provenance'],
  }
}

/** The columns of all measures that can be reckoned; the others are left out. */
export function reckonOwnColumns(
  table: MeasureTable,
  own: readonly OwnMeasure[],
  changes?: Readonly<Record<string, number>>,
): readonly OwnColumn[] {
  return own.flatMap((each) => {
    const outcome = prepareOwnMeasure(each)
    return outcome.ok ? [reckonOwnColumn(table, outcome.value, changes)] : []
  })
}
