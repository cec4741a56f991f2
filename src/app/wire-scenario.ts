import type { DataService } from '../services/data-service.ts'
import { findEditAt } from '../scenario/find-edit-at.ts'
import type { Pick } from '../scene/types.ts'
import { reachMetres } from '../state/drawing.ts'
import { chooseEdit, shownScenario } from '../state/scenario-session.ts'
import type { AppStore } from '../state/store.ts'
import { watch } from '../state/watch.ts'
import { resolveTheme } from '../ui/theme.ts'
import { DARK_QUERY } from '../ui/viewport.ts'

/** Takes a click on something that the open scenario puts there for choosing it. @returns false where there is nothing of it */
export function takeEdit(store: AppStore, pick: Pick | null): boolean {
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

/** Shows the scenario that opens; the code for it comes with the first one. */
export function wireScenario(store: AppStore, data: DataService): void {
  let isAsked = false
  watch(
    store,
    ({ session }) => session.scenario !== null,
    (isOpen) => {
      if (!isOpen || isAsked) return
      isAsked = true
      import('./scenario/follow-scenario.ts').then(
        ({ followScenario }) => {
          followScenario(store, data, (apply) => watchTheme(store, apply))
        },
        (error: unknown) => {
          isAsked = false
          console.warn(error)
        },
      )
    },
  )
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
