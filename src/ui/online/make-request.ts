import { parameterOf } from '../../io/online/read-address.ts'
import { DEFAULT_FEATURES } from '../../io/online/kept-services.ts'
import type { CatalogueEntry } from '../../schema/catalogue.ts'
import type { ServiceKind, ServiceRequest } from '../../layers/own/service-request.ts'

/** The kind that an address speaks of; null where it says nothing. */
export function guessKind(address: string): ServiceKind | null {
  if (/tileset\.json(\?|$)/i.test(address)) return '3dtiles'
  if (/\/collections(\/|$)/i.test(address)) return 'ogc-features'
  if (/service=wfs|\/wfs\b/i.test(address)) return 'wfs'
  if (/service=wms|\/wms\b/i.test(address)) return 'wms'
  return null
}

export function requestOf({
  url,
  kind,
  layer,
  credit,
  mostFeatures,
}: {
  url: URL
  kind: ServiceKind
  layer: string
  credit: string
  mostFeatures: number
}): ServiceRequest {
  const name = layer || parameterOf(url, 'typeNames', 'typeName', 'layers') || /\/collections\/([^/]+)/.exec(url.pathname)?.[1] || ''
  return {
    // The same service asked for again takes the place of the first.
    id: `online ${kind} ${url.href} ${layer}`,
    kind,
    url: url.href,
    layer,
    title: name === '' ? url.host : `${name} · ${url.host}`,
    credit: credit || url.host,
    mostFeatures,
  }
}

/** The kind as one that can be shown; null for what the catalogue only lists. */
export function shownKind({ kind }: CatalogueEntry): ServiceKind | null {
  return kind === 'wfs' || kind === 'wms' || kind === 'ogc-features' || kind === '3dtiles' ? kind : null
}

export function requestOfEntry(entry: CatalogueEntry, kind: ServiceKind, title: string): ServiceRequest {
  return {
    id: `catalogue ${entry.id}`,
    kind,
    url: entry.url,
    layer: entry.layer ?? '',
    title,
    credit: [`© ${entry.publisher}`, entry.licence].filter((part) => part !== null).join(', '),
    mostFeatures: DEFAULT_FEATURES,
  }
}
