import { transfer, wrap, type Remote } from 'comlink'
import type { RemoteActions, RemoteEffects, StartedReader } from '../io/remote/remote-service.ts'
import type { RemoteReader } from '../io/remote/remote-reader.ts'
import type { AppStore } from '../state/store.ts'
import { writeUrl } from '../state/url.ts'

/** Same name as in `io/remote/page-reach.ts`, which loads only when it is needed. */
const SERVICES_KEY = 'kaksik.services'

/**
 * Starts online services on first use: the returned function loads what they need, once. What was on
 * before the page loaded again is on again.
 */
export function wireRemote(store: AppStore): () => Promise<RemoteActions> {
  let started: Promise<RemoteActions> | null = null
  const start = (): Promise<RemoteActions> => {
    started ??= import('../io/remote/remote-service.ts').then(({ createRemoteService }) => createRemoteService(store, effectsOf(store)))
    return started
  }
  if (readKept() !== null) start().then((actions) => actions.resume(), (error: unknown) => console.error(error))
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

function effectsOf(store: AppStore): RemoteEffects {
  return {
    document,
    storage: sessionStorage,
    origin: location.origin,
    startReader,
    reload: () => {
      // The address is written at rest; a reload does not wait for that.
      history.replaceState(null, '', writeUrl(store.getState().app) + location.hash)
      location.reload()
    },
  }
}

function startReader(): StartedReader {
  const worker = new Worker(new URL('../workers/remote-worker.ts', import.meta.url), { type: 'module', name: 'remote' })
  const remote = wrap<RemoteReader>(worker) as Remote<RemoteReader>
  return {
    add: (bytes, host, mostFeatures, isProbe) => remote.add(transfer(bytes, [bytes.buffer]), host, mostFeatures, isProbe),
    finish: (head) => remote.finish(head),
    stop: () => worker.terminate(),
  }
}
