import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ServerResponse } from 'node:http'
import { ROOT } from '../../house/list-files.ts'
import { sendJson, sendText, type Asked } from './serve.ts'

export interface Spot {
  readonly id: number
  readonly longitude: number
  readonly latitude: number
}

/** Recorded and hand-made answers, one fault each. */
export function fixture(name: string): string {
  return readFileSync(join(ROOT, 'test/fixtures/online', name), 'utf8')
}

/** Points in a grid over the middle of a city: 24.94 degrees and 60.17 for the one, 24.75 and 59.44 for the other. */
export function spots(count: number, [longitude, latitude]: readonly [number, number] = [24.94, 60.17], firstId = 1): Spot[] {
  return Array.from({ length: count }, (_, index) => ({
    id: firstId + index,
    longitude: Math.round((longitude + (index % 100) * 1e-4) * 1e6) / 1e6,
    latitude: Math.round((latitude + Math.floor(index / 100) * 1e-4) * 1e6) / 1e6,
  }))
}

export function featureOf({ id, longitude, latitude }: Spot, isSwapped = false, hasId = true): unknown {
  return {
    type: 'Feature',
    ...(hasId ? { id: `spot.${id}` } : {}),
    properties: { name: `Spot ${id}`, gid: id },
    geometry: { type: 'Point', coordinates: isSwapped ? [latitude, longitude] : [longitude, latitude] },
  }
}

const within =
  (box: readonly number[]) =>
  ({ longitude, latitude }: Spot) =>
    longitude >= (box[0] as number) && latitude >= (box[1] as number) && longitude <= (box[2] as number) && latitude <= (box[3] as number)

export interface WfsHabits {
  /** No answer holds more, and no count of matches is higher. */
  readonly cap?: number
  /** What the short name of the CRS means in a box. */
  readonly shortNameMeans?: 'longitude first' | 'latitude first'
  readonly answersSwapped?: boolean
  readonly refusesSortBy?: boolean
  readonly ignoresStartIndex?: boolean
  readonly hidesMatched?: boolean
  readonly hasNoIds?: boolean
}

/** A WFS 2.0.0 as GeoServer answers. Without `sortBy` the order changes from one page to the next, as it may. */
export function answerWfs(all: readonly Spot[], habits: WfsHabits = {}) {
  return ({ query }: Asked, response: ServerResponse): void => {
    const get = (name: string) => [...query].find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1] ?? null
    if (get('request') === 'GetCapabilities') return sendText(response, fixture('wfs-capabilities.xml'), 'application/xml')
    if (habits.refusesSortBy === true && get('sortBy') !== null)
      return sendText(response, fixture('wfs-exception.xml'), 'application/xml', 400)
    const numbers = (get('bbox') ?? '-180,-90,180,90').split(',').slice(0, 4).map(Number)
    const isLatitudeFirst = (get('bbox') ?? '').includes('urn:') || habits.shortNameMeans === 'latitude first'
    const box = isLatitudeFirst && get('bbox') !== null ? ([numbers[1], numbers[0], numbers[3], numbers[2]] as number[]) : numbers
    const found = all.filter(within(box))
    const start = habits.ignoresStartIndex === true ? 0 : Number(get('startIndex') ?? 0)
    const count = Math.min(Number(get('count') ?? Infinity), habits.cap ?? Infinity)
    // An order of its own for each page, unless one is asked for.
    const ordered =
      get('sortBy') === null && !habits.ignoresStartIndex && count > 1 && habits.refusesSortBy !== true
        ? [...found].reverse().map((_, index, list) => list[(index + start) % list.length] as Spot)
        : found
    const page = ordered.slice(start, start + count)
    sendJson(response, {
      type: 'FeatureCollection',
      ...(habits.hidesMatched === true ? {} : { numberMatched: Math.min(found.length, habits.cap ?? Infinity) }),
      numberReturned: page.length,
      features: page.map((spot) => featureOf(spot, habits.answersSwapped, habits.hasNoIds !== true)),
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4326' } },
    })
  }
}

export interface OgcHabits {
  readonly mostPerPage?: number
  readonly givesLinks?: boolean
  /** Where the link of every page leads. */
  readonly nextLink?: (start: number, origin: string) => string
}

/** An OGC API - Features service as pygeoapi answers. */
export function answerOgc(all: readonly Spot[], habits: OgcHabits = {}) {
  return ({ path, query }: Asked, response: ServerResponse): void => {
    if (path.endsWith('/collections')) return sendJson(response, { collections: [{ id: 'spots' }, { id: 'trees' }] })
    if (!path.endsWith('/collections/spots/items'))
      return sendJson(response, { code: 'NotFound', description: 'Collection not found' }, 404)
    const found = all.filter(within((query.get('bbox') ?? '-180,-90,180,90').split(',').map(Number)))
    const start = Number(query.get('offset') ?? 0)
    const limit = Math.min(Number(query.get('limit') ?? 10), habits.mostPerPage ?? Infinity)
    const page = found.slice(start, start + limit)
    const next = new URLSearchParams(query)
    next.set('offset', String(start + limit))
    const href = habits.nextLink?.(start + limit, '') ?? `${path}?${next}`
    sendJson(response, {
      type: 'FeatureCollection',
      numberMatched: found.length,
      numberReturned: page.length,
      features: page.map((spot) => featureOf(spot)),
      links: habits.givesLinks === false || (start + limit >= found.length && habits.nextLink === undefined) ? [] : [{ rel: 'next', href }],
    })
  }
}
