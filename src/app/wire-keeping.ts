import type { AppStore } from '../state/store.ts'
import { watchChanges } from '../state/watch.ts'
import type { ScenarioActions } from '../ui/scenario/scenario-actions.ts'

/** Of this tab: a reload opens the same scenario again, another tab its own. */
const OPEN_KEY = 'kaksik.scenario'
/** As `keeping/journal.ts` has it, which loads only when it is needed. */
const JOURNAL_PREFIX = 'kaksik.unsaved.'
/** As `ui/scenario/share/scenario-link.ts` has it. */
const LINK_PREFIX = '#scenario='

/**
 * Starts the keeping of scenarios on first use: the returned function loads what it needs, once. It starts by itself where
 * a scenario was open before a reload, where a page left something behind, and where the address has a scenario.
 */
export function wireKeeping(store: AppStore): () => Promise<ScenarioActions> {
  let started: Promise<ScenarioActions> | null = null
  const start = (): Promise<ScenarioActions> => {
    started ??= import('./keeping/start-keeper.ts').then(({ startKeeper }) => startKeeper(store, readOpen(), rememberOpen))
    // What could not be fetched is fetched anew when it is asked for again.
    started.catch(() => {
      started = null
    })
    return started
  }
  const readLink = (): void => {
    if (!location.hash.startsWith(LINK_PREFIX)) return
    const text = location.hash.slice(LINK_PREFIX.length)
    import('./keeping/propose-link.ts').then(({ proposeLink }) => proposeLink(store, text)).catch((error: unknown) => console.error(error))
  }
  if (readOpen() !== null || hasLeft()) start().catch((error: unknown) => console.error(error))
  // Whatever opens a scenario, it is kept.
  const unwatch = watchChanges(
    store,
    ({ session }) => session.scenario !== null,
    (isOpen) => {
      if (isOpen) start().then(unwatch, (error: unknown) => console.error(error))
    },
  )
  readLink()
  addEventListener('hashchange', readLink)
  return start
}

function readOpen(): string | null {
  try {
    return sessionStorage.getItem(OPEN_KEY)
  } catch {
    // Storage may be closed to a page.
    return null
  }
}

function rememberOpen(id: string | null): void {
  try {
    if (id === null) sessionStorage.removeItem(OPEN_KEY)
    else sessionStorage.setItem(OPEN_KEY, id)
  } catch {
    // The scenario is in the list all the same.
  }
}

function hasLeft(): boolean {
  try {
    return Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index)).some((key) => key?.startsWith(JOURNAL_PREFIX))
  } catch {
    return false
  }
}
