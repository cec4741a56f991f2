import { CITIES } from '../../cities/index.ts'
import { createId } from '../../scenario/change/create-scenario.ts'
import { decodeScenarioLink } from '../../scenario/link.ts'
import { setProposal } from '../../state/scenario-proposal.ts'
import type { AppStore } from '../../state/store.ts'

/** Puts what a link brings up for a decision, and takes it out of the address: nothing is opened or replaced by itself. */
export async function proposeLink(store: AppStore, text: string): Promise<void> {
  const { scenario, issues } = await decodeScenarioLink(text, { cities: CITIES, createId })
  store.getState().updateSession((session) => setProposal(session, { fileName: null, scenario, issues }))
  history.replaceState(null, '', location.pathname + location.search)
}
