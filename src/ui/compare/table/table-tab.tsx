import { ArrowDown, ArrowUp } from 'lucide-react'
import { Fragment, useMemo, type ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import type { MeasureId } from '../../../analytics/measures/types.ts'
import { CITIES } from '../../../cities/index.ts'
import type { MeasureTable } from '../../../services/analysis/analysis-service.ts'
import { tabulateMeasures } from '../../../report/tabulate-measures.ts'
import { SCORE_KINDS, type Comparison } from '../../../state/comparison.ts'
import { setComparison } from '../../../state/transitions.ts'
import { CityDot } from '../../common/city-dot.tsx'
import { useApp, useMessages, useServices } from '../../context.tsx'
import { AnswerView } from '../answer-view.tsx'
import { LevelChoice } from '../level-choice.tsx'
import { MaupNote } from '../maup-note.tsx'
import { MeasuresMenu } from '../measure-choice.tsx'
import { headingUnit, measureName, measureNumber } from '../measure-texts.ts'
import { ShareMenu } from '../share-menu.tsx'
import { scoresOf, sortRows, summariseCity } from './table-rows.ts'
import { districtsOf, useMeasures } from '../use-answer.ts'
import { isSelectedRow, ZoneButton } from '../zone-button.tsx'

/** Every district of all cities with the chosen measures, to be sorted by any. */
export function TableTab() {
  const level = useApp((app) => app.comparison.level)
  const answer = useMeasures(districtsOf(level))
  return <AnswerView answer={answer}>{(table) => <Districts table={table} />}</AnswerView>
}

function Districts({ table }: { table: MeasureTable }) {
  const { text } = useMessages()
  const { store } = useServices()
  const { measures, scores } = useApp((app) => app.comparison)
  return (
    <>
      <div className="compare-bar">
        <LevelChoice />
        <MeasuresMenu />
        <RadioGroup
          className="segments"
          aria-label={text('compare.scores')}
          orientation="horizontal"
          value={scores}
          onChange={(kind) => store.getState().update((app) => setComparison(app, { scores: kind as Comparison['scores'] }))}
        >
          {SCORE_KINDS.map((kind) => (
            <Radio key={kind} value={kind} className="segment">
              {text(`compare.scores.${kind}`)}
            </Radio>
          ))}
        </RadioGroup>
        <ShareMenu
          question={{ kind: 'measures', zones: table.zones, measureIds: measures, scores }}
          makeTable={() => tabulateMeasures(table, measures, scores)}
        />
      </div>
      <MaupNote table={table} />
      {scores === 'none' ? null : <p className="quiet">{text('compare.scores.explain')}</p>}
      <DistrictTable table={table} />
    </>
  )
}

function DistrictTable({ table }: { table: MeasureTable }) {
  const messages = useMessages()
  const { text, share, number, language, cityName } = messages
  const { measures, scores, sort } = useApp((app) => app.comparison)
  const selection = useApp((app) => app.selection)
  const rows = useMemo(() => sortRows(table, sort, language), [table, sort, language])
  const scored = useMemo(() => new Map(measures.map((id) => [id, scoresOf(table, id, scores)])), [table, measures, scores])
  const value = (id: MeasureId, amount: number) =>
    measureNumber(messages, id, amount) ?? <span className="fact-missing">{text('cardPanel.noData')}</span>
  const perCity = (label: string, figure: (id: MeasureId, cityId: (typeof CITIES)[number]['id']) => number): ReactNode =>
    CITIES.map(({ id: cityId }) => (
      <tr key={`${label} ${cityId}`}>
        <th scope="row">
          <CityDot cityId={cityId} /> {label}, {cityName(cityId)}
        </th>
        <td />
        {measures.map((id) => (
          <Fragment key={id}>
            <td className="number-cell quantity">{value(id, figure(id, cityId))}</td>
            {scores === 'none' ? null : <td />}
          </Fragment>
        ))}
      </tr>
    ))
  return (
    <table className="figure-table district-table">
      <caption className="visually-hidden">{text('compare.tab.table')}</caption>
      <thead>
        <tr>
          <SortHead column="name" label={text('compare.district')} />
          <th scope="col" className="number-cell">
            {text('card.buildingCoverage')}
          </th>
          {measures.map((id) => {
            return (
              <Fragment key={id}>
                <SortHead column={id} label={measureName(messages, id)} unit={headingUnit(messages, id)} />
                {scores === 'none' ? null : (
                  <th scope="col" className="number-cell">
                    {text('compare.score')}
                  </th>
                )}
              </Fragment>
            )
          })}
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
              <td className="number-cell quantity">{share(table.coverageShares[row] as number)}</td>
              {measures.map((id) => {
                const score = scored.get(id)?.[row]
                return (
                  <Fragment key={id}>
                    <td className="number-cell quantity">{value(id, table.values[id][row] as number)}</td>
                    {score === undefined ? null : (
                      <td className="number-cell quantity quiet">{Number.isFinite(score) ? number(score, 1) : '–'}</td>
                    )}
                  </Fragment>
                )
              })}
            </tr>
          )
        })}
      </tbody>
      <tfoot>
        {perCity(text('compare.median'), (id, cityId) => summariseCity(table, id, cityId).median)}
        {perCity(text('compare.mad'), (id, cityId) => summariseCity(table, id, cityId).medianAbsoluteDeviation)}
      </tfoot>
    </table>
  )
}

/** The head of a column: pressing it sorts by the column, pressing it again turns the order round. */
function SortHead({ column, label, unit = null }: { column: Comparison['sort']['column']; label: string; unit?: string | null }) {
  const { store } = useServices()
  const sort = useApp((app) => app.comparison.sort)
  const isSorted = sort.column === column
  const Arrow = sort.isDescending ? ArrowDown : ArrowUp
  // Figures are first asked for from the highest, names from A.
  const isDescending = isSorted ? !sort.isDescending : column !== 'name'
  return (
    <th
      scope="col"
      className={column === 'name' ? undefined : 'number-cell'}
      aria-sort={isSorted ? (sort.isDescending ? 'descending' : 'ascending') : 'none'}
    >
      <Button
        className="sort-button"
        onPress={() => store.getState().update((app) => setComparison(app, { sort: { column, isDescending } }))}
      >
        {label}
        {isSorted ? <Arrow size={14} aria-hidden="true" /> : null}
      </Button>
      {unit === null ? null : <span className="quiet">{unit}</span>}
    </th>
  )
}
