import { converterBetween, crsOf, epsgOfUrn, type EpsgCode } from '../../geo/crs.ts'
import { isSwapped } from './answer-crs.ts'
import { isRecord, readJson } from './read-answer.ts'
import { OnlineError, type Fault } from './online-fault.ts'

/** A feature in longitude, latitude (degrees, WGS84); its properties are as the service sent them. */
export interface OnlineFeature {
  readonly type: 'Feature'
  readonly id?: string | number
  readonly geometry: { readonly type: string; readonly coordinates?: unknown; readonly geometries?: unknown } | null
  readonly properties: Readonly<Record<string, unknown>>
}

/** What the next request depends on. */
export interface PageFacts {
  /** Features on the page, and those not seen before. */
  readonly returned: number
  readonly fresh: number
  /** How many the service says there are; null where it does not. */
  readonly matched: number | null
  /** Address of the next page as the service gives it. */
  readonly next: string | null
  /** A property by which pages can be put in an order that holds. */
  readonly sortKey: string | null
  readonly isSwapped: boolean
}

export type PageOutcome = { readonly facts: PageFacts } | { readonly fault: Fault }

/** Reads pages of GeoJSON one after the other and keeps each feature once. Runs in a worker. */
export interface FeaturePages {
  /** @param isProbe only looks; keeps nothing */
  readonly add: (bytes: Uint8Array, host: string, mostFeatures: number, isProbe: boolean) => PageOutcome
  readonly features: () => readonly OnlineFeature[]
}

export function createFeaturePages(): FeaturePages {
  const kept: OnlineFeature[] = []
  const seen = new Set<string>()
  return {
    add: (bytes, host, mostFeatures, isProbe) => {
      try {
        return { facts: addPage(bytes, host, mostFeatures, isProbe) }
      } catch (error) {
        if (error instanceof OnlineError) return { fault: error.fault }
        throw error
      }
    },
    features: () => kept,
  }

  function addPage(bytes: Uint8Array, host: string, mostFeatures: number, isProbe: boolean): PageFacts {
    const page = readJson(bytes, host)
    if (!isRecord(page) || !Array.isArray(page['features'])) {
      throw new OnlineError('unexpected', { host, expected: 'FeatureCollection', found: describe(page) })
    }
    const features = (page['features'] as unknown[]).filter(isRecord)
    const epsg = readCrs(page, features, host)
    const first = features.map((feature) => firstPair(feature['geometry'])).find((pair) => pair !== null) ?? null
    const swapped = first !== null && isSwapped(epsg, ...first) === true
    const { point } = converterBetween(epsg, 4326)
    const convert = (x: number, y: number): [number, number] => {
      const [a, b] = swapped ? [y, x] : [x, y]
      return crsOf(epsg).unit === 'degree' ? [a, b] : point(a, b)
    }
    let fresh = 0
    for (const feature of features) {
      const id = feature['id']
      // Without an id, a feature that is the same to the last character is the same.
      const key = typeof id === 'string' || typeof id === 'number' ? `id ${id}` : `text ${JSON.stringify(feature)}`
      if (seen.has(key)) continue
      fresh++
      if (isProbe || kept.length >= mostFeatures) continue
      seen.add(key)
      kept.push(toFeature(feature, convert))
    }
    return {
      returned: features.length,
      fresh,
      matched: matchedOf(page),
      next: nextOf(page),
      sortKey: sortKeyOf(features[0]),
      isSwapped: swapped,
    }
  }
}

function toFeature(feature: Readonly<Record<string, unknown>>, convert: (x: number, y: number) => [number, number]): OnlineFeature {
  const { id, geometry, properties } = feature
  return {
    type: 'Feature',
    ...(typeof id === 'string' || typeof id === 'number' ? { id } : {}),
    geometry: convertGeometry(geometry, convert, 0),
    properties: isRecord(properties) ? properties : {},
  }
}

