import { useMemo } from 'react'
import { Button } from 'react-aria-components/Button'
import type { OwnMeasureId } from '../../../analytics/own/own-measure-text.ts'
import { summarise } from '../../../analytics/statistics/summary.ts'
import { CITIES } from '../../../cities/index.ts'
import type { MeasureTable } from '../../../services/analysis/analysis-service.ts'
import type { OwnColumn } from '../../../services/analysis/own-columns.ts'
import { CityDot } from '../../common/city-dot.tsx'
import { useApp, useMessages } from '../../context.tsx'
import { isSelectedRow, ZoneButton } from '../zone-button.tsx'
import { rowsOfCity, zoneName } from '../zone-rows.ts'
import { ownNumber, ownUnit } from './own-texts.ts'

interface OwnTableProps {
  readonly table: MeasureTable
  readonly columns: readonly OwnColumn[]
  readonly sortedBy: OwnMeasureId
  readonly onSort: (id: OwnMeasureId) => void
  readonly onExplain: (id: OwnMeasureId, row: number) => void
}

/** Every district with the reader's measures, from the highest of one of them; under it the median of each city. */
export function OwnTable({ table, columns, sortedBy, onSort, onExplain }: OwnTableProps) {
  const messages = useMessages()
  const { text, cityName, language } = messages
  const selection = useApp((app) => app.selection)
  const sorted = columns.find(({ measure }) => measure.id === sortedBy)
  const rows = useMemo(() => {
    const key = (row: number) => (Number.isNaN(sorted?.values[row]) ? -Infinity : (sorted?.values[row] ?? -Infinity))
    return [...table.rows.keys()].sort((a, b) => key(b) - key(a) || a - b)
  }, [table, sorted])
  return (
    <table className="figure-table district-table">
      <caption className="visually-hidden">{text('compare.tab.own')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('compare.district')}</th>
          {columns.map(({ measure }) => (
            <th key={measure.id} scope="col" className="number-cell" aria-sort={measure.id === sortedBy ? 'descending' : 'none'}>
              <Button className="sort-button" onPress={() => onSort(measure.id)}>
                {measure.name}
              </Button>
              <span className="quiet">{ownUnit(messages, measure)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const district = table.rows[row] as MeasureTable['rows'][number]
          return (
            <tr key={`${district.cityId} ${district.id}`} data-selected={isSelectedRow(selection, district) || undefined}>
              <th scope="row">
                <ZoneButton row={district} />
              </th>
              {columns.map(({ measure, values }) => {
                const shown = ownNumber(messages, values[row] as number)
                return (
                  <td key={measure.id} className="number-cell">
                    <Button
                      className="figure-button"
                      aria-label={`${shown ?? text('cardPanel.noData')}. ${text('compare.explainOf', { figure: `${measure.name}, ${zoneName(district, language)}` })}`}
                      onPress={() => onExplain(measure.id, row)}
                    >
                      {shown === null ? (
                        <span className="fact-missing">{text('cardPanel.noData')}</span>
                      ) : (
                        <span className="quantity">{shown}</span>
                      )}
                    </Button>
                  </td>
                )
              })}
            </tr>
          )
        })}
      </tbody>
      <tfoot>
        {CITIES.map(({ id }) => (
          <tr key={id}>
            <th scope="row">
              <CityDot cityId={id} /> {text('compare.median')}, {cityName(id)}
            </th>
            {columns.map(({ measure, values }) => (
              <td key={measure.id} className="number-cell quantity">
                {ownNumber(messages, summarise(rowsOfCity(table, id).map((row) => values[row] as number)).median) ?? '–'}
              </td>
            ))}
          </tr>
        ))}
      </tfoot>
    </table>
  )
}
