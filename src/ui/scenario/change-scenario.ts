import type { Edit, Scenario } from '../../scenario/types.ts'
import { changeScenario, putEdit } from '../../state/scenario-session.ts'
import type { AppStore } from '../../state/store.ts'

/** A confirmed change of the open scenario: it can be undone, and is kept. */
export function change(store: AppStore, edit: (scenario: Scenario) => Scenario): void {
  store.getState().updateSession((session) => changeScenario(session, edit))
}

/** Adds an edit to the open scenario, or changes the one with its id, and chooses it. */
export function put(store: AppStore, edit: Edit): void {
  store.getState().updateSession((session) => ({ ...putEdit(session, edit), chosenEdit: edit.id }))
}
