import type { Scenario } from '../../../scenario/types.ts'
import type { ZoneSet } from '../../../services/analysis/analysis-service.ts'
import type { ScenarioEvaluation } from '../../../services/analysis/scenario/types.ts'
import { useLoaded, type Loaded } from '../../common/use-loaded.ts'
import { useHeatChanges } from '../../compare/use-answer.ts'
import { useServices, useSession } from '../../context.tsx'

/** Steps that follow each other closely, as of a held button, are evaluated once. */
const WAIT_MILLISECONDS = 250

const numbers = new WeakMap<Scenario, number>()
let count = 0

/** A number for a state of a scenario: states are never changed, so the same state is the same question. */
function numberOf(scenario: Scenario | null): number {
  if (scenario === null) return 0
  const known = numbers.get(scenario)
  if (known !== undefined) return known
  numbers.set(scenario, ++count)
  return count
}

/** What the open scenario does in some zones, reckoned in the worker; the last answer stands until the next is there. */
export function useEvaluation(zones: ZoneSet): Loaded<ScenarioEvaluation> {
  const { analysis } = useServices()
  const heat = useHeatChanges()
  const scenario = useSession((session) => session.scenario)
  const baseline = useSession((session) => session.baseline)
  const key = scenario === null ? null : JSON.stringify([numberOf(scenario), numberOf(baseline), zones, heat ?? {}])
  return useLoaded(
    key,
    () => {
      if (scenario === null) return Promise.reject(new Error('No scenario is open'))
      return analysis().evaluateScenario({ scenario, baseline, zones, ...(heat === undefined ? {} : { heat }) })
    },
    { waitMilliseconds: WAIT_MILLISECONDS },
  )
}
