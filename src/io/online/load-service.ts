import { CITIES } from '../../cities/index.ts'
import type { OwnLayer } from '../../layers/own/own-layer.ts'
import type { ServiceRequest, Streamed } from '../../layers/own/service-request.ts'
import type { OwnLayerHead } from '../imports/make-own-layer.ts'
import { startCollection, type PageReader } from './collect-features.ts'
import { DEFAULT_LIMITS } from './fetch-online.ts'
import { collectOgcFeatures } from './ogc-features.ts'
import { OnlineError, type Note } from './online-fault.ts'
import { readAddress } from './read-address.ts'
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

export interface LoadServiceOptions {
  readonly signal: AbortSignal
  readonly startReader: () => StartedReader
  /** `#rrggbb`, asked for when all features are there. */
  readonly chooseColour: () => string
  /** Features that have come so far. */
  readonly onProgress: (features: number) => void
}

/** What the engine draws by itself, or features that are a layer like one from a file. */
export type LoadedService =
  | { readonly kind: 'streamed'; readonly streamed: Streamed }
  | { readonly kind: 'layer'; readonly layer: OwnLayer; readonly notes: readonly Note[] }

/**
 * Asks a service for what it has of the cities. The page must be allowed to reach its host.
 * @throws OnlineError where it cannot be shown; the signal's reason where it was cancelled
 */
export async function loadService(request: ServiceRequest, options: LoadServiceOptions): Promise<LoadedService> {
  const { signal } = options
  const url = readAddress(request.url)
  if (request.kind === 'wms')
    return { kind: 'streamed', streamed: (await checkWms(url, request.layer, AREAS, signal, DEFAULT_LIMITS)).streamed }
  if (request.kind === '3dtiles') return { kind: 'streamed', streamed: (await checkTiles(url, AREAS, signal, DEFAULT_LIMITS)).streamed }
  const reader = options.startReader()
  try {
    const collection = startCollection({
      reader,
      mostFeatures: request.mostFeatures,
      signal,
      limits: DEFAULT_LIMITS,
      mostBytes: MOST_BYTES,
      onProgress: ({ features }) => options.onProgress(features),
    })
    await (request.kind === 'wfs' ? collectWfs : collectOgcFeatures)(collection, url, request.layer, AREAS)
    if (collection.features === 0) throw new OnlineError('empty', { host: url.host, layer: request.layer || request.title })
    const layer = await reader.finish({ id: request.id, name: request.title, credit: request.credit, colour: options.chooseColour() })
    signal.throwIfAborted()
    return { kind: 'layer', layer, notes: collection.notes }
  } finally {
    reader.stop()
  }
}
