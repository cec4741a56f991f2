import { Pencil, Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import { Button } from 'react-aria-components/Button'
import { MEASURE_IDS } from '../../../analytics/measures/types.ts'
import { CITY_IDS, type CityId } from '../../../cities/index.ts'
import type { MeasureTable, ZoneSet } from '../../../services/analysis/analysis-service.ts'
import { joinMeasureTables } from '../../../report/join-tables.ts'
import type { ReportQuestion } from '../../../report/request.ts'
import { tabulateMeasures } from '../../../report/tabulate-measures.ts'
import { isFull, MOST_AREAS_PER_CITY, NEW_DRAWING, withoutArea } from '../../../state/drawing.ts'
import { setDrawing } from '../../../state/session-transitions.ts'
import { setComparison } from '../../../state/transitions.ts'
import type { Loaded } from '../../common/use-loaded.ts'
import { useApp, useMessages, useServices, useSession } from '../../context.tsx'
import { AnswerView } from '../answer-view.tsx'
import { ZoneFigures } from '../side-by-side/zone-figures.tsx'
import { makeZonesPicture } from '../side-by-side/zones-picture.ts'
import { ShareMenu } from '../share-menu.tsx'
import { useMeasures } from '../use-answer.ts'
import { useTheme } from '../use-theme.ts'

type AreaSet = Extract<ZoneSet, { readonly kind: 'area' }>

/** Areas that the reader drew, a few in each city, by every measure. */
export function AreasTab() {
  const { text } = useMessages()
  const { store } = useServices()
  const areas = useApp((app) => app.comparison.areas)
  const isDrawing = useSession((session) => session.drawing !== null)
  const sets = useAreaSets()
  const tables = useTables(Array.from({ length: CITY_IDS.length * MOST_AREAS_PER_CITY }, (_, place) => sets[place]?.set ?? null))
  const areEverywhereFull = CITY_IDS.every((id) => isFull(areas, id))
  const start = () => store.getState().updateSession((session) => setDrawing(session, NEW_DRAWING))
  const remove = (cityId: CityId, index: number) =>
    store.getState().update((app) => setComparison(app, { areas: withoutArea(app.comparison.areas, cityId, index) }))
  return (
    <>
      <div className="compare-bar">
        <Button
          className={`button draw-button ${sets.length === 0 ? 'button-primary' : ''}`}
          isDisabled={isDrawing || areEverywhereFull}
          onPress={start}
        >
          <Pencil size={16} aria-hidden="true" />
          {text('compare.areas.draw')}
        </Button>
        {sets.map(({ set: { cityId, name }, index, label }) => (
          <Button key={name} className="button" onPress={() => remove(cityId, index)}>
            <Trash2 size={16} aria-hidden="true" />
            {text('compare.areas.remove', { city: label })}
          </Button>
        ))}
        {tables.status === 'failed' || tables.value === null ? null : <AreasShare tables={tables.value} />}
      </div>
      <p className="quiet compare-text">{text('compare.areas.how')}</p>
      {sets.length === 0 ? null : <AnswerView answer={tables}>{(found) => <Areas tables={found} />}</AnswerView>}
    </>
  )
}

interface NumberedArea {
  readonly set: AreaSet
  /** Among its city's areas. */
  readonly index: number
  /** Its city, and its number where the city has several. */
  readonly label: string
}

/** The question for each area, city by city; the same objects while the areas stay. */
function useAreaSets(): readonly NumberedArea[] {
  const { text, cityName } = useMessages()
  const areas = useApp((app) => app.comparison.areas)
  return useMemo(
    () =>
      CITY_IDS.flatMap((cityId) =>
        (areas[cityId] ?? []).map((corners, index, { length }): NumberedArea => {
          const label = length === 1 ? cityName(cityId) : `${cityName(cityId)} ${index + 1}`
          return {
            index,
            label,
            set: { kind: 'area', cityId, name: `${text('compare.areas.name')}, ${label}`, polygonsDegrees: [[corners]] },
          }
        }),
      ),
    [areas, text, cityName],
  )
}

/** A table for each area that there is, once all are there; `sets` has as many places in every call. */
function useTables(sets: readonly (AreaSet | null)[]): Loaded<readonly MeasureTable[]> {
  const answers = sets
    .map((set) => ({ set, answer: useMeasures(set) }))
    .filter(({ set }) => set !== null)
    .map(({ answer }) => answer)
  const failed = answers.find(({ status }) => status === 'failed')
  if (failed?.status === 'failed') return { ...failed, value: null }
  const tables = answers.flatMap((answer) => (answer.status !== 'failed' && answer.value !== null ? [answer.value] : []))
  if (tables.length === 0 || tables.length < answers.length) return { status: 'loading', value: null }
  return { status: answers.every(({ status }) => status === 'ready') ? 'ready' : 'loading', value: tables }
}

function Areas({ tables }: { tables: readonly MeasureTable[] }) {
  const joined = useMemo(() => joinMeasureTables(tables), [tables])
  // Each area was measured for itself, and is explained by its own table.
  return (
    <ZoneFigures table={joined} rows={joined.rows.map((_, row) => row)} explainedBy={(row) => ({ table: tables[row] ?? joined, row: 0 })} />
  )
}

/** The report takes one area, so each has a command of its own. */
function AreasShare({ tables }: { tables: readonly MeasureTable[] }) {
  const messages = useMessages()
  const theme = useTheme()
  const questions = tables.flatMap(({ zones }): ReportQuestion[] =>
    zones.kind === 'area' ? [{ kind: 'measures', zones, measureIds: MEASURE_IDS, scores: 'none' }] : [],
  )
  const [first, ...others] = questions
  if (first === undefined) return null
  const joined = joinMeasureTables(tables)
  return (
    <ShareMenu
      question={[first, ...others]}
      makeTable={() => tabulateMeasures(joined, MEASURE_IDS)}
      {...(joined.rows.length > 1
        ? {
            chart: {
              title: messages.text('compare.tab.areas'),
              find: () =>
                makeZonesPicture(
                  joined,
                  joined.rows.map((_, row) => row),
                  messages,
                  theme,
                ),
            },
          }
        : {})}
    />
  )
}
