import { LEAST_COVERAGE_OF_SUMS } from '../form/coverage-limits.ts'
import type { Measure, ZoneFacts } from './types.ts'

/** A figure over another; NaN where the divisor is not above 0, for a figure of nothing is unknown. */
export function ratio(dividend: number, divisor: number): number {
  return divisor > 0 ? dividend / divisor : NaN
}

/** A sum over the buildings of a zone, where they are known on nearly all of its land; else NaN. */
export function wholeZone({ coverageShares }: ZoneFacts, zone: number, sum: number): number {
  return (coverageShares[zone] as number) >= LEAST_COVERAGE_OF_SUMS ? sum : NaN
}

type ShareName = 'modelledPopulationShares' | 'estimatedHeightShares' | 'estimatedStoreysShares' | 'assumedHeatShares'

/** Share of a measure's inputs that is estimated: the greatest among those of its parts; 0 of none. */
export function greatestShare(...names: readonly ShareName[]): Measure['estimatedShare'] {
  return (facts: ZoneFacts, zone: number) => Math.max(0, ...names.map((name) => facts[name][zone] as number))
}
