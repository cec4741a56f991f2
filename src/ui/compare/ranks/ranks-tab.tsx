import { CITY_IDS } from '../../../cities/index.ts'
import type { MeasureTable } from '../../../services/analysis/analysis-service.ts'
import { DRAWS_DEFAULT, SEED_DEFAULT } from '../../../report/options.ts'
import { tabulateRanks } from '../../../report/tabulate-statistics.ts'
import { setComparison } from '../../../state/transitions.ts'
import { useApp, useMessages, useServices } from '../../context.tsx'
import { AnswerView } from '../answer-view.tsx'
import { LevelChoice } from '../level-choice.tsx'
import { MeasureChoice } from '../measure-choice.tsx'
import { RankTable } from './rank-table.tsx'
import { ShareMenu } from '../share-menu.tsx'
import { TrialButton, TrialProgress } from '../trial-view.tsx'
import { useTrial } from '../use-trial.ts'
import { districtsOf, useHeatChanges, useMeasures } from '../use-answer.ts'

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
  const { trial, start, cancel } = useRankTrial()
  return (
    <>
      <div className="compare-bar">
        <LevelChoice />
        <MeasureChoice
          label={text('compare.measure')}
          value={measure}
          onChange={(id) => store.getState().update((app) => setComparison(app, { measure: id }))}
        />
        <TrialButton trial={trial} label={text('compare.ranks.start')} onStart={start} onCancel={cancel} />
        {trial.status === 'done' ? (
          <ShareMenu
            question={{ kind: 'ranks', level, cityIds: CITY_IDS, measureId: measure, draws: DRAWS_DEFAULT, seed: SEED_DEFAULT }}
            makeTable={() => tabulateRanks(trial.value, measure, table)}
          />
        ) : null}
      </div>
      <p className="quiet compare-text">{text('compare.ranks.how', { draws: number(DRAWS_DEFAULT) })}</p>
      <TrialProgress trial={trial} />
      {trial.status === 'done' ? <RankTable table={table} ranges={trial.value} measure={measure} /> : null}
    </>
  )
}

/** Runs the trial in the worker; another question stops it. */
function useRankTrial() {
  const { analysis } = useServices()
  const { level, measure } = useApp((app) => app.comparison)
  const heat = useHeatChanges()
  return useTrial(JSON.stringify([level, measure, heat ?? {}]), (onProgress) =>
    analysis().testRanks(
      { level, cityIds: CITY_IDS, measureId: measure, draws: DRAWS_DEFAULT, seed: SEED_DEFAULT, ...(heat === undefined ? {} : { heat }) },
      onProgress,
    ),
  )
}
