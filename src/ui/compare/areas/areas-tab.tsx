import { Pencil, Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import { Button } from 'react-aria-components/Button'
import { MEASURE_IDS } from '../../../analytics/measures/types.ts'
import { CITY_IDS, type CityId } from '../../../cities/index.ts'
import type { MeasureTable, ZoneSet } from '../../../services/analysis/analysis-service.ts'
import { joinMeasureTables } from '../../../report/join-tables.ts'
import type { ReportQuestion } from '../../../report/request.ts'
import { tabulateMeasures } from '../../../report/tabulate-measures.ts'
import { NEW_DRAWING, withArea } from '../../../state/drawing.ts'
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

/** Areas that the reader drew, at most one in each city, by every measure. */
export function AreasTab() {
  const { text, cityName } = useMessages()
  const { store } = useServices()
  const areas = useApp((app) => app.comparison.areas)
  const isDrawing = useSession((session) => session.drawing !== null)
  const sets = useAreaSets()
  const tables = useTables(CITY_IDS.map((id) => sets[id] ?? null))
  const drawn = CITY_IDS.filter((id) => areas[id] !== undefined)
  const start = () => store.getState().updateSession((session) => setDrawing(session, NEW_DRAWING))
  const remove = (cityId: CityId) => store.getState().update((app) => setComparison(app, { areas: withArea(app.comparison.areas, cityId, null) }))
  return (
    <>
      <div className="compare-bar">
        <Button className={`button draw-button ${drawn.length === 0 ? 'button-primary' : ''}`} isDisabled={isDrawing} onPress={start}>
          <Pencil size={16} aria-hidden="true" />{text('compare.areas.draw')}
        </Button>
        {drawn.map((id) => (
          <Button key={id} className="button" onPress={() => remove(id)}>
            <Trash2 size={16} aria-hidden="true" />{text('compare.areas.remove', { city: cityName(id) })}
          </Button>
        ))}
        {tables.status === 'failed' || tables.value === null ? null : <AreasShare tables={tables.value} />}
      </div>
      <p className="quiet compare-text">{text('compare.areas.how')}</p>
      {drawn.length === 0 ? null : <AnswerView answer={tables}>{(found) => <Areas tables={found} />}</AnswerView>}
    </>
  )
}

/** The question for each city's area; the same object while the area stays. */
function useAreaSets(): Readonly<Partial<Record<CityId, AreaSet>>> {
  const { text, cityName } = useMessages()
  const areas = useApp((app) => app.comparison.areas)
  return useMemo(() => Object.fromEntries(Object.entries(areas).map(([id, corners]) => [id, {
    kind: 'area', cityId: id as CityId,
    name: `${text('compare.areas.name')}, ${cityName(id as CityId)}`,
    polygonsDegrees: [[corners]],
  } satisfies AreaSet])), [areas, text, cityName])
}

/** A table for each area that there is, once all are there; `sets` has a place for every city. */
function useTables(sets: readonly (AreaSet | null)[]): Loaded<readonly MeasureTable[]> {
  // There are as many cities in every call.
  const answers = sets.map((set) => ({ set, answer: useMeasures(set) })).filter(({ set }) => set !== null).map(({ answer }) => answer)
  const failed = answers.find(({ status }) => status === 'failed')
  if (failed?.status === 'failed') return { ...failed, value: null }
  const tables = answers.flatMap((answer) => (answer.status !== 'failed' && answer.value !== null ? [answer.value] : []))
  if (tables.length === 0 || tables.length < answers.length) return { status: 'loading', value: null }
  return { status: answers.every(({ status }) => status === 'ready') ? 'ready' : 'loading', value: tables }
}

function Areas({ tables }: { tables: readonly MeasureTable[] }) {
  const joined = useMemo(() => joinMeasureTables(tables), [tables])
  // Each area was measured for itself, and is explained by its own table.
  return <ZoneFigures table={joined} rows={joined.rows.map((_, row) => row)} explainedBy={(row) => ({ table: tables[row] ?? joined, row: 0 })} />
}

/** The report takes one area, so each has a command of its own. */
function AreasShare({ tables }: { tables: readonly MeasureTable[] }) {
  const messages = useMessages()
  const theme = useTheme()
  const questions = tables.flatMap(({ zones }): ReportQuestion[] =>
    (zones.kind === 'area' ? [{ kind: 'measures', zones, measureIds: MEASURE_IDS, scores: 'none' }] : []))
  const [first, ...others] = questions
  if (first === undefined) return null
  const joined = joinMeasureTables(tables)
  return (
    <ShareMenu
      question={[first, ...others]}
      makeTable={() => tabulateMeasures(joined, MEASURE_IDS)}
      {...(joined.rows.length > 1
        ? { chart: { title: messages.text('compare.tab.areas'), find: () => makeZonesPicture(joined, joined.rows.map((_, row) => row), messages, theme) } }
        : {})}
    />
  )
}
