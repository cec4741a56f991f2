import { CITIES, type CityId } from '../cities/index.ts'
import { boxHolds } from '../geo/boxes.ts'
import { epsgOfUrn } from '../geo/crs.ts'
import type { ZoneSet } from '../services/analysis/analysis-service.ts'

export type AreaZones = Extract<ZoneSet, { readonly kind: 'area' }>
type Polygons = AreaZones['polygonsDegrees']
type Position = readonly [number, number]

/** More than this is no drawing but a data set. */
const MOST_AREAS = 200
const MOST_AREA_POINTS = 100_000

/**
 * Areas of a GeoJSON text in WGS84 (RFC 7946): a FeatureCollection, one Feature or a bare geometry;
 * one area a feature, named by its property `name`. The city is the one in whose extent it lies.
 *
 * @param cityId the only city allowed; null for any
 * @param fallbackName name of an area that has none; with a number where there are several
 * @throws Error with one sentence on what was expected and what was found, and where
 */
export function readAreas(text: string, cityId: CityId | null, fallbackName: string): readonly AreaZones[] {
  const features = listFeatures(parseJson(text))
  if (features.length === 0) throw new Error('expected at least one feature, found none')
  if (features.length > MOST_AREAS) throw new Error(`expected at most ${MOST_AREAS} features, found ${features.length}`)
  let points = 0
  return features.map((feature, index) => {
    const where = features.length === 1 ? '' : `feature ${index + 1}: `
    const polygonsDegrees = readPolygons(feature['geometry'], where)
    points += polygonsDegrees.flat().reduce((sum, ring) => sum + ring.length, 0)
    if (points > MOST_AREA_POINTS) throw new Error(`expected at most ${MOST_AREA_POINTS} points in all, found more`)
    const name = nameOf(feature) ?? (features.length === 1 ? fallbackName : `${fallbackName} ${index + 1}`)
    return { kind: 'area', cityId: cityOf(polygonsDegrees, cityId, where), name, polygonsDegrees }
  })
}

/** The area as one line of GeoJSON; `readAreas` makes the same area of it. */
export function writeArea({ name, polygonsDegrees }: AreaZones): string {
  const coordinates = polygonsDegrees.map((rings) => rings.map(closeRing))
  return JSON.stringify({ type: 'Feature', properties: { name }, geometry: { type: 'MultiPolygon', coordinates } })
}

function closeRing(ring: readonly Position[]): readonly Position[] {
  const [first, last] = [ring[0], ring.at(-1)]
  return first === undefined || last === undefined || isSame(first, last) ? ring : [...ring, first]
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Error(`expected GeoJSON, but it is no JSON (${(error as Error).message})`, { cause: error })
  }
}

function listFeatures(root: unknown): readonly Record<string, unknown>[] {
  const record = asRecord(root)
  checkCrs(record['crs'])
  switch (record['type']) {
    case 'FeatureCollection': {
      const features = record['features']
      if (!Array.isArray(features)) throw new Error('expected a list "features", found none')
      return features.map(asRecord)
    }
    case 'Feature':
      return [record]
    case 'Polygon':
    case 'MultiPolygon':
      return [{ geometry: record }]
    default:
      throw new Error(`expected a GeoJSON FeatureCollection, Feature, Polygon or MultiPolygon, found ${describe(record['type'])}`)
  }
}

/** RFC 7946 knows WGS84 only; older files name another CRS in a member that it took out. */
function checkCrs(crs: unknown): void {
  if (crs === undefined || crs === null) return
  const name = asRecord(asRecord(crs)['properties'])['name']
  if (typeof name === 'string' && epsgOfUrn(name) === 4326) return
  throw new Error(`expected longitudes and latitudes of WGS84, found the CRS ${describe(name)}`)
}

function readPolygons(raw: unknown, where: string): Polygons {
  const geometry = asRecord(raw)
  const { type, coordinates } = geometry
  if (type !== 'Polygon' && type !== 'MultiPolygon') throw new Error(`${where}expected a Polygon or MultiPolygon, found ${describe(type)}`)
  const polygons = type === 'Polygon' ? [coordinates] : coordinates
  if (!Array.isArray(polygons) || polygons.length === 0) throw new Error(`${where}expected coordinates, found none`)
  return polygons.map((rings: unknown) => {
    if (!Array.isArray(rings) || rings.length === 0) throw new Error(`${where}expected rings of coordinates, found none`)
    return rings.map((ring: unknown) => readRing(ring, where))
  })
}

function readRing(raw: unknown, where: string): readonly Position[] {
  if (!Array.isArray(raw)) throw new Error(`${where}expected a ring of coordinates, found ${describe(raw)}`)
  const ring = raw.map((position: unknown) => readPosition(position, where))
  if (ring.length < 4) throw new Error(`${where}expected a ring of at least 4 points, the last the same as the first, found ${ring.length}`)
  if (!isSame(ring[0] as Position, ring.at(-1) as Position))
    throw new Error(`${where}expected a closed ring, but its last point is not its first`)
  return ring
}

function readPosition(raw: unknown, where: string): Position {
  const [longitude, latitude] = Array.isArray(raw) ? (raw as unknown[]) : []
  if (typeof longitude !== 'number' || typeof latitude !== 'number') {
    throw new Error(`${where}expected a longitude and a latitude, found ${describe(raw)}`)
  }
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) {
    throw new Error(`${where}expected degrees of WGS84, found ${longitude}, ${latitude}: are these metres?`)
  }
  return [longitude, latitude]
}

function cityOf(polygons: Polygons, only: CityId | null, where: string): CityId {
  const positions = polygons.flat(2)
  const found = CITIES.find(({ extentDegrees }) => positions.every(([x, y]) => boxHolds(extentDegrees, x, y)))
  if (found !== undefined && (only === null || only === found.id)) return found.id
  const [x, y] = positions[0] as Position
  const swapped = CITIES.some(({ extentDegrees }) => boxHolds(extentDegrees, y, x))
  const wanted = CITIES.filter(({ id }) => only === null || id === only)
    .map(({ names, extentDegrees: [west, south, east, north] }) => `${names.en} (${west} to ${east}, ${south} to ${north})`)
    .join(' or ')
  throw new Error(`${where}expected an area within ${wanted}, found a point at ${x}, ${y}${swapped ? ': the longitude comes first' : ''}`)
}

function nameOf(feature: Record<string, unknown>): string | null {
  const name = asRecord(feature['properties'])['name']
  return typeof name === 'string' && name.trim() !== '' ? name : null
}

function isSame(a: Position, b: Position): boolean {
  return a[0] === b[0] && a[1] === b[1]
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
}

function describe(value: unknown): string {
  return value === undefined ? 'none' : (JSON.stringify(value) ?? 'none').slice(0, 60)
}
