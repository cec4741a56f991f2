import { Fragment } from 'react'
import { Button } from 'react-aria-components/Button'
import type { MeasureId } from '../../../analytics/measures/types.ts'
import type { MeasureTable } from '../../../services/analysis/analysis-service.ts'
import { CityDot } from '../../common/city-dot.tsx'
import { useMessages } from '../../context.tsx'
import { formatYears } from '../../messages/format.ts'
import { accentOf } from '../../theme.ts'
import { headingUnit, measureName, measureNumber, measuresByGroup } from '../measure-texts.ts'
import { topicsOf } from '../explain/mapping-cards.ts'
import { ZoneStrip } from './zone-strip.tsx'
import { ZoneButton } from '../zone-button.tsx'
import { zoneName } from '../zone-rows.ts'

interface ZonesTableProps {
  readonly table: MeasureTable
  /** The zones, a column each; the second of a pair is also held against the first. */
  readonly rows: readonly number[]
  readonly onExplain: (row: number, measureId: MeasureId) => void
  readonly onMapping: (measureId: MeasureId) => void
}

/** What is left is rounding: 100 % would stand beside the figure. */
const ALL_OF_THE_LAND = 0.995

/** Every measure of some zones side by side; of a pair also the second less the first, and the second by the first. */
export function ZonesTable({ table, rows, onExplain, onMapping }: ZonesTableProps) {
  const messages = useMessages()
  const { text } = messages
  return (
    <table className="figure-table zones-table">
      <caption className="visually-hidden">{text(table.zones.kind === 'area' ? 'compare.tab.areas' : 'compare.tab.pair')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('compare.measure')}</th>
          {rows.map((row, slot) => (
            <th key={slot} scope="col" className="number-cell">
              {<ZoneHead table={table} row={row} />}
            </th>
          ))}
          {isPair(rows) ? (
            <th scope="col" className="number-cell">
              {text('compare.difference')}
              <span className="quiet">{text('compare.difference.how')}</span>
            </th>
          ) : null}
          {isPair(rows) ? (
            <th scope="col" className="number-cell">
              {text('compare.ratio')}
              <span className="quiet">{text('compare.ratio.how')}</span>
            </th>
          ) : null}
          {hasOthers(table, rows) ? (
            <th scope="col" className="strip-cell">
              {text('compare.amongAll')}
            </th>
          ) : null}
        </tr>
      </thead>
      {measuresByGroup().map(({ group, ids }) => (
        <tbody key={group}>
          <tr className="group-row">
            <th scope="rowgroup" colSpan={1 + rows.length + (isPair(rows) ? 2 : 0) + (hasOthers(table, rows) ? 1 : 0)}>
              {text(`compare.group.${group}`)}
            </th>
          </tr>
          {ids.map((id) => (
            <MeasureRow key={id} id={id} table={table} rows={rows} onExplain={onExplain} onMapping={onMapping} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

function isPair(rows: readonly number[]): rows is readonly [number, number] {
  return rows.length === 2
}

/** Whether the table has zones beside those that are shown. */
function hasOthers(table: MeasureTable, rows: readonly number[]): boolean {
  return table.rows.length > rows.length
}

/** A district that can be selected on the map, or a drawn area that stands there already. */
function ZoneHead({ table, row }: { table: MeasureTable; row: number }) {
  const { language } = useMessages()
  const zone = table.rows[row]
  if (zone === undefined) return null
  if (table.zones.kind !== 'area') return <ZoneButton row={zone} />
  return (
    <span className="zone-head" style={accentOf(zone.cityId)}>
      <CityDot cityId={zone.cityId} />
      {zoneName(zone, language)}
    </span>
  )
}

function MeasureRow({ id, table, rows, onExplain, onMapping }: ZonesTableProps & { id: MeasureId }) {
  const messages = useMessages()
  const { text } = messages
  const values = table.values[id]
  const unit = headingUnit(messages, id)
  const name = measureName(messages, id)
  return (
    <tr>
      <th scope="row">
        <Button className="measure-button" aria-label={text('compare.mapping.open', { measure: name })} onPress={() => onMapping(id)}>
          {name}
        </Button>
        {unit === null ? null : <span className="unit">{unit}</span>}
      </th>
      {rows.map((row, slot) => (
        <td key={slot} className="number-cell">
          <FigureCell id={id} table={table} row={row} onExplain={onExplain} />
        </td>
      ))}
      {isPair(rows) ? <PairCells id={id} first={values[rows[0]] ?? NaN} second={values[rows[1]] ?? NaN} /> : null}
      {hasOthers(table, rows) ? (
        <td className="strip-cell">
          <ZoneStrip table={table} values={values} rows={rows} />
        </td>
      ) : null}
    </tr>
  )
}

/** The second value less the first, and by the first. */
function PairCells({ id, first, second }: { id: MeasureId; first: number; second: number }) {
  const messages = useMessages()
  return (
    <>
      <td className="number-cell quantity">{formatDifference(measureNumber(messages, id, second - first), second - first) ?? <Gap />}</td>
      <td className="number-cell quantity">
        {first !== 0 && Number.isFinite(second / first) ? messages.number(second / first, 2) : <Gap />}
      </td>
    </>
  )
}

function Gap() {
  return <span aria-hidden="true">–</span>
}

/** A value, how it is known and how much of it is estimated; pressing it explains it. */
function FigureCell({
  id,
  table,
  row,
  onExplain,
}: {
  id: MeasureId
  table: MeasureTable
  row: number
  onExplain: ZonesTableProps['onExplain']
}) {
  const messages = useMessages()
  const { text, share, language } = messages
  const district = table.rows[row]
  if (district === undefined) return null
  const shown = measureNumber(messages, id, table.values[id][row] as number)
  const provenance = table.provenance[district.cityId][id]
  const estimated = table.estimatedShares[id][row] as number
  const name = `${measureName(messages, id)}, ${zoneName(district, language)}`
  const known = [
    provenance.year === null
      ? text(`provenance.${provenance.kind}`)
      : `${text(`provenance.${provenance.kind}`)} · ${formatYears(provenance.year)}`,
    ...(shown !== null && estimated > 0 ? [text('legend.estimatedShare', { share: share(estimated) })] : []),
    ...(isPartOf(table, row, id) ? [text('compare.covered', { share: share(table.coverageShares[row] as number) })] : []),
  ]
  return (
    <>
      <Button
        className="figure-button"
        aria-label={`${shown ?? text('cardPanel.noData')}. ${text('compare.explainOf', { figure: name })}`}
        onPress={() => onExplain(row, id)}
      >
        {shown === null ? <span className="fact-missing">{text('cardPanel.noData')}</span> : <span className="quantity">{shown}</span>}
      </Button>
      <span className="figure-known">
        {known.map((part) => (
          <Fragment key={part}>
            <span>{part}</span>{' '}
          </Fragment>
        ))}
      </span>
    </>
  )
}

/** Whether a figure of buildings is missing, or stands for a part of the district only. */
function isPartOf(table: MeasureTable, row: number, id: MeasureId): boolean {
  return topicsOf(id).includes('footprints') && (table.coverageShares[row] as number) < ALL_OF_THE_LAND
}

function formatDifference(shown: string | null, value: number): string | null {
  return shown === null ? null : value > 0 ? `+${shown}` : shown
}
