import { summarise, zScores, zScoresWithin } from '../analytics/statistics/summary.ts'
import type { MeasureId } from '../analytics/measures/types.ts'
import type { MeasureTable } from '../services/analysis/analysis-service.ts'
import type { OwnColumn } from '../services/analysis/own-columns.ts'
import { numbersColumn, textColumnOf, type FlatColumn, type FlatTable } from './flat-table.ts'
import {
  coverageColumn,
  estimatedShareColumn,
  measureColumnName,
  measureMeaning,
  measureSymbol,
  nameOfZone,
  ownColumns,
  valueColumn,
  zoneColumns,
} from './measure-columns.ts'
import type { ReportScores } from './request.ts'

/**
 * Zones as rows: which zone, how far its buildings are known, and of each measure the value, the
 * share of its inputs that is estimated and, where asked for, its standard score. With scores the
 * summary has median and median absolute deviation of each measure. Measures of the user's own come last.
 */
export function tabulateMeasures(
  table: MeasureTable,
  measureIds: readonly MeasureId[],
  scores: ReportScores = 'none',
  own: readonly OwnColumn[] = [],
): FlatTable {
  return {
    columns: [
      ...zoneColumns(table.rows),
      coverageColumn(table.coverageShares),
      ...measureIds.flatMap((id) => [
        valueColumn(id, table.values[id]),
        ...(scores === 'none' ? [] : [scoreColumn(table, id, scores)]),
        estimatedShareColumn(id, table.estimatedShares[id], table.values[id]),
      ]),
      ...own.flatMap(ownColumns),
    ],
    rowCount: table.rows.length,
    shapes: table.shapes,
    summary: scores === 'none' ? {} : Object.assign({}, ...measureIds.map((id) => summariseMeasure(table, id, scores))),
  }
}

function scoreColumn({ rows, values }: MeasureTable, id: MeasureId, scores: ReportScores): FlatColumn {
  const cityIds = [...new Set(rows.map(({ cityId }) => cityId))]
  const found =
    scores === 'pooled'
      ? zScores(values[id])
      : zScoresWithin(
          values[id],
          rows.map(({ cityId }) => cityIds.indexOf(cityId)),
        )
  const among = scores === 'pooled' ? 'all zones' : 'the zones of its city'
  return numbersColumn(`${measureColumnName(id)}_z`, null, `Standard score among ${among}: (value - mean) / standard deviation`, found)
}

function summariseMeasure({ rows, values }: MeasureTable, id: MeasureId, scores: ReportScores): FlatTable['summary'] {
  const groups = scores === 'pooled' ? [null] : [...new Set(rows.map(({ cityId }) => cityId))]
  return Object.fromEntries(
    groups.flatMap((group) => {
      const members = values[id].filter((_, row) => group === null || rows[row]?.cityId === group)
      const { median, medianAbsoluteDeviation } = summarise(members)
      const name = `${measureColumnName(id)}${group === null ? '' : `_${group}`}`
      return [
        [`${name}_median`, orNull(median)],
        [`${name}_median_absolute_deviation`, orNull(medianAbsoluteDeviation)],
      ]
    }),
  )
}

/** Measures as rows: the values of two zones, second less first, and second by first. */
export function tabulateComparison(table: MeasureTable, first: number, second: number, measureIds: readonly MeasureId[]): FlatTable {
  const side = (word: 'first' | 'second', row: number): readonly FlatColumn[] => {
    const zone = table.rows[row] as MeasureTable['rows'][number]
    return [
      textColumnOf(
        `${word}_district`,
        'City and id',
        measureIds.map(() => `${zone.cityId}:${zone.id}`),
      ),
      textColumnOf(
        `${word}_name`,
        "Name in the city's own language",
        measureIds.map(() => nameOfZone(zone)),
      ),
      numbersColumn(
        `${word}_value`,
        null,
        'Value, in the unit of the row',
        measureIds.map((id) => table.values[id][row] as number),
      ),
      numbersColumn(
        `${word}_estimated_share`,
        null,
        'Share of the inputs that is estimated, 0-1',
        measureIds.map((id) => (Number.isFinite(table.values[id][row]) ? (table.estimatedShares[id][row] as number) : NaN)),
      ),
      numbersColumn(
        `${word}_coverage_share`,
        null,
        'Share of the land on which buildings are known, 0-1',
        measureIds.map(() => table.coverageShares[row] as number),
      ),
    ]
  }
  const values = (row: number) => measureIds.map((id) => table.values[id][row] as number)
  const [own, other] = [values(first), values(second)]
  return {
    columns: [
      textColumnOf('measure', 'Id of the measure', measureIds),
      textColumnOf('unit', 'Unit of the values', measureIds.map(measureSymbol)),
      textColumnOf('formula', 'Formula and its source', measureIds.map(measureMeaning)),
      ...side('first', first),
      ...side('second', second),
      numbersColumn(
        'difference',
        null,
        'Second value less first',
        own.map((value, index) => (other[index] as number) - value),
      ),
      numbersColumn(
        'ratio',
        null,
        'Second value by first',
        own.map((value, index) => (other[index] as number) / value),
      ),
    ],
    rowCount: measureIds.length,
    shapes: null,
    summary: {},
  }
}

function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null
}
