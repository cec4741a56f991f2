import type { EpsgCode } from '../../../geo/crs.ts'
import { quoteFound } from '../issue-log.ts'

/** What a file says of its coordinates. */
export type DeclaredCrs =
  | { readonly kind: 'known'; readonly epsg: EpsgCode }
  /** It names a CRS that this app does not have. */
  | { readonly kind: 'unknown'; readonly text: string }
  | { readonly kind: 'none' }

/** Codes that are the same as one of ours to within what the app shows (ETRS89 is taken as WGS84). */
const EPSG_CODES: Readonly<Record<string, EpsgCode>> = {
  4326: 4326, 4258: 4326, 4979: 4326, 4937: 4326, 4180: 4326, 84: 4326, CRS84: 4326, CRS84H: 4326,
  3067: 3067, 25835: 3067, 3047: 3067, 32635: 3067,
  3879: 3879, 3301: 3301,
  3857: 3857, 900913: 3857, 3785: 3857, 102100: 3857, 102113: 3857,
}

/** Names in well-known text, as Esri and PROJ write them; letters and digits only. */
const NAMES: readonly (readonly [pattern: RegExp, epsg: EpsgCode])[] = [
  [/TM35FIN|UTMZONE35N/i, 3067],
  [/GK25(FIN)?/i, 3879],
  [/ESTONIANATIONALGRID|LEST97|ESTONIANCOORDINATESYSTEMOF1997/i, 3301],
  [/WEBMERCATOR|PSEUDOMERCATOR/i, 3857],
]

/** Of a GeoJSON object's `crs` member; none is WGS84 by the standard, which not every file keeps. */
export function readGeoJsonCrs(crs: unknown): DeclaredCrs {
  if (crs === undefined || crs === null) return { kind: 'none' }
  const { properties } = (typeof crs === 'object' ? crs : {}) as { properties?: unknown }
  const { name, code } = (typeof properties === 'object' && properties !== null ? properties : {}) as { name?: unknown; code?: unknown }
  return readCrsName(typeof name === 'string' ? name : typeof code === 'number' || typeof code === 'string' ? `EPSG:${code}` : quoteFound(crs))
}

/** Of `EPSG:3067`, `urn:ogc:def:crs:EPSG::3067`, `http://www.opengis.net/def/crs/EPSG/0/3067`, `OGC:CRS84`. */
export function readCrsName(name: string): DeclaredCrs {
  const match = /(?:EPSG|OGC|ESRI)[:/]+(?:[\d.]*[:/]+)?(CRS\d+h?|\d+)\s*$/i.exec(name.trim())
  const epsg = match === null ? undefined : EPSG_CODES[(match[1] as string).toUpperCase()]
  return epsg === undefined ? { kind: 'unknown', text: quoteFound(name) } : { kind: 'known', epsg }
}

/** Of well-known text, as in a `.prj`: by the code at its end, else by the name at its start. */
export function readCrsText(wkt: string): DeclaredCrs {
  if (wkt.trim() === '') return { kind: 'none' }
  const outer = /(?:AUTHORITY|ID)\[\s*"EPSG"\s*,\s*"?(\d+)"?\s*\]\s*\]\s*$/i.exec(wkt.trim())
  if (outer !== null) return readCrsName(`EPSG:${outer[1]}`)
  const name = /"([^"]*)"/.exec(wkt)?.[1] ?? wkt
  const letters = name.replaceAll(/[^A-Za-z0-9]/g, '')
  // The name of the projection system alone: its base (ETRS 1989) stands in every one of them.
  const named = NAMES.find(([pattern]) => pattern.test(letters))
  if (named !== undefined && !isOfAnotherDatum(wkt)) return { kind: 'known', epsg: named[1] }
  if (/^\s*(GEOGCS|GEOGCRS|GEODCRS)/i.test(wkt) && !isOfAnotherDatum(wkt)) return { kind: 'known', epsg: 4326 }
  return { kind: 'unknown', text: quoteFound(name) }
}

/** Only these are taken as WGS84; KKJ and Pulkovo lie a hundred metres off. */
function isOfAnotherDatum(wkt: string): boolean {
  const datum = /DATUM\[\s*"([^"]*)"|ENSEMBLE\[\s*"([^"]*)"/i.exec(wkt)
  return datum !== null && !/WGS.?_?(19)?84|World Geodetic System|ETRS|European.Terrestrial|Estonia.?1997|EUREF|EST97/i.test(datum[1] ?? datum[2] ?? '')
}
