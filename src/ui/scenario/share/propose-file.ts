import { CITIES } from '../../../cities/index.ts'
import { createId } from '../../../scenario/change/create-scenario.ts'
import { SCENARIO_LIMITS } from '../../../scenario/limits.ts'
import { failWhole, parseScenarioText } from '../../../scenario/parse/parse-scenario.ts'
import { setProposal } from '../../../state/scenario-proposal.ts'
import type { AppStore } from '../../../state/store.ts'

/** Reads a file, which may be anything, and puts what it holds up for a decision. */
export async function proposeFile(store: AppStore, file: Pick<File, 'name' | 'size' | 'text'>): Promise<void> {
  const most = SCENARIO_LIMITS.textBytes
  const read = async () => {
    // Not even read: text of that size would fill the memory for nothing.
    if (file.size > most) return failWhole('text-too-long', { found: file.size, most })
    try {
      return parseScenarioText(await file.text(), { cities: CITIES, createId })
    } catch {
      return failWhole('not-json', { reason: file.name })
    }
  }
  const parsed = await read()
  store.getState().updateSession((session) => setProposal(session, { fileName: file.name, ...parsed }))
}
