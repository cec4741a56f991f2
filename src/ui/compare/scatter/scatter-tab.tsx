import { useCallback, useMemo, useRef } from 'react'
import { CITIES } from '../../../cities/index.ts'
import type { MeasureTable } from '../../../services/analysis/analysis-service.ts'
import { tabulateMeasures } from '../../../report/tabulate-measures.ts'
import { orderMeasures } from '../../../state/comparison.ts'
import { setComparison, setSelection } from '../../../state/transitions.ts'
import { CityDot } from '../../common/city-dot.tsx'
import { useApp, useMessages, useServices } from '../../context.tsx'
import { AnswerView } from '../answer-view.tsx'
import { makePointsPressable } from './chart-points.ts'
import { LevelChoice } from '../level-choice.tsx'
import { MeasureChoice } from '../measure-choice.tsx'
import { measureName, measureTitle, measureValue } from '../measure-texts.ts'
import { PlotFigure, type PlotLibrary } from '../plot-figure.tsx'
import { ShareMenu } from '../share-menu.tsx'
import { districtsOf, useMeasures } from '../use-answer.ts'
import { chartColours, useTheme } from '../use-theme.ts'
import { isSelectedRow } from '../zone-button.tsx'
import { selectZone, zoneName } from '../zone-rows.ts'

/** The point that was pressed last, until the chart that shows the choice is drawn. */
let lastPressed: string | null = null

/** Any two measures against each other, all cities in one picture. */
export function ScatterTab() {
  const level = useApp((app) => app.comparison.level)
  const answer = useMeasures(districtsOf(level))
  return <AnswerView answer={answer}>{(table) => <Scatter table={table} />}</AnswerView>
}

function Scatter({ table }: { table: MeasureTable }) {
  const messages = useMessages()
  const { text, plural, cityName } = messages
  const { store } = useServices()
  const frame = useRef<HTMLDivElement>(null)
  const [x, y] = useApp((app) => app.comparison.axes)
  const points = useMemo(() => listPoints(table, x, y), [table, x, y])
  const title = text('compare.scatter.title', { x: measureName(messages, x), y: measureName(messages, y) })
  const set = (axes: readonly [typeof x, typeof y]) => store.getState().update((app) => setComparison(app, { axes }))
  return (
    <>
      <div className="compare-bar">
        <LevelChoice />
        <MeasureChoice label={text('compare.axis.x')} value={x} onChange={(id) => set([id, y])} />
        <MeasureChoice label={text('compare.axis.y')} value={y} onChange={(id) => set([x, id])} />
        <ShareMenu
          question={{ kind: 'measures', zones: table.zones, measureIds: orderMeasures([x, y]), scores: 'none' }}
          makeTable={() => tabulateMeasures(table, orderMeasures([x, y]))}
          chart={{ title, find: () => frame.current?.querySelector('svg') ?? null }}
        />
      </div>
      <p className="chart-key">
        {CITIES.map(({ id }) => (
          <span key={id}>
            <CityDot cityId={id} /> {cityName(id)}
          </span>
        ))}
        <span className="quiet">{plural('compare.scatter.left', table.rows.length - points.length)}</span>
      </p>
      <div ref={frame}>
        <ScatterPlot table={table} points={points} title={title} />
      </div>
      <p className="quiet">{text('compare.scatter.how')}</p>
    </>
  )
}

interface Point {
  readonly row: number
  readonly x: number
  readonly y: number
}

/** Districts of which both measures are known. */
function listPoints(table: MeasureTable, x: keyof MeasureTable['values'], y: keyof MeasureTable['values']): readonly Point[] {
  return table.rows
    .map((_, row) => ({ row, x: table.values[x][row] as number, y: table.values[y][row] as number }))
    .filter((point) => Number.isFinite(point.x) && Number.isFinite(point.y))
}

function ScatterPlot({ table, points, title }: { table: MeasureTable; points: readonly Point[]; title: string }) {
  const messages = useMessages()
  const { store } = useServices()
  const theme = useTheme()
  const axes = useApp((app) => app.comparison.axes)
  const selection = useApp((app) => app.selection)
  const makeOptions = useCallback(
    (plot: PlotLibrary) => {
      const colours = chartColours(theme)
      const accentOfPoint = ({ row }: Point) => colours.accent((table.rows[row] as MeasureTable['rows'][number]).cityId)
      const selected = points.filter(({ row }) => isSelectedRow(selection, table.rows[row] as MeasureTable['rows'][number]))
      return {
        marginLeft: 64,
        marginBottom: 40,
        style: { background: 'none', color: colours.ink, fontSize: '12px', fontFamily: 'inherit' },
        x: { label: measureTitle(messages, axes[0]), grid: true, tickFormat: (value: number) => messages.number(value) },
        y: { label: measureTitle(messages, axes[1]), grid: true, tickFormat: (value: number) => messages.number(value) },
        marks: [
          plot.dot(points, { x: 'x', y: 'y', r: 5, fill: accentOfPoint, fillOpacity: 0.75, stroke: colours.paper, className: 'points' }),
          plot.dot(selected, { x: 'x', y: 'y', r: 8, stroke: colours.ink, strokeWidth: 2, pointerEvents: 'none' }),
          plot.text(selected, {
            x: 'x',
            y: 'y',
            dy: -14,
            text: ({ row }: Point) => zoneName(table.rows[row] as MeasureTable['rows'][number], messages.language),
            fill: colours.ink,
            stroke: colours.paper,
            strokeWidth: 4,
            fontWeight: 600,
          }),
        ],
      }
    },
    [axes, messages, points, selection, table, theme],
  )
  const onDrawn = useCallback(
    (chart: SVGSVGElement) => {
      const hadFocus = lastPressed !== null
      const marks = [...chart.querySelectorAll<SVGElement>('.points circle')]
      makePointsPressable(
        marks,
        points.map(({ row, x, y }) => {
          const district = table.rows[row] as MeasureTable['rows'][number]
          const isSelected = isSelectedRow(selection, district)
          const place = `${zoneName(district, messages.language)}, ${messages.cityName(district.cityId)}`
          return {
            label: `${place}: ${measureValue(messages, axes[0], x)}; ${measureValue(messages, axes[1], y)}`,
            isSelected,
            onPress: () => {
              lastPressed = `${district.cityId} ${district.id}`
              store.getState().update((app) => (isSelected ? setSelection(app, null) : selectZone(app, district)))
            },
          }
        }),
      )
      if (!hadFocus) return
      // The chart is drawn anew on each choice: the focus goes on from the point that was pressed.
      const place = points.findIndex(({ row }) => `${table.rows[row]?.cityId} ${table.rows[row]?.id}` === lastPressed)
      lastPressed = null
      marks[place]?.focus()
    },
    [axes, messages, points, selection, store, table],
  )
  return <PlotFigure label={title} height="fill" makeOptions={makeOptions} onDrawn={onDrawn} />
}
