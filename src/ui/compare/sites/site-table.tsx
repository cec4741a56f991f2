import { Button } from 'react-aria-components/Button'
import type { SiteCriterion } from '../../../analytics/choice/site-criteria.ts'
import type { OwnMeasure } from '../../../analytics/own/own-measure-text.ts'
import { boxOfPoints } from '../../../geo/boxes.ts'
import { pointRange } from '../../../geo/rings.ts'
import type { MeasureTable } from '../../../services/analysis/analysis-service.ts'
import type { SiteRatings } from '../../../services/analysis/rate-zones.ts'
import { requestFlight } from '../../../state/session-transitions.ts'
import { setLayout } from '../../../state/transitions.ts'
import { CityDot } from '../../common/city-dot.tsx'
import { useMessages, useServices } from '../../context.tsx'
import { anyMeasureName, readyMeasures } from '../own/own-texts.ts'

/** More would be read by nobody; the table to take along has all. */
const MOST_ROWS = 25
const EXTENT_METRES = 1500

interface SiteTableProps {
  readonly table: MeasureTable
  readonly ratings: SiteRatings
  readonly criteria: readonly SiteCriterion[]
  readonly own: readonly OwnMeasure[]
}

/** The best sites of all cities: score, how often in the best tenth, and the score by each criterion. */
export function SiteTable({ table, ratings, criteria, own }: SiteTableProps) {
  const messages = useMessages()
  const { text, number, share, cityName } = messages
  const { ranks, totals, bestShares, scores, rows } = ratings
  const ready = readyMeasures(own)
  const known = [...rows.keys()].filter((row) => ranks[row] !== 0).sort((a, b) => (ranks[a] as number) - (ranks[b] as number) || a - b)
  return (
    <div>
      <p className="quiet">{text('sites.count', { known: number(known.length), unknown: number(rows.length - known.length) })}</p>
      <table className="figure-table">
        <caption className="visually-hidden">{text('compare.tab.sites')}</caption>
        <thead>
          <tr>
            <th scope="col" className="number-cell">
              {text('compare.rank')}
            </th>
            <th scope="col">{text('sites.site')}</th>
            <th scope="col" className="number-cell">
              {text('sites.shown.totals')}
            </th>
            <th scope="col" className="number-cell">
              {text('sites.shown.bestShares')}
            </th>
            {criteria.map(({ measureId }) => (
              <th key={measureId} scope="col" className="number-cell">
                {anyMeasureName(messages, measureId, ready)}
                <span className="quiet">{text('sites.ofTen')}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {known.slice(0, MOST_ROWS).map((row) => (
            <tr key={row}>
              <td className="number-cell quantity">{ranks[row]}</td>
              <th scope="row">
                <SiteButton
                  table={table}
                  row={row}
                  label={`${cityName((rows[row] as (typeof rows)[number]).cityId)} ${number(ranks[row] as number)}`}
                />
              </th>
              <td className="number-cell quantity">{number(totals[row] as number, 2)}</td>
              <td className="number-cell quantity">{share(bestShares[row] as number)}</td>
              {criteria.map(({ measureId }, index) => (
                <td key={measureId} className="number-cell quantity">
                  {number(scores[index]?.[row] ?? NaN, 1)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Flies to the site in its city. */
function SiteButton({ table, row, label }: { table: MeasureTable; row: number; label: string }) {
  const { text } = useMessages()
  const { store } = useServices()
  const zone = table.rows[row]
  const box = boxOfPoints(table.shapes.positionsDegrees, ...pointRange(table.shapes, row))
  if (zone === undefined || box === null) return null
  const [west, south, east, north] = box
  return (
    <Button
      className="zone-button"
      aria-label={text('sites.show', { name: label })}
      onPress={() => {
        const { update, updateSession } = store.getState()
        update((app) => (app.layout === 'all' ? app : setLayout(app, zone.cityId)))
        updateSession((session) =>
          requestFlight(session, zone.cityId, {
            kind: 'place',
            positionDegrees: [(west + east) / 2, (south + north) / 2],
            extentMetres: EXTENT_METRES,
          }),
        )
      }}
    >
      <CityDot cityId={zone.cityId} />
      {label}
    </Button>
  )
}
