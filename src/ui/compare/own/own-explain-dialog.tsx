import type { MeasureTable } from '../../../services/analysis/analysis-service.ts'
import { FLOOR_USE_ASSUMPTIONS } from '../../../analytics/scenario/floor-use.ts'
import { valuesOf } from '../../../analytics/scenario/assumptions.ts'
import type { OwnColumn } from '../../../services/analysis/own-columns.ts'
import { CityDot } from '../../common/city-dot.tsx'
import { useMessages, useSession } from '../../context.tsx'
import { DialogFrame } from '../../dialogs/dialog-frame.tsx'
import { formatYears, UNIT_SPACE } from '../../messages/format.ts'
import { measureName, measureValue } from '../measure-texts.ts'
import { zoneName } from '../zone-rows.ts'
import { ownNumber, ownUnit } from './own-texts.ts'

interface OwnExplainDialogProps {
  readonly table: MeasureTable
  readonly column: OwnColumn
  readonly row: number
  readonly onClose: () => void
}

/** How one figure of a reader's measure came about: the formula, what went into it, and where that comes from. */
export function OwnExplainDialog({ table, column: { measure, values, estimatedShares }, row, onClose }: OwnExplainDialogProps) {
  const messages = useMessages()
  const { text, share, number, dataText, language, cityName } = messages
  const changes = useSession((session) => session.scenario?.assumptions)
  const assumed: Readonly<Record<string, number>> = valuesOf(FLOOR_USE_ASSUMPTIONS, changes)
  const district = table.rows[row]
  if (district === undefined) return null
  const shown = ownNumber(messages, values[row] as number)
  const unit = ownUnit(messages, measure)
  const estimated = estimatedShares[row] as number
  return (
    <DialogFrame title={text('compare.explain.title', { measure: measure.name })} onClose={onClose}>
      <div className="explain">
        <p className="explain-place">
          <CityDot cityId={district.cityId} />
          {zoneName(district, language)}, {cityName(district.cityId)}
        </p>
        <p className="explain-value">
          {shown === null ? text('cardPanel.noData') : unit === null ? shown : `${shown}${UNIT_SPACE}${unit}`}
        </p>
        <h3>{text('compare.explain.formula')}</h3>
        <p className="explain-formula">
          {measure.name} = {measure.formula}
        </p>
        <h3>{text('compare.explain.inputs')}</h3>
        <table className="source-table">
          <thead>
            <tr>
              <th scope="col">{text('compare.explain.input')}</th>
              <th scope="col" className="number-cell">
                {text('compare.explain.value')}
              </th>
              <th scope="col">{text('cardPanel.source')}</th>
              <th scope="col">{text('cardPanel.year')}</th>
            </tr>
          </thead>
          <tbody>
            {measure.measureIds.map((id) => {
              const provenance = table.provenance[district.cityId][id]
              return (
                <tr key={id}>
                  <th scope="row">
                    {measureName(messages, id)} <code className="quiet">{id}</code>
                  </th>
                  <td className="number-cell quantity">{measureValue(messages, id, table.values[id][row] as number)}</td>
                  <td>
                    <span lang="en">{provenance.source}</span>
                    <span className="quiet">{text(`provenance.${provenance.kind}`)}</span>
                  </td>
                  <td>{provenance.year === null ? '–' : formatYears(provenance.year)}</td>
                </tr>
              )
            })}
            {FLOOR_USE_ASSUMPTIONS.filter(({ id }) => measure.assumptionIds.includes(id)).map(({ id, unit: unitName, source }) => (
              <tr key={id}>
                <th scope="row">
                  {text(`assumption.${id}`)} <code className="quiet">{id}</code>
                </th>
                <td className="number-cell quantity">
                  {number(assumed[id] as number, 2)}
                  {unitName === 'ratio' ? '' : `${UNIT_SPACE}${dataText(`unit.${unitName}`)}`}
                </td>
                <td>
                  <span lang="en">{source}</span>
                  <span className="quiet">{text('provenance.default')}</span>
                </td>
                <td>–</td>
              </tr>
            ))}
          </tbody>
        </table>
        {estimated > 0 && shown !== null ? (
          <p>
            {text('compare.explain.estimated')}: {share(estimated)}
          </p>
        ) : null}
      </div>
    </DialogFrame>
  )
}
