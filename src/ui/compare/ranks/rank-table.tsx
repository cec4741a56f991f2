import type { MeasureId } from '../../../analytics/measures/types.ts'
import type { MeasureTable, RankRanges } from '../../../services/analysis/analysis-service.ts'
import { useApp, useMessages } from '../../context.tsx'
import { measureNumber, measureTitle } from '../measure-texts.ts'
import { isSelectedRow, ZoneButton } from '../zone-button.tsx'

/** A rank that stays in this share of the draws or more is said to hold. */
const HOLDS_FROM = 0.9

interface RankTableProps {
  readonly table: MeasureTable
  readonly ranges: RankRanges
  readonly measure: MeasureId
}

/** Each district's rank, between which ranks it moves, and whether it holds. */
export function RankTable({ table, ranges, measure }: RankTableProps) {
  const messages = useMessages()
  const { text, share, number } = messages
  const selection = useApp((app) => app.selection)
  const shown = (value: number | undefined) => (value === undefined ? '–' : (measureNumber(messages, measure, value) ?? '–'))
  const span = (low: string, high: string) => (low === high ? low : `${low}–${high}`)
  const ranked = ranges.rows
    .map((_, row) => row)
    .filter((row) => ranges.ranks[row] !== 0)
    .sort((a, b) => (ranges.ranks[a] as number) - (ranges.ranks[b] as number))
  return (
    <table className="figure-table">
      <caption className="visually-hidden">{text('compare.tab.ranks')}</caption>
      <thead>
        <tr>
          <th scope="col" className="number-cell">
            {text('compare.rank')}
          </th>
          <th scope="col">{text('compare.district')}</th>
          <th scope="col" className="number-cell">
            {measureTitle(messages, measure)}
          </th>
          <th scope="col" className="number-cell">
            {text('compare.ranks.range')}
          </th>
          <th scope="col" className="number-cell">
            {text('compare.ranks.ranks')}
          </th>
          <th scope="col">{text('compare.ranks.holds')}</th>
        </tr>
      </thead>
      <tbody>
        {ranked.map((row) => {
          const district = ranges.rows[row] as RankRanges['rows'][number]
          const holds = ranges.rankHolds[row] as number
          const value = table.rows[row]?.id === district.id ? table.values[measure][row] : NaN
          return (
            <tr key={`${district.cityId} ${district.id}`} data-selected={isSelectedRow(selection, district) || undefined}>
              <td className="number-cell quantity">{ranges.ranks[row]}</td>
              <th scope="row">
                <ZoneButton row={district} />
              </th>
              <td className="number-cell quantity">{shown(value)}</td>
              <td className="number-cell quantity">{span(shown(ranges.low[row]), shown(ranges.high[row]))}</td>
              <td className="number-cell quantity">
                {span(number(ranges.rankLow[row] as number), number(ranges.rankHigh[row] as number))}
              </td>
              <td>{text(holds >= HOLDS_FROM ? 'compare.ranks.yes' : 'compare.ranks.no', { share: share(holds) })}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
