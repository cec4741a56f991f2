import type { StartedReader } from '../io/online/load-service.ts'
import type { OnlineReader } from '../io/online/online-reader.ts'
import type { AppStore } from '../state/store.ts'
import type { OnlineActions } from '../ui/online/online-context.ts'
import { reloadPage } from '../ui/reload-page.ts'
import { linkWorker } from './link-worker.ts'
import type { OnlineEffects } from './online-controller.ts'

/** Same name as in `io/online/page-reach.ts`, which loads only when it is needed. */
const SERVICES_KEY = 'kaksik.services'

/**
 * Starts online services on first use: the returned function loads what they need, once. What was on
 * before the page loaded again is on again.
 */
export function wireOnline(store: AppStore): () => Promise<OnlineActions> {
  let started: Promise<OnlineActions> | null = null
  const start = (): Promise<OnlineActions> => {
    started ??= import('./online-controller.ts').then(({ createOnlineController }) => createOnlineController(store, effectsOf(store)))
    // What could not be fetched is fetched anew when it is asked for again.
    started.catch(() => {
      started = null
    })
    return started
  }
  if (readKept() !== null)
    start().then(
      (actions) => actions.resume(),
      (error: unknown) => console.error(error),
    )
  return start
}

function readKept(): string | null {
  try {
    const kept = sessionStorage.getItem(SERVICES_KEY)
    return kept === '[]' ? null : kept
  } catch {
    // Storage may be closed to a page.
    return null
  }
}

function effectsOf(store: AppStore): OnlineEffects {
  return {
    document,
    storage: sessionStorage,
    origin: location.origin,
    startReader,
    reload: () => reloadPage(store),
  }
}

function startReader(): StartedReader {
  const { service, stop } = linkWorker<OnlineReader>(
    'online',
    () => new Worker(new URL('../workers/online-worker.ts', import.meta.url), { type: 'module', name: 'online' }),
  )
  return {
    // Copied, not moved: a worker that has to be started again is given the same bytes.
    add: service.add,
    finish: service.finish,
    stop,
  }
}
