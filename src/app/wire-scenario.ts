import type { CityId } from '../cities/index.ts'
import type { DataService } from '../services/data-service.ts'
import { findEditAt } from '../scenario/find-edit-at.ts'
import type { LonLat } from '../scenario/types.ts'
import type { Pick } from '../scene/types.ts'
import { reachMetres } from '../state/drawing.ts'
import { chooseEdit, shownScenario } from '../state/scenario-session.ts'
import type { AppStore } from '../state/store.ts'
import { watch } from '../state/watch.ts'
import { resolveTheme } from '../ui/theme.ts'
import { DARK_QUERY } from '../ui/viewport.ts'
import type { ToolRunner } from './scenario/run-tool.ts'

/** What happens in the views, for an open scenario. */
export interface ScenarioInput {
  /** Takes a click for the tool in hand, else for choosing what the scenario puts there. @returns false where it is for neither */
  readonly takePick: (pick: Pick | null) => boolean
  readonly hover: (cityId: CityId, position: LonLat) => void
  /** @returns false where no tool is in hand */
  readonly finish: () => boolean
}

/** Shows the scenario that opens and runs its tools; the code for it comes with the first one. */
export function wireScenario(store: AppStore, data: DataService): ScenarioInput {
  let runner: ToolRunner | null = null
  let isAsked = false
  const start = async (): Promise<void> => {
    const [{ followScenario }, { createToolRunner }] = await Promise.all([
      import('./scenario/follow-scenario.ts'),
      import('./scenario/run-tool.ts'),
    ])
    runner = createToolRunner(store, data)
    followScenario(store, data, (apply) => watchTheme(store, apply))
  }
  watch(
    store,
    ({ session }) => session.scenario !== null,
    (isOpen) => {
      if (!isOpen || isAsked) return
      isAsked = true
      start().catch((error: unknown) => {
        isAsked = false
        console.warn(error)
      })
    },
  )
  const hasTool = (): boolean => store.getState().session.scenarioTool !== null
  return {
    takePick: (pick) => {
      if (!hasTool()) return takeEdit(store, pick)
      runner?.press(pick)
      return true
    },
    hover: (cityId, position) => runner?.hover(cityId, position),
    finish: () => {
      if (!hasTool()) return false
      runner?.finish()
      return true
    },
  }
}

/** Takes a click on something that the open scenario puts there for choosing it. @returns false where there is nothing of it */
function takeEdit(store: AppStore, pick: Pick | null): boolean {
  const { scenario, chosenEdit } = store.getState().session
  if (scenario === null) return false
  const editId = findPickedEdit(store, pick)
  if (editId !== chosenEdit) store.getState().updateSession((session) => chooseEdit(session, editId))
  return editId !== null
}

/** What stands over the ground says itself whose it is; what lies on it is found by its place, where nothing stands there. */
function findPickedEdit(store: AppStore, pick: Pick | null): string | null {
  const { app, session } = store.getState()
  if (pick === null) return null
  if (pick.kind === 'edit') return pick.featureId
  const shown = shownScenario(session)
  if (pick.kind !== 'ground' || shown === null) return null
  return findEditAt(shown, pick.cityId, pick.positionDegrees, reachMetres(app, pick.cityId))
}

function watchTheme(store: AppStore, apply: (theme: 'light' | 'dark') => void): () => void {
  const device = matchMedia(DARK_QUERY)
  const resolve = () => resolveTheme(store.getState().app.theme, device.matches)
  const onDevice = (): void => apply(resolve())
  device.addEventListener('change', onDevice)
  const end = watch(store, resolve, apply)
  return () => {
    device.removeEventListener('change', onDevice)
    end()
  }
}
