import { useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { Switch } from 'react-aria-components/Switch'
import { MEASURE_IDS, type MeasureId } from '../../../analytics/measures/types.ts'
import type { ImpactId } from '../../../analytics/scenario/impacts.ts'
import { CITY_IDS } from '../../../cities/index.ts'
import type { ZoneSet } from '../../../services/analysis/analysis-service.ts'
import type { ScenarioEvaluation } from '../../../services/analysis/scenario/types.ts'
import { LoadFailure } from '../../common/load-failure.tsx'
import { ExplainDialog } from '../../compare/explain/explain-dialog.tsx'
import { districtsOf } from '../../compare/use-answer.ts'
import { useMessages, useSession } from '../../context.tsx'
import { IssueLines } from '../share/issue-lines.tsx'
import { DistrictImpacts } from './district-impacts.tsx'
import { ExplainImpact } from './explain-impact.tsx'
import { ImpactsTable } from './impacts-table.tsx'
import { readEvaluation } from './read-evaluation.ts'
import { useEvaluation } from './use-evaluation.ts'
import type { Impact, ZoneImpacts } from './zone-impacts.ts'

const VIEWS = ['cities', 'districts'] as const
type View = (typeof VIEWS)[number]

const ZONES: Readonly<Record<View, ZoneSet>> = { cities: { kind: 'city', cityIds: CITY_IDS }, districts: districtsOf('fine') }

/** What the open scenario does: before, after and the difference, of both cities and of the districts that it touches. */
export function ImpactsPart() {
  const { text } = useMessages()
  const [view, setView] = useState<View>('cities')
  const [onlyChanged, setOnlyChanged] = useState(true)
  const hasEdits = useSession(
    ({ scenario }) => scenario === null || scenario.edits.length > 0 || Object.keys(scenario.assumptions).length > 0,
  )
  const isOpen = useSession((session) => session.scenario !== null)
  const answer = useEvaluation(ZONES[view])
  if (!isOpen) return <p className="quiet">{text('scenario.impacts.noScenario')}</p>
  if (!hasEdits) return <p className="quiet">{text('scenario.impacts.none')}</p>
  const evaluation = answer.value?.zones.kind === ZONES[view].kind ? answer.value : null
  return (
    <div className="impacts">
      <div className="impacts-head">
        <RadioGroup
          className="segments"
          aria-label={text('scenario.impacts.of')}
          orientation="horizontal"
          value={view}
          onChange={(chosen) => setView(chosen as View)}
        >
          {VIEWS.map((id) => (
            <Radio key={id} value={id} className="segment">
              {text(`scenario.impacts.of.${id}`)}
            </Radio>
          ))}
        </RadioGroup>
        {view === 'cities' ? (
          <Switch className="switch" isSelected={onlyChanged} onChange={setOnlyChanged}>
            <span className="switch-track" aria-hidden="true" />
            {text('scenario.impacts.onlyChanged')}
          </Switch>
        ) : null}
        <p className="quiet" role="status">
          {answer.status === 'loading' ? text('scenario.impacts.reckoning') : ''}
        </p>
      </div>
      {answer.status === 'failed' ? <LoadFailure says={text('compare.failed', { reason: answer.reason })} onRetry={answer.retry} /> : null}
      {evaluation === null ? null : <Evaluated evaluation={evaluation} view={view} onlyChanged={onlyChanged} />}
    </div>
  )
}

interface Explained {
  readonly zone: ZoneImpacts
  readonly impact: Impact
}

function Evaluated({ evaluation, view, onlyChanged }: { evaluation: ScenarioEvaluation; view: View; onlyChanged: boolean }) {
  const messages = useMessages()
  const scenario = useSession((session) => session.scenario)
  const [explained, setExplained] = useState<Explained | null>(null)
  const zones = readEvaluation(evaluation, messages)
  const issues = evaluation.cities.flatMap((city) =>
    city.issues.filter(({ code }) => code !== 'building-proposed' && code !== 'building-lost'),
  )
  const explain = (zone: ZoneImpacts, impact: Impact): void => setExplained({ zone, impact })
  const close = (): void => setExplained(null)
  const measureId = explained === null ? null : findMeasure(explained.impact.id)
  return (
    <>
      {issues.length === 0 ? null : <IssueLines issues={issues} {...(scenario === null ? {} : { edits: scenario.edits })} />}
      {view === 'cities' ? (
        <ImpactsTable zones={zones} onlyChanged={onlyChanged} onExplain={explain} />
      ) : (
        <DistrictImpacts zones={zones} onExplain={explain} />
      )}
      {explained === null ? null : measureId === null ? (
        <ExplainImpact
          zone={explained.zone}
          impact={explained.impact}
          id={explained.impact.id as ImpactId}
          provenance={evaluation.provenance[explained.zone.cityId][explained.impact.id as ImpactId]}
          onClose={close}
        />
      ) : (
        <ExplainDialog
          table={evaluation}
          row={zones.findIndex(({ key }) => key === explained.zone.key)}
          measureId={measureId}
          scenario={scenario}
          onClose={close}
        />
      )}
    </>
  )
}

function findMeasure(id: string): MeasureId | null {
  return MEASURE_IDS.find((known) => known === id) ?? null
}
