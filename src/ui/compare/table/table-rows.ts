import { summarise, zScores, zScoresWithin, type Summary } from '../../../analytics/statistics/summary.ts'
import type { MeasureId } from '../../../analytics/measures/types.ts'
import type { Language } from '../../../cities/city.ts'
import { CITY_IDS, type CityId } from '../../../cities/index.ts'
import type { MeasureTable } from '../../../services/analysis/analysis-service.ts'
import type { Comparison } from '../../../state/comparison.ts'
import { rowsOfCity, zoneName } from '../zone-rows.ts'

/** Rows in the order that is asked for; a gap stands last whichever way the order goes. */
export function sortRows(table: MeasureTable, { column, isDescending }: Comparison['sort'], language: Language): readonly number[] {
  const rows = table.rows.map((_, row) => row)
  const collator = new Intl.Collator(language)
  const byName = (a: number, b: number) =>
    collator.compare(
      zoneName(table.rows[a] as MeasureTable['rows'][number], language),
      zoneName(table.rows[b] as MeasureTable['rows'][number], language),
    )
  if (column === 'name') return rows.sort((a, b) => (isDescending ? -byName(a, b) : byName(a, b)))
  const values = table.values[column]
  return rows.sort((a, b) => {
    const [first, second] = [values[a] as number, values[b] as number]
    const gaps = Number(Number.isNaN(first)) - Number(Number.isNaN(second))
    if (gaps !== 0 || Number.isNaN(first)) return gaps === 0 ? byName(a, b) : gaps
    return (isDescending ? second - first : first - second) || byName(a, b)
  })
}

/** Standard scores of a measure by row; null where values are shown as they are. */
export function scoresOf(table: MeasureTable, id: MeasureId, kind: Comparison['scores']): Float64Array | null {
  if (kind === 'none') return null
  if (kind === 'pooled') return zScores(table.values[id])
  return zScoresWithin(
    table.values[id],
    table.rows.map(({ cityId }) => CITY_IDS.indexOf(cityId)),
  )
}

/** Median, spread and range of a measure over the districts of one city. */
export function summariseCity(table: MeasureTable, id: MeasureId, cityId: CityId): Summary {
  return summarise(rowsOfCity(table, cityId).map((row) => table.values[id][row] as number))
}