function convertGeometry(geometry: unknown, convert: (x: number, y: number) => [number, number], depth: number): OnlineFeature['geometry'] {
  if (!isRecord(geometry) || typeof geometry['type'] !== 'string' || depth > 4) return null
  const { type, coordinates, geometries } = geometry
  if (Array.isArray(geometries))
    return { type, geometries: geometries.map((part) => convertGeometry(part, convert, depth + 1)).filter((part) => part !== null) }
  return { type, coordinates: convertCoordinates(coordinates, convert, 0) }
}

/** Positions are lists that start with two numbers; whatever else there is stays for the reader of the layer to refuse. */
function convertCoordinates(value: unknown, convert: (x: number, y: number) => [number, number], depth: number): unknown {
  if (!Array.isArray(value) || depth > 6) return value
  const [x, y] = value as unknown[]
  if (typeof x === 'number' && typeof y === 'number') return convert(x, y)
  return value.map((part) => convertCoordinates(part, convert, depth + 1))
}

function firstPair(geometry: unknown): [number, number] | null {
  let value: unknown = isRecord(geometry) ? (geometry['coordinates'] ?? geometry['geometries']) : null
  for (let depth = 0; depth < 8 && (Array.isArray(value) || isRecord(value)); depth++) {
    if (isRecord(value)) {
      value = value['coordinates']
      continue
    }
    const [x, y] = value as unknown[]
    if (typeof x === 'number' && typeof y === 'number') return [x, y]
    value = x
  }
  return null
}

function readCrs(page: Readonly<Record<string, unknown>>, features: readonly Readonly<Record<string, unknown>>[], host: string): EpsgCode {
  const crs = page['crs']
  const properties = isRecord(crs) ? crs['properties'] : null
  const name = isRecord(properties) && typeof properties['name'] === 'string' ? properties['name'] : null
  if (name !== null) {
    const epsg = epsgOfUrn(name)
    if (epsg === null) throw new OnlineError('crs', { host, crs: name.slice(0, 80) })
    return epsg
  }
  const pair = features.map((feature) => firstPair(feature['geometry'])).find((candidate) => candidate !== null)
  // GeoJSON without a word on it is degrees; numbers that are none need a word.
  if (pair !== undefined && pair !== null && pair.some((value) => Math.abs(value) > 180)) throw new OnlineError('crs', { host, crs: '?' })
  return 4326
}

function matchedOf(page: Readonly<Record<string, unknown>>): number | null {
  for (const name of ['numberMatched', 'totalFeatures']) {
    const value = page[name]
    if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value
  }
  return null
}

function nextOf(page: Readonly<Record<string, unknown>>): string | null {
  const links: unknown = page['links']
  if (!Array.isArray(links)) return null
  const next = links.filter(isRecord).find((link) => link['rel'] === 'next' && typeof link['href'] === 'string')
  return next === undefined ? null : (next['href'] as string)
}

/** Properties that look like keys, the surest first; else the first that can be put in order. */
const KEY_NAMES: readonly RegExp[] = [/^(id|fid|gid|ogc_fid|objectid)$/i, /(^|_)(id|gid|kood|code)$/i]

function sortKeyOf(feature: Readonly<Record<string, unknown>> | undefined): string | null {
  const properties = feature?.['properties']
  if (!isRecord(properties)) return null
  const names = Object.entries(properties)
    .filter(([, value]) => typeof value === 'string' || typeof value === 'number')
    .map(([name]) => name)
  for (const pattern of KEY_NAMES) {
    const found = names.find((name) => pattern.test(name))
    if (found !== undefined) return found
  }
  return names[0] ?? null
}

function describe(page: unknown): string {
  if (!isRecord(page)) return Array.isArray(page) ? '[…]' : String(page).slice(0, 40)
  return typeof page['type'] === 'string' ? page['type'].slice(0, 40) : `{${Object.keys(page).slice(0, 3).join(', ').slice(0, 60)}}`
}
