import { stepTool } from '../../../scenario/draw/step-tool.ts'
import type { Surroundings, ToolEvent } from '../../../scenario/draw/types.ts'
import type { Ring } from '../../../scenario/types.ts'
import type { PlannedVolume } from '../../../layers/planned/types.ts'
import { setScenarioTool } from '../../../state/scenario-session.ts'
import type { AppStore, Nearby, Session } from '../../../state/store.ts'
import { createId } from '../../../scenario/change/create-scenario.ts'
import { applyOutcome } from './apply-outcome.ts'

/** Lets the tool in hand take an event, be it of a pointer, a finger, a key or a button; what it makes becomes edits. */
export function sendToolEvent(store: AppStore, event: ToolEvent): void {
  const { session } = store.getState()
  const { scenarioTool } = session
  if (scenarioTool === null) return
  const { tool, outcome } = stepTool(scenarioTool, event, surroundingsOf(session))
  if (tool !== scenarioTool) store.getState().updateSession((now) => setScenarioTool(now, tool))
  if (outcome !== undefined) store.getState().updateSession((now) => applyOutcome(now, outcome, createId))
}

let known: { readonly nearby: Nearby | null; readonly volumes: readonly PlannedVolume[]; readonly around: Surroundings } | null = null
const NO_VOLUMES: readonly PlannedVolume[] = []

/** What stands near by and still shows, and what is planned in that city. The same object while both stay. */
function surroundingsOf({ nearby, planned }: Session): Surroundings {
  const picture = nearby === null ? undefined : planned[nearby.cityId]
  const volumes = picture?.volumes ?? NO_VOLUMES
  if (known?.nearby === nearby && known.volumes === volumes) return known.around
  const hidden = new Set(picture?.hidden)
  const rings: readonly Ring[] = [
    ...(nearby?.buildings ?? []).flatMap(({ index, footprint }) => (hidden.has(index) ? [] : footprint.flat())),
    ...volumes.flatMap(({ footprint }) => footprint),
  ]
  known = { nearby, volumes, around: { rings } }
  return known.around
}
