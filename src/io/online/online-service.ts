import { CITIES } from '../../cities/index.ts'
import { nextOwnColour, type OwnLayer } from '../../layers/own/own-layer.ts'
import type { OnlineEntry, OnlineRemark, ServiceRequest, Streamed } from '../../state/online-entry.ts'
import type { AppStore } from '../../state/store.ts'
import type { OwnLayerHead } from '../imports/make-own-layer.ts'
import { startCollection, type PageReader } from './collect-features.ts'
import { DEFAULT_LIMITS } from './fetch-online.ts'
import { collectOgcFeatures } from './ogc-features.ts'
import { addHost, dropHost, readReach } from './page-reach.ts'
import { readAddress } from './read-address.ts'
import { readKeptServices, keepServices } from './kept-services.ts'
import { OnlineError, type Fault } from './online-fault.ts'
import type { Area } from './service-types.ts'
import { checkTiles } from './tiles-3d.ts'
import { collectWfs } from './wfs.ts'
import { checkWms } from './wms.ts'

/** All pages of one service together, bytes. */
const MOST_BYTES = 100e6

const AREAS: readonly Area[] = CITIES.map(({ id, extentDegrees }) => ({ cityId: id, extentDegrees }))

/** A reader in a worker of its own, and how to end it. */
export interface StartedReader extends PageReader {
  readonly finish: (head: OwnLayerHead) => Promise<OwnLayer>
  readonly stop: () => void
}

/** What the service needs of the page; a test gives stand-ins. */
export interface OnlineEffects {
  readonly document: Pick<Document, 'querySelector'>
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>
  /** Own origin, which the policy allows without naming it. */
  readonly origin: string
  readonly startReader: () => StartedReader
  /** Loads the page again with the state as it stands. */
  readonly reload: () => void
}

export interface OnlineActions {
  /** Whether the page may reach an address now, or only after the user's word and a reload. */
  readonly canReach: (url: URL) => boolean
  /** Takes the user's word for the host of an address, and loads the page again with this service on. */
  readonly allowAndReload: (request: ServiceRequest) => void
  readonly add: (request: ServiceRequest) => Promise<void>
  readonly cancel: (id: string) => void
  readonly remove: (id: string) => void
  readonly setShown: (id: string, isShown: boolean) => void
  /** Switches on what was on before a reload. */
  readonly resume: () => void
}

/**
 * Services that the user switched on. Requests are made by the page, not by a worker: the page's
 * security policy binds the page alone, and it is what keeps every other host out of reach.
 */
