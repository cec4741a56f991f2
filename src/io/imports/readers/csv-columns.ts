/** Which columns of a table hold the coordinates. */
export interface CoordinateColumns {
  readonly x: number
  readonly y: number
  /** `degrees` where the names say latitude and longitude, `unknown` where they could be anything. */
  readonly kind: 'degrees' | 'unknown'
}

/** Names in the four languages of the app, lower case without spaces and marks. */
const LONGITUDE = [
  'lon',
  'lng',
  'long',
  'longitude',
  'longitud',
  'pituusaste',
  'pituuspiiri',
  'pikkus',
  'pikkuskraad',
  'lonwgs84',
  'wgs84lon',
  'gpslon',
]
const LATITUDE = ['lat', 'latitude', 'latitud', 'leveysaste', 'leveyspiiri', 'laius', 'laiuskraad', 'latwgs84', 'wgs84lat', 'gpslat']
const EAST = [
  'x',
  'e',
  'east',
  'easting',
  'itä',
  'ida',
  'idakoordinaat',
  'itäkoordinaatti',
  'öst',
  'ost',
  'xcoord',
  'coordx',
  'pointx',
  'xkoordinaatti',
  'xkoordinaat',
  'viitepunktx',
  'gpsx',
  'geox',
]
const NORTH = [
  'y',
  'n',
  'north',
  'northing',
  'pohjoinen',
  'põhi',
  'põhjakoordinaat',
  'pohjoiskoordinaatti',
  'nord',
  'norr',
  'ycoord',
  'coordy',
  'pointy',
  'ykoordinaatti',
  'ykoordinaat',
  'viitepunkty',
  'gpsy',
  'geoy',
]

/** The coordinate columns of a header, by their names; null where there are none. */
export function findCoordinateColumns(header: readonly string[]): CoordinateColumns | null {
  const names = header.map((name) => name.toLowerCase().replaceAll(/[^\p{L}\d]/gu, ''))
  const find = (known: readonly string[]) => names.findIndex((name) => known.includes(name))
  const [longitude, latitude] = [find(LONGITUDE), find(LATITUDE)]
  if (longitude >= 0 && latitude >= 0) return { x: longitude, y: latitude, kind: 'degrees' }
  const [east, north] = [find(EAST), find(NORTH)]
  return east >= 0 && north >= 0 ? { x: east, y: north, kind: 'unknown' } : null
}

/**
 * A number as people write it: spaces between thousands, a comma for the point. Null for anything else.
 *
 * @param onComma called where the comma was taken for the point
 */
export function parseCoordinate(text: string, onComma: () => void): number | null {
  const compact = text.replaceAll(/[\s'\u00a0\u202f]/g, '').replace('\u2212', '-')
  if (/^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(compact)) return Number(compact)
  if (!/^[+-]?\d+,\d+$/.test(compact)) return null
  onComma()
  return Number(compact.replace(',', '.'))
}
