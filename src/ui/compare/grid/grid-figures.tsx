import type { MeasureId } from '../../../analytics/measures/types.ts'
import { CITIES } from '../../../cities/index.ts'
import type { MeasureTable } from '../../../services/analysis/analysis-service.ts'
import { CityDot } from '../../common/city-dot.tsx'
import { useMessages } from '../../context.tsx'
import { measureNumber } from '../measure-texts.ts'
import { summariseCity } from '../table/table-rows.ts'

interface GridFiguresProps {
  readonly measure: MeasureId
  readonly grid: MeasureTable
  readonly districts: MeasureTable | null
}

/** The same measure on districts and on hexagons: where the two agree, borders are not what makes a difference. */
export function GridFigures({ measure, grid, districts }: GridFiguresProps) {
  const messages = useMessages()
  const { text, number, cityName } = messages
  const shown = (value: number) => measureNumber(messages, measure, value) ?? '–'
  return (
    <table className="figure-table grid-figures">
      <caption>{text('compare.grid.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('compare.city')}</th>
          <th scope="col" className="number-cell">
            {text('compare.grid.known')}
          </th>
          <th scope="col" className="number-cell">
            {text('compare.grid.hexagonMedian')}
          </th>
          <th scope="col" className="number-cell">
            {text('compare.grid.districtMedian')}
          </th>
        </tr>
      </thead>
      <tbody>
        {CITIES.map(({ id }) => {
          const { count, median } = summariseCity(grid, measure, id)
          return (
            <tr key={id}>
              <th scope="row">
                <CityDot cityId={id} /> {cityName(id)}
              </th>
              <td className="number-cell quantity">{number(count)}</td>
              <td className="number-cell quantity">{shown(median)}</td>
              <td className="number-cell quantity">{districts === null ? '–' : shown(summariseCity(districts, measure, id).median)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
