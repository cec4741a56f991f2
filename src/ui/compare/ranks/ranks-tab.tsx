import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Label } from 'react-aria-components/Label'
import { ProgressBar } from 'react-aria-components/ProgressBar'
import { CITY_IDS } from '../../../cities/index.ts'
import type { MeasureTable, RankRanges } from '../../../services/analysis/analysis-service.ts'
import { DRAWS_DEFAULT, SEED_DEFAULT } from '../../../report/options.ts'
import { tabulateRanks } from '../../../report/tabulate-statistics.ts'
import { setComparison } from '../../../state/transitions.ts'
import { useLoaded, type Loaded } from '../../common/use-loaded.ts'
import { useApp, useMessages, useServices } from '../../context.tsx'
import { AnswerView } from '../answer-view.tsx'
import { LevelChoice } from '../level-choice.tsx'
import { MeasureChoice } from '../measure-choice.tsx'
import { RankTable } from './rank-table.tsx'
import { ShareMenu } from '../share-menu.tsx'
import { districtsOf, useHeatChanges, useMeasures } from '../use-answer.ts'

type Trial =
  | { readonly status: 'idle' | 'cancelled' }
  | { readonly status: 'running'; readonly share: number }
  | { readonly status: 'failed'; readonly reason: string }
  | { readonly status: 'done'; readonly ranges: RankRanges }

/** Whether ranks hold when what is estimated is drawn anew within its error. */
export function RanksTab() {
  const level = useApp((app) => app.comparison.level)
  const answer = useMeasures(districtsOf(level))
  return <AnswerView answer={answer}>{(table) => <Ranks table={table} />}</AnswerView>
}

function Ranks({ table }: { table: MeasureTable }) {
  const { text, number } = useMessages()
  const { store } = useServices()
  const { level, measure } = useApp((app) => app.comparison)
  const { trial, start, cancel } = useTrial()
  return (
    <>
      <div className="compare-bar">
        <LevelChoice />
        <MeasureChoice
          label={text('compare.measure')}
          value={measure}
          onChange={(id) => store.getState().update((app) => setComparison(app, { measure: id }))}
        />
        {trial.status === 'running' ? (
          <Button className="button" onPress={cancel}>
            {text('compare.ranks.cancel')}
          </Button>
        ) : (
          <Button className="button button-primary" onPress={start}>
            {text('compare.ranks.start')}
          </Button>
        )}
        {trial.status === 'done' ? (
          <ShareMenu
            question={{ kind: 'ranks', level, cityIds: CITY_IDS, measureId: measure, draws: DRAWS_DEFAULT, seed: SEED_DEFAULT }}
            makeTable={() => tabulateRanks(trial.ranges, measure, table)}
          />
        ) : null}
      </div>
      <p className="quiet compare-text">{text('compare.ranks.how', { draws: number(DRAWS_DEFAULT) })}</p>
      {trial.status === 'running' ? (
        <ProgressBar className="rank-progress" value={trial.share * 100}>
          {({ percentage, valueText }) => (
            <>
              <Label>{text('compare.ranks.running')}</Label> <span className="quantity">{valueText}</span>
              <div className="progress-track">
                <div className="progress-fill" style={{ width: `${percentage ?? 0}%` }} />
              </div>
            </>
          )}
        </ProgressBar>
      ) : null}
      {trial.status === 'cancelled' ? <p role="status">{text('compare.ranks.cancelled')}</p> : null}
      {trial.status === 'failed' ? <p role="alert">{text('compare.failed', { reason: trial.reason })}</p> : null}
      {trial.status === 'done' ? <RankTable table={table} ranges={trial.ranges} measure={measure} /> : null}
    </>
  )
}

/** Runs the trial in the worker, shows how far it is, and stops it when asked or when the question changes. */
function useTrial() {
  const { analysis } = useServices()
  const { level, measure } = useApp((app) => app.comparison)
  const heat = useHeatChanges()
  const question = JSON.stringify([level, measure, heat ?? {}])
  const [run, setRun] = useState({ number: 0, question: '', isCancelled: false })
  const [progress, setProgress] = useState({ number: 0, share: 0 })
  const isAsked = run.number > 0 && run.question === question
  const answer = useLoaded(isAsked && !run.isCancelled ? `${run.number} ${question}` : null, (signal) =>
    analysis().testRanks(
      { level, cityIds: CITY_IDS, measureId: measure, draws: DRAWS_DEFAULT, seed: SEED_DEFAULT, ...(heat === undefined ? {} : { heat }) },
      (share) => {
        if (!signal.aborted) setProgress({ number: run.number, share })
        return !signal.aborted
      },
    ),
  )
  return {
    trial: describeTrial(isAsked, run.isCancelled, answer, progress.number === run.number ? progress.share : 0),
    start: () => setRun(({ number }) => ({ number: number + 1, question, isCancelled: false })),
    cancel: () => setRun((before) => ({ ...before, isCancelled: true })),
  }
}

function describeTrial(isAsked: boolean, isCancelled: boolean, answer: Loaded<RankRanges>, share: number): Trial {
  if (!isAsked) return { status: 'idle' }
  if (isCancelled) return { status: 'cancelled' }
  if (answer.status === 'failed') return { status: 'failed', reason: answer.reason }
  return answer.status === 'ready' ? { status: 'done', ranges: answer.value } : { status: 'running', share }
}
