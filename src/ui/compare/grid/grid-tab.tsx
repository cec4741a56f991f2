import { useMemo, useRef } from 'react'
import { CITY_IDS } from '../../../cities/index.ts'
import { rampOf } from '../../../layers/measures/measure-look.ts'
import type { MeasureTable, ZoneSet } from '../../../services/analysis/analysis-service.ts'
import { tabulateMeasures } from '../../../report/tabulate-measures.ts'
import { setComparison } from '../../../state/transitions.ts'
import { useApp, useMessages, useServices } from '../../context.tsx'
import { AnswerView } from '../answer-view.tsx'
import { HexagonChoice } from '../hexagon-choice.tsx'
import { GridFigures } from './grid-figures.tsx'
import { MeasureChoice } from '../measure-choice.tsx'
import { measureName, measureTitle } from '../measure-texts.ts'
import { ShareMenu } from '../share-menu.tsx'
import { districtsOf, useMeasures } from '../use-answer.ts'
import { ZoneMaps } from '../zone-maps.tsx'

/** A measure on equal hexagons instead of districts: the check on what borders alone do. */
export function GridTab() {
  const { text } = useMessages()
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
        <HexagonChoice />
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
  const { text, number } = messages
  const { measure, level } = useApp((app) => app.comparison)
  const districts = useMeasures(districtsOf(level))
  return (
    <ZoneMaps
      table={table}
      values={table.values[measure]}
      title={measureTitle(messages, measure)}
      labelOf={(city) => text('compare.grid.map', { measure: measureName(messages, measure), city })}
      formatBreak={(value) => number(value)}
      ramp={rampOf(measure)}
    >
      <GridFigures measure={measure} grid={table} districts={districts.status === 'ready' ? districts.value : null} />
    </ZoneMaps>
  )
}
