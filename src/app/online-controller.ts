import { keepServices, readKeptServices } from '../io/online/kept-services.ts'
import { loadService, type StartedReader } from '../io/online/load-service.ts'
import { faultOf, OnlineError } from '../io/online/online-fault.ts'
import { addHost, dropHost, readReach } from '../io/online/page-reach.ts'
import { readAddress } from '../io/online/read-address.ts'
import { nextOwnColour } from '../layers/own/own-layer.ts'
import type { ServiceRequest } from '../layers/own/service-request.ts'
import type { OnlineEntry } from '../state/online-entry.ts'
import {
  addOwnLayer,
  changeOnlineEntry,
  putOnlineEntry,
  removeOnlineEntry,
  removeOwnLayer,
  setOwnLayerShown,
} from '../state/session-transitions.ts'
import type { AppStore } from '../state/store.ts'
import type { OnlineActions } from '../ui/online/online-context.ts'

/** What the controller needs of the page; a test gives stand-ins. */
export interface OnlineEffects {
  readonly document: Pick<Document, 'querySelector'>
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>
  /** Own origin, which the policy allows without naming it. */
  readonly origin: string
  readonly startReader: () => StartedReader
  /** Loads the page again with the state as it stands. */
  readonly reload: () => void
}

/**
 * Services that the user switched on: what `io/online` brings goes into the session. Requests are made by
 * the page, not by a worker: the page's security policy binds the page alone, and it is what keeps every
 * other host out of reach.
 */
export function createOnlineController(store: AppStore, effects: OnlineEffects): OnlineActions {
  const running = new Map<string, AbortController>()

  const { updateSession } = store.getState()
  const entries = (): readonly OnlineEntry[] => store.getState().session.online
  const change = (id: string, edit: (entry: OnlineEntry) => OnlineEntry): void =>
    updateSession((session) => changeOnlineEntry(session, id, edit))
  const canReach = (url: URL): boolean => url.origin === effects.origin || readReach(effects.document).includes(url.origin)
  const keep = (): void =>
    keepServices(
      effects.storage,
      entries().map(({ request }) => request),
    )

  const stop = (id: string): void => {
    running.get(id)?.abort(new Error('cancelled'))
    running.delete(id)
  }

  const add = async (request: ServiceRequest): Promise<void> => {
    const { id } = request
    stop(id)
    const controller = new AbortController()
    running.set(id, controller)
    updateSession((session) => putOnlineEntry(session, startEntry(request)))
    updateSession((session) => removeOwnLayer(session, id))
    keep()
    try {
      await load(request, controller.signal)
    } catch (error) {
      if (controller.signal.aborted) return
      const { code, values, offered } = faultOf(error, request.url)
      change(id, (entry) => ({ ...entry, status: 'failed', fault: { code, values }, offered }))
    } finally {
      if (running.get(id) === controller) running.delete(id)
    }
  }

  const load = async (request: ServiceRequest, signal: AbortSignal): Promise<void> => {
    const { id } = request
    const url = readAddress(request.url)
    if (!canReach(url)) throw new OnlineError('not-allowed', { host: url.host })
    const loaded = await loadService(request, {
      signal,
      startReader: effects.startReader,
      chooseColour: () => nextOwnColour(store.getState().session.ownLayers.map(({ colour }) => colour)),
      onProgress: (features) => change(id, (entry) => ({ ...entry, features })),
    })
    if (loaded.kind === 'streamed') {
      change(id, (entry) => ({ ...entry, status: 'ready', streamed: loaded.streamed }))
      return
    }
    const { layer, notes } = loaded
    updateSession((session) => addOwnLayer(session, layer))
    change(id, (entry) => ({ ...entry, status: 'ready', notes, features: layer.counts.shown }))
  }

  const remove = (id: string): void => {
    stop(id)
    const gone = entries().find((entry) => entry.request.id === id)
    updateSession((session) => removeOnlineEntry(session, id))
    updateSession((session) => removeOwnLayer(session, id))
    keep()
    // With the last service of a host goes the word for it, from the next time the page loads.
    const origin = gone === undefined ? null : originOf(gone.request.url)
    if (origin !== null && !entries().some((entry) => originOf(entry.request.url) === origin)) dropHost(effects.storage, origin)
  }

  // The layer of a service also stands among the user's own layers, and may be hidden or removed there.
  store.subscribe((now, before) => {
    if (now.session.ownLayers === before.session.ownLayers) return
    for (const {
      request: { id },
      status,
      streamed,
      isShown,
    } of now.session.online) {
      if (status !== 'ready' || streamed !== null) continue
      const layer = now.session.ownLayers.find((candidate) => candidate.id === id)
      if (layer === undefined) remove(id)
      else if (layer.isShown !== isShown) change(id, (entry) => ({ ...entry, isShown: layer.isShown }))
    }
  })

  return {
    canReach,
    add,
    remove,
    allowAndReload: (request) => {
      addHost(effects.storage, readAddress(request.url).origin)
      keepServices(effects.storage, [...entries().map((entry) => entry.request), request])
      effects.reload()
    },
    cancel: (id) => {
      stop(id)
      change(id, (entry) => (entry.status !== 'loading' ? entry : { ...entry, status: 'failed', fault: { code: 'cancelled', values: {} } }))
    },
    setShown: (id, isShown) => {
      change(id, (entry) => ({ ...entry, isShown }))
      updateSession((session) => setOwnLayerShown(session, id, isShown))
    },
    setHidesBuildings: (id, hidesBuildings) => change(id, (entry) => ({ ...entry, hidesBuildings })),
    resume: () => {
      for (const request of readKeptServices(effects.storage)) void add(request)
    },
  }
}

function startEntry(request: ServiceRequest): OnlineEntry {
  return {
    request,
    status: 'loading',
    isShown: true,
    hidesBuildings: false,
    features: 0,
    fault: null,
    offered: [],
    notes: [],
    streamed: null,
  }
}

function originOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).origin : null
}
