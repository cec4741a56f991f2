import { fetchPage, PAGE_SIZE, note, walkPages, type Collection } from './collect-features.ts'
import { fetchOnline } from './fetch-online.ts'
import { parameterOf, withParameters } from './read-address.ts'
import { readXmlAnswer } from './read-answer.ts'
import { findAll } from './read-xml.ts'
import type { PageFacts } from './feature-pages.ts'
import { OnlineError } from './online-fault.ts'
import type { Area } from './service-types.ts'

/**
 * How a request names the CRS of its box, and with it the order of the numbers: the short name means
 * longitude first by common usage, the URN latitude first by the standard. A service that takes the
 * other order looks in another part of the world and finds nothing, without a word.
 */
const NOTATIONS = [
  { box: ([west, south, east, north]: Area['extentDegrees']) => `${west},${south},${east},${north},EPSG:4326` },
  { box: ([west, south, east, north]: Area['extentDegrees']) => `${south},${west},${north},${east},urn:ogc:def:crs:EPSG::4326` },
] as const

/**
 * Collects a feature type of a WFS 2.0.0 (OGC 09-025r2) that answers in GeoJSON, in the given areas.
 * Pages are asked by `startIndex` and `count` in an order that holds (`sortBy`), and go on while they
 * are full: services cap an answer (often at 5,000), and some cap the count of matches with it.
 */
export async function collectWfs(collection: Collection, address: URL, layer: string, areas: readonly Area[]): Promise<void> {
  const typeName = layer || parameterOf(address, 'typeNames', 'typeName')
  if (typeName === null) throw new OnlineError('layer-missing', { host: address.host }, await listFeatureTypes(collection, address))
  const url = withParameters(address, {
    service: 'WFS',
    version: '2.0.0',
    request: 'GetFeature',
    typeName: null,
    typeNames: typeName,
    outputFormat: parameterOf(address, 'outputFormat') ?? 'application/json',
    srsName: 'EPSG:4326',
    count: null,
    maxFeatures: null,
    startIndex: null,
  })
  // A filter and a box exclude each other; a box of the address's own stays.
  const isBounded = parameterOf(address, 'bbox', 'cql_filter', 'filter', 'featureId', 'resourceId') !== null
  const queries: { readonly url: URL; readonly probe: PageFacts }[] = []
  if (isBounded) {
    const probe = await ask(collection, url)
    if (probe.returned === 0) throw new OnlineError('empty', { host: address.host, layer: typeName })
    queries.push({ url, probe })
  } else {
    for (const { extentDegrees } of areas) queries.push(...(await findNotation(collection, url, extentDegrees)))
    if (queries.length === 0) await explainEmpty(collection, url, typeName)
  }
  for (const { url: query, probe } of queries) await collectPages(collection, query, probe)
}

/** The first notation of the box with which the service finds anything; none where it finds nothing. */
async function findNotation(collection: Collection, url: URL, extent: Area['extentDegrees']): Promise<{ url: URL; probe: PageFacts }[]> {
  for (const [index, { box }] of NOTATIONS.entries()) {
    const query = withParameters(url, { bbox: box(extent) })
    const probe = await ask(collection, query)
    if (probe.returned === 0) continue
    if (index > 0) note(collection, 'axis-request')
    return [{ url: query, probe }]
  }
  return []
}

function ask(collection: Collection, url: URL): Promise<PageFacts> {
  return fetchPage(collection, withParameters(url, { count: 1 }), true)
}

/** Nothing in any city: because there is nothing at all, or because it lies elsewhere. */
async function explainEmpty(collection: Collection, url: URL, layer: string): Promise<never> {
  const { returned } = await ask(collection, url)
  throw new OnlineError(returned === 0 ? 'empty' : 'outside', { host: url.host, layer })
}

async function collectPages(collection: Collection, query: URL, probe: PageFacts): Promise<void> {
  const remaining = collection.options.mostFeatures - collection.features
  if (remaining <= 0) return note(collection, 'limit', { count: collection.options.mostFeatures })
  const count = Math.min(PAGE_SIZE, remaining)
  const hasOrder = parameterOf(query, 'sortBy') !== null
  const walk = (sortKey: string | null) => {
    let largest = 0
    const order = sortKey === null ? {} : { sortBy: sortKey }
    return walkPages(collection, withParameters(query, { count, startIndex: 0, ...order }), ({ returned, matched }, _page, got) => {
      // A page as large as any before may be followed by more even where the count of matches, capped itself, says no.
      const isLast = returned === 0 || (matched !== null && got >= matched && returned < largest)
      largest = Math.max(largest, returned)
      return isLast ? null : withParameters(query, { count, startIndex: got, ...order })
    })
  }
  if (hasOrder || probe.sortKey === null) return walk(null)
  try {
    await walk(probe.sortKey)
  } catch (error) {
    if (!(error instanceof OnlineError) || error.fault.code !== 'exception') throw error
    // Not every service can sort, nor by every property.
    note(collection, 'unsorted')
    await walk(null)
  }
}

async function listFeatureTypes(collection: Collection, address: URL): Promise<string[]> {
  const { signal, limits } = collection.options
  const url = withParameters(address, { service: 'WFS', version: '2.0.0', request: 'GetCapabilities', outputFormat: null })
  const root = readXmlAnswer((await fetchOnline(url, 'text/xml, application/xml', signal, limits)).bytes, address.host)
  return findAll(root, 'FeatureType')
    .map((type) => type.children.find((child) => child.name === 'Name')?.text ?? '')
    .filter((name) => name !== '')
}
