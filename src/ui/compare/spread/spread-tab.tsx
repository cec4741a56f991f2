import { useCallback, useRef } from 'react'
import type { MeasureId } from '../../../analytics/measures/types.ts'
import { CITIES } from '../../../cities/index.ts'
import type { MeasureTable } from '../../../services/analysis/analysis-service.ts'
import { tabulateMeasures } from '../../../report/tabulate-measures.ts'
import { CityDot } from '../../common/city-dot.tsx'
import { useApp, useMessages } from '../../context.tsx'
import { AnswerView } from '../answer-view.tsx'
import { LevelChoice } from '../level-choice.tsx'
import { MeasuresMenu } from '../measure-choice.tsx'
import { measureName, measureNumber, measureTitle } from '../measure-texts.ts'
import { PlotFigure, type PlotLibrary } from '../plot-figure.tsx'
import { ShareMenu } from '../share-menu.tsx'
import { summariseCity } from '../table/table-rows.ts'
import { districtsOf, useMeasures } from '../use-answer.ts'
import { chartColours, useTheme } from '../use-theme.ts'
import { isSelectedRow } from '../zone-button.tsx'

const HEIGHT = 120

/** One small chart a measure: a line for each district, one row for each city. */
export function SpreadTab() {
  const level = useApp((app) => app.comparison.level)
  const answer = useMeasures(districtsOf(level))
  return <AnswerView answer={answer}>{(table) => <Spread table={table} />}</AnswerView>
}

function Spread({ table }: { table: MeasureTable }) {
  const messages = useMessages()
  const { text } = messages
  const measures = useApp((app) => app.comparison.measures)
  const frame = useRef<HTMLDivElement>(null)
  const first = measures[0]
  return (
    <>
      <div className="compare-bar">
        <LevelChoice />
        <MeasuresMenu />
        <ShareMenu
          question={{ kind: 'measures', zones: table.zones, measureIds: measures, scores: 'none' }}
          makeTable={() => tabulateMeasures(table, measures)}
          {...(first === undefined
            ? {}
            : { chart: { title: measureTitle(messages, first), find: () => frame.current?.querySelector('svg') ?? null } })}
        />
      </div>
      <p className="quiet">{text('compare.spread.how')}</p>
      <div ref={frame} className="spread-list">
        {measures.map((id) => (
          <SpreadOf key={id} id={id} table={table} />
        ))}
      </div>
    </>
  )
}

function SpreadOf({ id, table }: { id: MeasureId; table: MeasureTable }) {
  const messages = useMessages()
  const { text, cityName } = messages
  const theme = useTheme()
  const selection = useApp((app) => app.selection)
  const makeOptions = useCallback(
    (plot: PlotLibrary) => {
      const colours = chartColours(theme)
      const marks = CITIES.map(({ id: cityId }) => {
        const values = table.rows.flatMap((row, index) => {
          const value = table.values[id][index] as number
          return row.cityId === cityId && Number.isFinite(value) ? [{ value, isSelected: isSelectedRow(selection, row) }] : []
        })
        const y = () => cityName(cityId)
        return [
          plot.tickX(values, { x: 'value', y, stroke: colours.accent(cityId), strokeOpacity: 0.55, strokeWidth: 1.5, inset: 6 }),
          plot.tickX(values.length === 0 ? [] : [summariseCity(table, id, cityId).median], {
            x: (value: number) => value,
            y,
            stroke: colours.accent(cityId),
            strokeWidth: 4,
          }),
          plot.dot(
            values.filter(({ isSelected }) => isSelected),
            { x: 'value', y, r: 6, fill: colours.accent(cityId), stroke: colours.ink, strokeWidth: 2 },
          ),
        ]
      })
      return {
        marginLeft: 72,
        marginTop: 8,
        marginBottom: 28,
        style: { background: 'none', color: colours.ink, fontSize: '12px', fontFamily: 'inherit' },
        x: { label: null, ticks: 5, tickFormat: (value: number) => messages.number(value) },
        y: { label: null, domain: CITIES.map(({ id: cityId }) => cityName(cityId)), padding: 0.1 },
        marks: marks.flat(),
      }
    },
    [cityName, id, messages, selection, table, theme],
  )
  return (
    <figure className="spread">
      <figcaption>{measureTitle(messages, id)}</figcaption>
      <PlotFigure label={text('compare.spread.of', { measure: measureName(messages, id) })} height={HEIGHT} makeOptions={makeOptions} />
      <ul className="spread-facts">
        {CITIES.map(({ id: cityId }) => {
          const { count, median, least, greatest } = summariseCity(table, id, cityId)
          const shown = (value: number) => measureNumber(messages, id, value) ?? '–'
          return (
            <li key={cityId}>
              <CityDot cityId={cityId} />{' '}
              {count === 0
                ? `${cityName(cityId)}: ${text('cardPanel.noData')}`
                : text('compare.spread.facts', {
                    city: cityName(cityId),
                    count,
                    median: shown(median),
                    least: shown(least),
                    greatest: shown(greatest),
                  })}
            </li>
          )
        })}
      </ul>
    </figure>
  )
}
