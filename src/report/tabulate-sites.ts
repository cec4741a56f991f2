import type { SiteCriterion } from '../analytics/choice/site-criteria.ts'
import type { MeasureTable } from '../services/analysis/analysis-service.ts'
import { valuesOfMeasure, type SiteRatings, type SiteRequest } from '../services/analysis/rate-zones.ts'
import { numbersColumn, type FlatTable } from './flat-table.ts'
import { coverageColumn, zoneColumns } from './measure-columns.ts'

/**
 * Rated zones as rows, in the order of the data: score, rank, how often in the best tenth, and of each criterion the value and
 * the score. What is not known is a gap.
 */
export function tabulateSites(
  { rows, scores, totals, ranks, bestShares }: SiteRatings,
  { criteria, own }: Pick<SiteRequest, 'criteria' | 'own'>,
  table: MeasureTable,
): FlatTable {
  return {
    columns: [
      ...zoneColumns(rows),
      coverageColumn(table.coverageShares),
      numbersColumn('score', null, 'Weighted mean of the scores of the criteria, 0-10; a gap where one is not known', totals),
      numbersColumn(
        'rank',
        null,
        'Place among the zones of all cities; 1 is the best',
        Array.from(ranks, (rank) => (rank === 0 ? NaN : rank)),
      ),
      numbersColumn('best_tenth_share', null, 'Share of the drawn weights with which the zone is in the best tenth, 0-1', bestShares),
      ...criteria.flatMap((criterion, index) => {
        const name = criterion.measureId.replaceAll(/[:-]/g, '_')
        return [
          numbersColumn(name, null, `Value of ${criterion.measureId}`, valuesOfMeasure(table, criterion.measureId, own)),
          numbersColumn(`${name}_score`, null, describeCriterion(criterion), scores[index] as Float64Array),
        ]
      }),
    ],
    rowCount: rows.length,
    shapes: table.shapes,
    summary: {},
  }
}

function describeCriterion({ direction, scale, weight, leastWeight, mostWeight }: SiteCriterion): string {
  const how = scale.kind === 'ranks' ? 'by ranks' : `linear from ${scale.low} to ${scale.high}`
  return `Score 0-10, ${direction === 'up' ? 'high' : 'low'} is good, ${how}; weight ${weight}, drawn from ${leastWeight} to ${mostWeight}`
}
