import { epsgOfCode, epsgOfName, type EpsgCode } from '../../../geo/crs.ts'
import { quoteFound } from '../issue-log.ts'

/** What a file says of its coordinates. */
export type DeclaredCrs =
  | { readonly kind: 'known'; readonly epsg: EpsgCode }
  /** It names a CRS that this app does not have. */
  | { readonly kind: 'unknown'; readonly text: string }
  | { readonly kind: 'none' }

/** Of a GeoJSON object's `crs` member; none is WGS84 by the standard, which not every file keeps. */
export function readGeoJsonCrs(crs: unknown): DeclaredCrs {
  if (crs === undefined || crs === null) return { kind: 'none' }
  const { properties } = (typeof crs === 'object' ? crs : {}) as { properties?: unknown }
  const { name, code } = (typeof properties === 'object' && properties !== null ? properties : {}) as { name?: unknown; code?: unknown }
  return readCrsName(
    typeof name === 'string' ? name : typeof code === 'number' || typeof code === 'string' ? `EPSG:${code}` : quoteFound(crs),
  )
}

/** Of `EPSG:3067`, `urn:ogc:def:crs:EPSG::3067`, `http://www.opengis.net/def/crs/EPSG/0/3067`, `OGC:CRS84`. */
export function readCrsName(name: string): DeclaredCrs {
  const match = /(?:EPSG|OGC|ESRI)[:/]+(?:[\d.]*[:/]+)?(CRS\d+h?|\d+)\s*$/i.exec(name.trim())
  const epsg = match?.[1] === undefined ? null : epsgOfCode(match[1])
  return epsg === null ? { kind: 'unknown', text: quoteFound(name) } : { kind: 'known', epsg }
}

/** Of well-known text, as in a `.prj`: by the code at its end, else by the name at its start. */
export function readCrsText(wkt: string): DeclaredCrs {
  if (wkt.trim() === '') return { kind: 'none' }
  const outer = /(?:AUTHORITY|ID)\[\s*"EPSG"\s*,\s*"?(\d+)"?\s*\]\s*\]\s*$/i.exec(wkt.trim())
  if (outer !== null) return readCrsName(`EPSG:${outer[1]}`)
  const name = /"([^"]*)"/.exec(wkt)?.[1] ?? wkt
  // The name of the projection system alone: its base (ETRS 1989) stands in every one of them.
  const named = epsgOfName(name)
  if (named !== null && !isOfAnotherDatum(wkt)) return { kind: 'known', epsg: named }
  if (/^\s*(GEOGCS|GEOGCRS|GEODCRS)/i.test(wkt) && !isOfAnotherDatum(wkt)) return { kind: 'known', epsg: 4326 }
  return { kind: 'unknown', text: quoteFound(name) }
}

/** Only these are taken as WGS84; KKJ and Pulkovo lie a hundred metres off. */
function isOfAnotherDatum(wkt: string): boolean {
  const datum = /DATUM\[\s*"([^"]*)"|ENSEMBLE\[\s*"([^"]*)"/i.exec(wkt)
  return (
    datum !== null &&
    !/WGS.?_?(19)?84|World Geodetic System|ETRS|European.Terrestrial|Estonia.?1997|EUREF|EST97/i.test(datum[1] ?? datum[2] ?? '')
  )
}
