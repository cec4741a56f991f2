import { useMemo, useRef } from 'react'
import { CITIES, isCityId } from '../../../cities/index.ts'
import type { Autocorrelation, MeasureTable, WeightsChoice, ZoneSet } from '../../../services/analysis/analysis-service.ts'
import { PERMUTATIONS_DEFAULT, SEED_DEFAULT } from '../../../report/options.ts'
import { tabulateClusters } from '../../../report/tabulate-statistics.ts'
import { NEIGHBOUR_COUNTS, type Comparison } from '../../../state/comparison.ts'
import { setComparison } from '../../../state/transitions.ts'
import { useApp, useMessages, useServices } from '../../context.tsx'
import { ChoiceField } from '../../layers-panel/choice-field.tsx'
import { AnswerView } from '../answer-view.tsx'
import { CLUSTER_COLOURS, ClusterTable } from './cluster-table.tsx'
import { LevelChoice } from '../level-choice.tsx'
import { MeasureChoice } from '../measure-choice.tsx'
import { measureName } from '../measure-texts.ts'
import { ShareMenu } from '../share-menu.tsx'
import { useAnswer, useHeatChanges, useMeasures } from '../use-answer.ts'
import { chartColours, useTheme } from '../use-theme.ts'
import { isSelectedRow } from '../zone-button.tsx'
import { makeZoneFills, useZoneFills } from '../zone-fill.ts'
import { ZoneMap } from '../zone-map.tsx'
import { selectZone } from '../zone-rows.ts'

/** Whether districts with like values lie side by side in a city, and where. */
export function ClustersTab() {
  const { text, cityName } = useMessages()
  const { store } = useServices()
  const { level, measure, clusterCityId, neighbours } = useApp((app) => app.comparison)
  const heat = useHeatChanges()
  const zones = useMemo(
    (): Extract<ZoneSet, { kind: 'districts' }> => ({ kind: 'districts', level, cityIds: [clusterCityId] }),
    [level, clusterCityId],
  )
  const weights: WeightsChoice = neighbours === 'contiguity' ? { kind: 'contiguity' } : { kind: 'nearest', count: neighbours }
  const request = { zones, measureId: measure, weights, permutations: PERMUTATIONS_DEFAULT, seed: SEED_DEFAULT }
  const table = useMeasures(zones)
  const clusters = useAnswer(JSON.stringify(['clusters', request, heat ?? {}]), (service) =>
    service.autocorrelate({ ...request, ...(heat === undefined ? {} : { heat }) }),
  )
  const set = (change: Partial<Comparison>) => store.getState().update((app) => setComparison(app, change))
  const chart = useRef<HTMLDivElement>(null)
  const readyTable = table.status === 'ready' ? table.value : null
  return (
    <>
      <div className="compare-bar">
        <LevelChoice />
        <MeasureChoice label={text('compare.measure')} value={measure} onChange={(id) => set({ measure: id })} />
        <ChoiceField
          label={text('compare.city')}
          choices={CITIES.map(({ id }) => ({ id, text: cityName(id) }))}
          value={clusterCityId}
          onChange={(id) => {
            if (isCityId(id)) set({ clusterCityId: id })
          }}
        />
        <ChoiceField
          label={text('compare.neighbours')}
          value={String(neighbours)}
          choices={[
            { id: 'contiguity', text: text('compare.neighbours.touching') },
            ...NEIGHBOUR_COUNTS.map((count) => ({ id: String(count), text: text('compare.neighbours.nearest', { count }) })),
          ]}
          onChange={(id) => set({ neighbours: NEIGHBOUR_COUNTS.find((count) => String(count) === id) ?? 'contiguity' })}
        />
        {clusters.status === 'ready' && readyTable !== null ? (
          <ShareMenu
            question={{ kind: 'moran', zones, measureId: measure, weights, permutations: PERMUTATIONS_DEFAULT, seed: SEED_DEFAULT }}
            makeTable={() => tabulateClusters(clusters.value, measure, readyTable)}
            chart={{ title: text('compare.tab.clusters'), find: () => chart.current?.querySelector('svg.zone-map') ?? null }}
          />
        ) : null}
      </div>
      <div ref={chart}>
        <AnswerView answer={clusters}>
          {(found) =>
            readyTable === null || readyTable.rows.length !== found.rows.length ? (
              <p className="quiet">{text('compare.measuring')}</p>
            ) : (
              <Clusters table={readyTable} clusters={found} />
            )
          }
        </AnswerView>
      </div>
    </>
  )
}

function Clusters({ table, clusters }: { table: MeasureTable; clusters: Autocorrelation }) {
  const messages = useMessages()
  const { text, number } = messages
  const { store } = useServices()
  const theme = useTheme()
  const measure = useApp((app) => app.comparison.measure)
  const selection = useApp((app) => app.selection)
  const rows = useMemo(() => table.rows.map((_, row) => row), [table])
  const colours = chartColours(theme)
  const fills = useMemo(
    () =>
      makeZoneFills(
        table,
        (row) => {
          const found = clusters.local.classes[row] ?? 'no-data'
          return found === 'no-data' ? null : CLUSTER_COLOURS[found][theme]
        },
        theme,
      ),
    [table, clusters, theme],
  )
  useZoneFills(fills)
  const { i, expected, pValue } = clusters.moran
  return (
    <div className="map-and-table">
      <div>
        <p className="moran">
          {text('compare.moran', { i: number(i, 3), expected: number(expected, 3), p: number(pValue, 3), count: clusters.count })}
        </p>
        <p>{text(pValue >= 0.05 ? 'compare.moran.none' : i > expected ? 'compare.moran.alike' : 'compare.moran.unlike')}</p>
        <ZoneMap
          label={text('compare.clusters.map', { measure: measureName(messages, measure) })}
          table={table}
          rows={rows}
          lineColour={colours.quiet}
          selectedColour={colours.ink}
          colourOf={(row) => CLUSTER_COLOURS[clusters.local.classes[row] ?? 'no-data'][theme]}
          isSelected={(row) => isSelectedRow(selection, table.rows[row] as MeasureTable['rows'][number])}
          onPress={(row) => store.getState().update((app) => selectZone(app, table.rows[row] as MeasureTable['rows'][number]))}
        />
        <p className="quiet">{text('compare.clusters.how', { permutations: PERMUTATIONS_DEFAULT })}</p>
      </div>
      <ClusterTable table={table} clusters={clusters} measure={measure} />
    </div>
  )
}
