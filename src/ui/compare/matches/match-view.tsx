import type { Match } from '../../../services/analysis/analysis-service.ts'
import { useMessages } from '../../context.tsx'
import { measureName, measureValue } from '../measure-texts.ts'
import { ZoneButton } from '../zone-button.tsx'

/** Measures named as alike or as different, at most. */
const MOST_NAMED = 2
/** Half a standard deviation apart still counts as alike. */
const ALIKE_WITHIN = 0.5

const NOTHING_MISSING: NonNullable<Match['missing']> = []

/** A district that is like another: how near, what makes them alike, what differs, and all the parts. */
export function MatchView({ match: { row, distance, parts, missing = NOTHING_MISSING } }: { match: Match }) {
  const messages = useMessages()
  const { text, number } = messages
  const sorted = parts.toSorted((a, b) => Math.abs(a.apart) - Math.abs(b.apart))
  const names = (some: Match['parts']) => some.map(({ measureId }) => measureName(messages, measureId)).join(', ')
  const alike = sorted.filter(({ apart }) => Math.abs(apart) <= ALIKE_WITHIN).slice(0, MOST_NAMED)
  const different = sorted
    .filter(({ apart }) => Math.abs(apart) > ALIKE_WITHIN)
    .slice(-MOST_NAMED)
    .toReversed()
  return (
    <div className="match">
      <p className="match-head">
        <ZoneButton row={row} /> <span className="quantity">{text('compare.matches.distance', { distance: number(distance, 2) })}</span>
      </p>
      {alike.length === 0 ? null : <p>{text('compare.matches.alike', { measures: names(alike) })}</p>}
      {different.length === 0 ? null : <p>{text('compare.matches.differs', { measures: names(different) })}</p>}
      {missing.length === 0 ? null : (
        <p className="quiet">{text('compare.matches.missing', { measures: missing.map((id) => measureName(messages, id)).join(', ') })}</p>
      )}
      <details className="legend-notes">
        <summary>{text('compare.matches.parts')}</summary>
        <table className="figure-table">
          <thead>
            <tr>
              <th scope="col">{text('compare.measure')}</th>
              <th scope="col" className="number-cell">
                {text('compare.matches.own')}
              </th>
              <th scope="col" className="number-cell">
                {text('compare.matches.other')}
              </th>
              <th scope="col" className="number-cell">
                {text('compare.matches.apart')}
              </th>
            </tr>
          </thead>
          <tbody>
            {parts.map(({ measureId, own, other, apart }) => (
              <tr key={measureId}>
                <th scope="row">{measureName(messages, measureId)}</th>
                <td className="number-cell quantity">{measureValue(messages, measureId, own)}</td>
                <td className="number-cell quantity">{measureValue(messages, measureId, other)}</td>
                <td className="number-cell quantity">{number(apart, 2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  )
}
