import { useCallback, useMemo, useRef } from 'react'
import { CITIES, CITY_IDS, type CityId } from '../../../cities/index.ts'
import { makeSequentialScale } from '../../../layers/colour/scale.ts'
import { classOf } from '../../../layers/colour/breaks.ts'
import { formatHex, NO_DATA_COLOUR } from '../../../layers/colour/palettes.ts'
import { rampOf } from '../../../layers/measures/measure-look.ts'
import type { MeasureTable, ZoneSet } from '../../../services/analysis/analysis-service.ts'
import { tabulateMeasures } from '../../../report/tabulate-measures.ts'
import { HEXAGON_METRES } from '../../../state/comparison.ts'
import { setComparison } from '../../../state/transitions.ts'
import { CityDot } from '../../common/city-dot.tsx'
import { useApp, useMessages, useServices } from '../../context.tsx'
import { ChoiceField } from '../../layers-panel/choice-field.tsx'
import { AnswerView } from '../answer-view.tsx'
import { GridFigures } from './grid-figures.tsx'
import { MeasureChoice } from '../measure-choice.tsx'
import { measureName, measureTitle } from '../measure-texts.ts'
import { ShareMenu } from '../share-menu.tsx'
import { districtsOf, useMeasures } from '../use-answer.ts'
import { chartColours, useTheme } from '../use-theme.ts'
import { makeZoneFills, useZoneFills } from '../zone-fill.ts'
import { ZoneMap } from '../zone-map.tsx'
import { rowsOfCity } from '../zone-rows.ts'

/** A measure on equal hexagons instead of districts: the check on what borders alone do. */
export function GridTab() {
  const { text, number } = useMessages()
  const { store } = useServices()
  const { measure, hexagonMetres } = useApp((app) => app.comparison)
  const zones = useMemo((): ZoneSet => ({ kind: 'hexagons', areaSquareMetres: hexagonMetres ** 2, cityIds: CITY_IDS }), [hexagonMetres])
  const answer = useMeasures(zones)
  const chart = useRef<HTMLDivElement>(null)
  return (
    <>
      <div className="compare-bar">
        <MeasureChoice
          label={text('compare.measure')}
          value={measure}
          onChange={(id) => store.getState().update((app) => setComparison(app, { measure: id }))}
        />
        <ChoiceField
          label={text('compare.grid.size')}
          value={String(hexagonMetres)}
          choices={HEXAGON_METRES.map((metres) => ({
            id: String(metres),
            text: text('compare.grid.side', { area: number((metres / 1000) ** 2) }),
          }))}
          onChange={(id) =>
            store.getState().update((app) =>
              setComparison(app, {
                hexagonMetres: HEXAGON_METRES.find((metres) => String(metres) === id) ?? app.comparison.hexagonMetres,
              }),
            )
          }
        />
        {answer.status === 'ready' ? (
          <ShareMenu
            question={{ kind: 'measures', zones, measureIds: [measure], scores: 'none' }}
            makeTable={() => tabulateMeasures(answer.value, [measure])}
            chart={{ title: text('compare.tab.grid'), find: () => chart.current?.querySelector('svg.zone-map') ?? null }}
          />
        ) : null}
      </div>
      <p className="compare-note">{text('compare.grid.why')}</p>
      <div ref={chart}>
        <AnswerView answer={answer}>{(table) => <Grid table={table} />}</AnswerView>
      </div>
    </>
  )
}

function Grid({ table }: { table: MeasureTable }) {
  const messages = useMessages()
  const { text, cityName } = messages
  const theme = useTheme()
  const { measure, level } = useApp((app) => app.comparison)
  const districts = useMeasures(districtsOf(level))
  const colours = chartColours(theme)
  const values = table.values[measure]
  const { breaks, hexes } = useMemo(() => {
    const scale = makeSequentialScale([values], rampOf(measure), theme)
    return { breaks: scale.breaks, hexes: scale.colours.map(formatHex) }
  }, [values, measure, theme])
  const hexOf = useCallback(
    (row: number) => {
      const value = values[row] as number
      return Number.isNaN(value) ? null : (hexes[classOf(value, breaks)] ?? null)
    },
    [values, breaks, hexes],
  )
  const colourOf = (row: number) => hexOf(row) ?? NO_DATA_COLOUR[theme]
  useZoneFills(useMemo(() => makeZoneFills(table, hexOf, theme), [table, hexOf, theme]))
  return (
    <>
      <p className="grid-key">
        <strong>{measureTitle(messages, measure)}</strong>
        {hexes.map((hex, index) => (
          <span key={hex}>
            <span className="swatch" style={{ background: hex }} aria-hidden="true" />{' '}
            {index === 0 ? `< ${messages.number(breaks[0] ?? 0)}` : `≥ ${messages.number(breaks[index - 1] as number)}`}
          </span>
        ))}
        <span>
          <span className="swatch" style={{ background: NO_DATA_COLOUR[theme] }} aria-hidden="true" /> {text('cardPanel.noData')}
        </span>
      </p>
      <div className="grid-maps">
        {CITIES.map(({ id }) => (
          <figure key={id} className="spread">
            <figcaption>
              <CityDot cityId={id} /> {cityName(id)}
            </figcaption>
            <CityGrid
              cityId={id}
              table={table}
              colourOf={colourOf}
              lineColour={colours.paper}
              ink={colours.ink}
              label={text('compare.grid.map', { measure: measureName(messages, measure), city: cityName(id) })}
            />
          </figure>
        ))}
        <GridFigures measure={measure} grid={table} districts={districts.status === 'ready' ? districts.value : null} />
      </div>
    </>
  )
}

function CityGrid({
  cityId,
  table,
  colourOf,
  lineColour,
  ink,
  label,
}: {
  cityId: CityId
  table: MeasureTable
  colourOf: (row: number) => string
  lineColour: string
  ink: string
  label: string
}) {
  const rows = useMemo(() => rowsOfCity(table, cityId), [table, cityId])
  return (
    <ZoneMap
      label={label}
      table={table}
      rows={rows}
      colourOf={colourOf}
      lineColour={lineColour}
      selectedColour={ink}
      isSelected={() => false}
    />
  )
}
