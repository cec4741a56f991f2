import type { Edit } from '../../../scenario/types.ts'
import { setScenarioTab } from '../../../state/scenario-session.ts'
import { useServices } from '../../context.tsx'
import { put } from '../change-scenario.ts'

/** Adds an edit to the open scenario, and opens it in the list to be changed. */
export function useAddEdit(): (edit: Edit) => void {
  const { store } = useServices()
  return (edit) => {
    put(store, edit)
    store.getState().updateSession((session) => setScenarioTab(session, 'edits'))
  }
}
