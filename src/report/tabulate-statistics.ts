import { MEASURE_IDS, type MeasureId } from '../analytics/measures/types.ts'
import type { Autocorrelation, Match, MeasureTable, RankRanges } from '../services/analysis/analysis-service.ts'
import { numbersColumn, pickShapes, textColumnOf, type FlatTable } from './flat-table.ts'
import {
  coverageColumn,
  estimatedShareColumn,
  measureColumnName,
  measureSymbol,
  rowOfZone,
  valueColumn,
  zoneColumns,
} from './measure-columns.ts'

/**
 * Districts of the other cities as rows, the most alike first: the distance, and of each measure both
 * values and how far apart they are. `table` is of the same districts; it gives the shapes.
 */
export function tabulateMatches(matches: readonly Match[], table: MeasureTable): FlatTable {
  // A measure that one side lacks keeps its columns: its gap says why it did not count.
  const measureIds = MEASURE_IDS.filter((id) =>
    matches.some(({ parts, missing = [] }) => missing.includes(id) || parts.some(({ measureId }) => measureId === id)),
  )
  const part = (id: MeasureId, name: 'own' | 'other' | 'apart') =>
    matches.map(({ parts }) => parts.find(({ measureId }) => measureId === id)?.[name] ?? NaN)
  const rows = matches.map(({ row }) => row)
  const places = rows.map((row) => rowOfZone(table, row))
  return {
    columns: [
      ...zoneColumns(rows),
      coverageColumn(places.map((row) => table.coverageShares[row] as number)),
      numbersColumn(
        'distance',
        'robust standard deviations',
        'Weighted mean distance in robust standard deviations of all cities together (1.4826 times the median absolute deviation)',
        matches.map(({ distance }) => distance),
      ),
      ...measureIds.flatMap((id) => {
        const name = measureColumnName(id)
        return [
          valueColumn(id, part(id, 'other')),
          numbersColumn(`${name}_of_chosen`, measureSymbol(id), 'The same of the district that was chosen', part(id, 'own')),
          numbersColumn(`${name}_apart`, 'robust standard deviations', 'How far apart the two are', part(id, 'apart')),
        ]
      }),
    ],
    rowCount: matches.length,
    shapes: pickShapes(table.shapes, places),
    summary: {},
  }
}

/** Zones as rows, each with its value and its local statistics; Moran's I of them all is in the summary. */
export function tabulateClusters(clusters: Autocorrelation, measureId: MeasureId, table: MeasureTable): FlatTable {
  const { local, gi, moran } = clusters
  const places = clusters.rows.map((row) => rowOfZone(table, row))
  const pick = (values: Float64Array) => places.map((row) => values[row] as number)
  return {
    columns: [
      ...zoneColumns(clusters.rows),
      coverageColumn(pick(table.coverageShares)),
      valueColumn(measureId, pick(table.values[measureId])),
      estimatedShareColumn(measureId, pick(table.estimatedShares[measureId]), pick(table.values[measureId])),
      numbersColumn('local_moran_i', null, "Local Moran's I (LISA)", local.i),
      numbersColumn('local_moran_p', null, 'Pseudo p-value by conditional permutation', local.pValues),
      numbersColumn('local_moran_q', null, 'The same after false-discovery control', local.qValues),
      textColumnOf('local_moran_class', 'Cluster or outlier where the q-value is small enough', local.classes),
      numbersColumn('gi_star_z', null, 'Getis-Ord Gi*, the zone itself included, as a z-score', gi.z),
      numbersColumn('gi_star_p', null, 'Its p-value', gi.pValues),
      numbersColumn('gi_star_q', null, 'The same after false-discovery control', gi.qValues),
    ],
    rowCount: clusters.rows.length,
    shapes: pickShapes(table.shapes, places),
    summary: { measure: measureId, zones: clusters.count, moran_i: moran.i, moran_i_expected: moran.expected, moran_p: moran.pValue },
  }
}

/** Districts as rows, each with its value, its rank, and how far both may move with what is estimated. */
export function tabulateRanks(ranges: RankRanges, measureId: MeasureId, table: MeasureTable): FlatTable {
  const places = ranges.rows.map((row) => rowOfZone(table, row))
  const pick = (values: Float64Array) => places.map((row) => values[row] as number)
  const name = measureColumnName(measureId)
  const symbol = measureSymbol(measureId)
  // Rank 0 stands for no value.
  const ranks = (values: Uint16Array) => Array.from(values, (rank) => (rank === 0 ? NaN : rank))
  return {
    columns: [
      ...zoneColumns(ranges.rows),
      coverageColumn(pick(table.coverageShares)),
      valueColumn(measureId, pick(table.values[measureId])),
      numbersColumn(`${name}_low`, symbol, 'Below this in 5 % of the draws', ranges.low),
      numbersColumn(`${name}_high`, symbol, 'Above this in 5 % of the draws', ranges.high),
      estimatedShareColumn(measureId, pick(table.estimatedShares[measureId]), pick(table.values[measureId])),
      numbersColumn('rank', null, 'Rank 1 is the highest value', ranks(ranges.ranks)),
      numbersColumn('rank_low', null, 'Least rank in 90 % of the draws', ranks(ranges.rankLow)),
      numbersColumn('rank_high', null, 'Greatest rank in 90 % of the draws', ranks(ranges.rankHigh)),
      numbersColumn('rank_holds_share', null, 'Share of the draws in which the rank was the same, 0-1', ranges.rankHolds),
    ],
    rowCount: ranges.rows.length,
    shapes: pickShapes(table.shapes, places),
    summary: { measure: measureId },
  }
}
