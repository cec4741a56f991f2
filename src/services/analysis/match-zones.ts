import { MEASURE_IDS, type MeasureId } from '../../analytics/measures/types.ts'
import { findMatches } from '../../analytics/statistics/find-matches.ts'
import type { Match, MatchRequest, MeasureTable } from './analysis-service.ts'

/** The districts of the other cities that are most like one, by the chosen measures; nearest first. */
export function matchZones({ cityId, zoneId, weights, limit }: MatchRequest, { rows, values }: MeasureTable): Match[] {
  const own = rows.findIndex((row) => row.cityId === cityId && row.id === zoneId)
  if (own === -1) throw new Error(`No zone of ${cityId} has the id "${zoneId}"`)
  const chosen = MEASURE_IDS.filter((id) => weights[id] !== undefined)
  if (chosen.length === 0) throw new Error('Expected one measure or more to compare by')
  const others = rows.flatMap((row, index) => (row.cityId === cityId ? [] : [index]))
  const found = findMatches<MeasureId>(
    chosen.map((id) => ({
      id,
      weight: weights[id] as number,
      own: values[id][own] as number,
      candidates: others.map((index) => values[id][index] as number),
      pooled: values[id],
    })),
    limit,
  )
  return found.map(({ row, ...match }) => ({ row: rows[others[row] as number] as MeasureTable['rows'][number], ...match }))
}