export function createOnlineService(store: AppStore, effects: OnlineEffects): OnlineActions {
  const running = new Map<string, AbortController>()

  const entries = (): readonly OnlineEntry[] => store.getState().session.online
  const change = (id: string, edit: (entry: OnlineEntry) => OnlineEntry): void => {
    store.getState().updateSession((session) => ({ ...session, online: session.online.map((entry) => entry.request.id === id ? edit(entry) : entry) }))
  }
  const canReach = (url: URL): boolean => url.origin === effects.origin || readReach(effects.document).includes(url.origin)
  const keep = (): void => keepServices(effects.storage, entries().map(({ request }) => request))

  const dropLayer = (id: string): void => {
    store.getState().updateSession((session) => session.ownLayers.some((layer) => layer.id === id)
      ? { ...session, ownLayers: session.ownLayers.filter((layer) => layer.id !== id) } : session)
  }
  const stop = (id: string): void => {
    running.get(id)?.abort(new Error('cancelled'))
    running.delete(id)
  }

  const add = async (request: ServiceRequest): Promise<void> => {
    const { id } = request
    stop(id)
    const controller = new AbortController()
    running.set(id, controller)
    store.getState().updateSession((session) => ({
      ...session, online: [...session.online.filter((entry) => entry.request.id !== id), startEntry(request)],
    }))
    dropLayer(id)
    keep()
    try {
      await load(request, controller.signal)
    } catch (error) {
      if (controller.signal.aborted) return
      const fault: Fault = error instanceof OnlineError ? error.fault
        : { code: 'unexpected', values: { host: request.url, expected: '', found: (error as Error).message.slice(0, 120) }, offered: [] }
      change(id, (entry) => ({ ...entry, status: 'failed', fault: { code: fault.code, values: fault.values }, offered: fault.offered }))
    } finally {
      if (running.get(id) === controller) running.delete(id)
    }
  }

  const load = async (request: ServiceRequest, signal: AbortSignal): Promise<void> => {
    const url = readAddress(request.url)
    if (!canReach(url)) throw new OnlineError('not-allowed', { host: url.host })
    if (request.kind === 'wms' || request.kind === '3dtiles') {
      const streamed: Streamed = request.kind === 'wms'
        ? (await checkWms(url, request.layer, AREAS, signal, DEFAULT_LIMITS)).streamed
        : (await checkTiles(url, AREAS, signal, DEFAULT_LIMITS)).streamed
      return change(request.id, (entry) => ({ ...entry, status: 'ready', streamed }))
    }
    const reader = effects.startReader()
    try {
      const collection = startCollection({
        reader, mostFeatures: request.mostFeatures, signal, limits: DEFAULT_LIMITS, mostBytes: MOST_BYTES,
        onProgress: ({ features }) => change(request.id, (entry) => ({ ...entry, features })),
      })
      await (request.kind === 'wfs' ? collectWfs : collectOgcFeatures)(collection, url, request.layer, AREAS)
      if (collection.features === 0) throw new OnlineError('empty', { host: url.host, layer: request.layer || request.title })
      const taken = store.getState().session.ownLayers.map(({ colour }) => colour)
      const layer = await reader.finish({ id: request.id, name: request.title, credit: request.credit, colour: nextOwnColour(taken) })
      signal.throwIfAborted()
      const notes: readonly OnlineRemark[] = collection.notes
      store.getState().updateSession((session) => ({ ...session, ownLayers: [...session.ownLayers, layer] }))
      change(request.id, (entry) => ({ ...entry, status: 'ready', notes, features: layer.counts.shown }))
    } finally {
      reader.stop()
    }
  }

  const remove = (id: string): void => {
    stop(id)
    const gone = entries().find((entry) => entry.request.id === id)
    store.getState().updateSession((session) => ({ ...session, online: session.online.filter((entry) => entry.request.id !== id) }))
    dropLayer(id)
    keep()
    // With the last service of a host goes the word for it, from the next time the page loads.
    const origin = gone === undefined ? null : originOf(gone.request.url)
    if (origin !== null && !entries().some((entry) => originOf(entry.request.url) === origin)) dropHost(effects.storage, origin)
  }

  // The layer of a service also stands among the user's own layers, and may be hidden or removed there.
  store.subscribe((now, before) => {
    if (now.session.ownLayers === before.session.ownLayers) return
    for (const { request: { id }, status, streamed, isShown } of now.session.online) {
      if (status !== 'ready' || streamed !== null) continue
      const layer = now.session.ownLayers.find((candidate) => candidate.id === id)
      if (layer === undefined) remove(id)
      else if (layer.isShown !== isShown) change(id, (entry) => ({ ...entry, isShown: layer.isShown }))
    }
  })

  return {
    canReach, add, remove,
    allowAndReload: (request) => {
      addHost(effects.storage, readAddress(request.url).origin)
      keepServices(effects.storage, [...entries().map((entry) => entry.request), request])
      effects.reload()
    },
    cancel: (id) => {
      stop(id)
      change(id, (entry) => entry.status !== 'loading' ? entry : { ...entry, status: 'failed', fault: { code: 'cancelled', values: {} } })
    },
    setShown: (id, isShown) => {
      change(id, (entry) => ({ ...entry, isShown }))
      store.getState().updateSession((session) => ({
        ...session, ownLayers: session.ownLayers.map((layer) => layer.id === id ? { ...layer, isShown } : layer),
      }))
    },
    resume: () => { for (const request of readKeptServices(effects.storage)) void add(request) },
  }
}

function startEntry(request: ServiceRequest): OnlineEntry {
  return { request, status: 'loading', isShown: true, features: 0, fault: null, offered: [], notes: [], streamed: null }
}

function originOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).origin : null
}
