import { readJson, isRecord } from './read-answer.ts'
import { parameterOf, resolveOnHost, withParameters } from './read-address.ts'
import { fetchOnline } from './fetch-online.ts'
import { note, PAGE_SIZE, walkPages, type Collection } from './collect-features.ts'
import { OnlineError } from './online-fault.ts'
import type { Area } from './service-types.ts'

/**
 * Collects a collection of OGC API - Features (part 1, 17-069r4) in the given areas: page by page along
 * the `next` links; a service that gives none but says that there is more is asked by `offset`.
 *
 * @param address of the items, of the collection, or of the service where `layer` names a collection
 */
export async function collectOgcFeatures(collection: Collection, address: URL, layer: string, areas: readonly Area[]): Promise<void> {
  const items = await findItems(collection, address, layer)
  // An address that names its own area means that area.
  const boxes = parameterOf(items, 'bbox') !== null ? [null] : areas.map((area) => area.extentDegrees.join(','))
  for (const box of boxes) {
    const remaining = collection.options.mostFeatures - collection.features
    if (remaining <= 0) return note(collection, 'limit', { count: collection.options.mostFeatures })
    const limit = Math.min(PAGE_SIZE, Number(parameterOf(items, 'limit')) || PAGE_SIZE, remaining)
    // Two areas may show the same feature; it is kept once.
    await walkPages(
      collection,
      withParameters(items, { limit, ...(box === null ? {} : { bbox: box }) }),
      ({ next, matched, returned }, _page, got) => {
        if (next !== null) return resolveOnHost(next, items)
        const isMore = returned > 0 && matched !== null && got < matched
        return isMore ? withParameters(items, { limit, offset: got, ...(box === null ? {} : { bbox: box }) }) : null
      },
    )
  }
}

async function findItems(collection: Collection, address: URL, layer: string): Promise<URL> {
  const path = address.pathname.replace(/\/+$/, '')
  if (/\/collections\/[^/]+\/items$/.test(path)) return withPath(address, path)
  const inPath = /^(.*\/collections)\/[^/]+$/.exec(path)
  if (inPath !== null && (layer === '' || path.endsWith(`/${encodeURIComponent(layer)}`))) return withPath(address, `${path}/items`)
  const base = (inPath?.[1] ?? path).replace(/\/collections$/, '')
  if (layer !== '') return withPath(address, `${base}/collections/${encodeURIComponent(layer)}/items`)
  throw new OnlineError(
    'layer-missing',
    { host: address.host },
    await listCollections(collection, withPath(address, `${base}/collections`)),
  )
}

async function listCollections(collection: Collection, url: URL): Promise<string[]> {
  const { signal, limits } = collection.options
  const answer = readJson((await fetchOnline(withParameters(url, { limit: null }), 'application/json', signal, limits)).bytes, url.host)
  const list: unknown = isRecord(answer) ? answer['collections'] : null
  if (!Array.isArray(list)) throw new OnlineError('unexpected', { host: url.host, expected: 'collections', found: 'JSON' })
  return list
    .filter(isRecord)
    .map((entry) => entry['id'])
    .filter((id): id is string => typeof id === 'string' && id !== '')
}

function withPath(url: URL, path: string): URL {
  const changed = new URL(url)
  changed.pathname = path
  return changed
}
