import { holdBackSources, LINKED_SOURCES } from '../state/online-proposal.ts'
import { setProposedSources } from '../state/session-transitions.ts'
import type { AppState } from '../state/app-state.ts'
import type { AppStore } from '../state/store.ts'

/** Kept for this tab only, until it is closed. */
const SOURCES_KEY = 'kaksik.sources'

type TabStorage = Pick<Storage, 'getItem' | 'setItem'>

/** The tab's storage; one that holds nothing where a page is refused it. */
export function openTabStorage(): TabStorage {
  try {
    return sessionStorage
  } catch {
    return { getItem: () => null, setItem: () => {} }
  }
}

/** Sources that the user has let in, by storage that anyone may have written to. */
export function readAllowedSources(storage: TabStorage): readonly string[] {
  const kept = (storage.getItem(SOURCES_KEY) ?? '').split(' ')
  return LINKED_SOURCES.filter((source) => kept.includes(source))
}

/** The state of a link without the sources that nobody has let in; those become a question. */
export function askForSources(store: AppStore, app: AppState, storage: TabStorage): AppState {
  const held = holdBackSources(app, readAllowedSources(storage))
  store.getState().updateSession((session) => setProposedSources(session, held.proposed))
  return held.app
}

/** What the user switches on is let in for the tab, so that a reload and the way back need no second word. */
export function rememberSources(store: AppStore, storage: TabStorage): () => void {
  return store.subscribe(({ app }, { app: before }) => {
    const fresh = LINKED_SOURCES.filter((source) => app[source] && !before[source])
    if (fresh.length > 0) storage.setItem(SOURCES_KEY, [...new Set([...readAllowedSources(storage), ...fresh])].join(' '))
  })
}
