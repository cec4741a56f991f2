import { rateSites } from '../../analytics/choice/rate-sites.ts'
import { rescaleValues } from '../../analytics/choice/rescale.ts'
import type { SiteCriterion } from '../../analytics/choice/site-criteria.ts'
import { MEASURE_IDS, type MeasureId } from '../../analytics/measures/types.ts'
import type { OwnMeasure, OwnMeasureId } from '../../analytics/own/own-measure-text.ts'
import { prepareOwnMeasure } from '../../analytics/own/own-measure.ts'
import type { Scenario } from '../../scenario/types.ts'
import type { HeatChanges, MeasureTable, ZoneRow, ZoneSet } from './analysis-service.ts'
import { reckonOwnColumn } from './own-columns.ts'

export interface SiteRequest {
  readonly zones: Exclude<ZoneSet, { readonly kind: 'area' }>
  readonly criteria: readonly SiteCriterion[]
  /** Measures of the user's own, among which the criteria may be. */
  readonly own: readonly OwnMeasure[]
  readonly draws: number
  readonly seed: number
  readonly heat?: HeatChanges
  readonly scenario?: Scenario
}

/** By row of the same zones' `MeasureTable`. Where a criterion is not known there is no figure: NaN, and rank 0. */
export interface SiteRatings {
  readonly rows: readonly ZoneRow[]
  /** Of each criterion, 0-10. */
  readonly scores: readonly Float64Array[]
  /** Weighted mean of the scores, 0-10. */
  readonly totals: Float64Array
  /** 1 is the best of all cities together. */
  readonly ranks: Uint16Array
  /** Share of the draws of weights in which the site is in the best tenth, 0-1. */
  readonly bestShares: Float64Array
}

/** More would take minutes and say no more. */
const MOST_DRAWS = 100_000

/** Rates the zones of all cities together. Rejects with a sentence where a criterion cannot be, and "Cancelled". */
export async function rateZones(
  table: MeasureTable,
  { criteria, own, draws, seed }: Pick<SiteRequest, 'criteria' | 'own' | 'draws' | 'seed'>,
  onProgress?: (share: number) => boolean | Promise<boolean>,
): Promise<SiteRatings> {
  if (draws > MOST_DRAWS) throw new Error(`Expected ${MOST_DRAWS} draws at most, found ${draws}`)
  const scores = criteria.map(({ measureId, scale, direction }) => rescaleValues(valuesOfMeasure(table, measureId, own), scale, direction))
  const rating = await rateSites(
    criteria.map(({ weight, leastWeight, mostWeight }, index) => ({
      scores: scores[index] as Float64Array,
      weight,
      leastWeight,
      mostWeight,
    })),
    { draws, seed, onProgress },
  )
  return { rows: table.rows, scores, ...rating }
}

/** A column of the table, or of a measure of the user's own. @throws a sentence, where there is none */
export function valuesOfMeasure(table: MeasureTable, measureId: MeasureId | OwnMeasureId, own: readonly OwnMeasure[]): Float64Array {
  const known = MEASURE_IDS.find((id) => id === measureId)
  if (known !== undefined) return table.values[known]
  for (const each of own) {
    const outcome = prepareOwnMeasure(each)
    if (outcome.ok && outcome.value.id === measureId) return reckonOwnColumn(table, outcome.value).values
  }
  throw new Error(`No measure has the id "${measureId}"`)
}
