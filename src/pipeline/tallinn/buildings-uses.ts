import { tallinn } from '../../cities/tallinn.ts'
import type { BuildingUse } from '../../schema/datasets.ts'
import { cleanFeatures } from '../clean.ts'
import type { Position } from '../dataset.ts'
import type { Effects } from '../effects.ts'
import { multiPolygonArea, type MultiPolygonRings } from '../planar.ts'
import { createPointIndex, createPolygonIndex, type PointIndex } from '../point-index.ts'
import { readGeoJson, textOf } from '../read-geojson.ts'

const POINTS = 'tallinn/osm-city-2021/poi_point.geojson'
const LAND_USE = 'tallinn/osm-city-2021/landuse_poly.geojson'

/** Subclasses of points that name the whole building, in order of weight. Shops and cafés are tenants. */
const NAMING = [
  'townhall', 'castle', 'place_of_worship', 'theatre', 'museum', 'university', 'hospital', 'ferry_terminal', 'mall',
  'department_store', 'college', 'school', 'stadium', 'courthouse', 'library', 'cinema', 'arts_centre', 'hotel',
  'sports_centre', 'fire_station', 'bus_station', 'community_centre', 'kindergarten', 'clinic',
]

/** Subclasses of points that make the building around them a public one. */
const PUBLIC = new Set([
  'townhall', 'castle', 'place_of_worship', 'theatre', 'museum', 'university', 'hospital', 'ferry_terminal', 'college',
  'school', 'stadium', 'courthouse', 'fire_station', 'bus_station', 'kindergarten', 'sports_centre', 'arts_centre',
])

const SHOPS = new Set(['mall', 'department_store', 'supermarket', 'doityourself', 'wholesale', 'furniture', 'marketplace'])

const USE_OF_LAND: Readonly<Record<string, BuildingUse>> = {
  school: 'public', kindergarten: 'public', college: 'public', university: 'public', hospital: 'public', library: 'public',
  stadium: 'public', zoo: 'public', theme_park: 'public', bus_station: 'public', cemetery: 'other', military: 'other',
  industrial: 'industrial', railway: 'industrial', retail: 'retail', commercial: 'office',
}

/** Land uses in which a small building without an address is a shed whatever surrounds it. */
const OUTBUILDING = { always: 30, withoutAddress: 90 } as const

/** Housing of less footprint (m²) and height (m) is a house, else apartments. */
const HOUSE = { footprint: 220, height: 9 } as const

interface Poi {
  readonly kind: string
  readonly name: string | null
  readonly point: Position
}

export interface UseCase {
  readonly geometry: MultiPolygonRings
  readonly point: Position
  readonly footprintSquareMetres: number
  /** Known height, or null. */
  readonly heightMetres: number | null
  readonly hasAddress: boolean
}

/** Finds the name of a footprint: that of the weightiest church, museum, school and so on inside. */
export async function readNames(effects: Effects, sources: string): Promise<(geometry: MultiPolygonRings) => string | null> {
  const index = await readPois(effects, sources)
  return (geometry) => {
    const [best] = index.inside(geometry)
      .filter((poi) => poi.name !== null && NAMING.includes(poi.kind))
      .sort((a, b) => NAMING.indexOf(a.kind) - NAMING.indexOf(b.kind) || (String(a.name) < String(b.name) ? -1 : 1))
    return best?.name ?? null
  }
}

/**
 * Estimates the use of a footprint from what lies inside and around it; null where nothing supports
 * one. Tallinn's source has no use of buildings, so all of it is an estimate.
 */
export async function readUses(effects: Effects, sources: string): Promise<(building: UseCase) => BuildingUse | null> {
  const pois = await readPois(effects, sources)
  const raw = await readGeoJson(effects, sources, LAND_USE)
  const cleaned = cleanFeatures(raw, {
    file: LAND_USE, from: 4326, to: tallinn.epsg, extentDegrees: tallinn.extentDegrees, geometry: 'MultiPolygon',
  })
  const areas = cleaned.features
    .map((feature) => ({
      kind: textOf(feature.properties['class']) ?? '',
      geometry: feature.geometry.coordinates as MultiPolygonRings,
    }))
    .filter(({ kind }) => kind === 'residential' || kind in USE_OF_LAND)
    .map((area) => ({ ...area, size: multiPolygonArea(area.geometry) }))
    // The smallest area around a building tells the most: a school in a residential quarter.
    .sort((a, b) => a.size - b.size || (a.kind < b.kind ? -1 : 1))
  const index = createPolygonIndex(areas, (area) => area.geometry)
  return (building) => {
    const kinds = pois.inside(building.geometry).map((poi) => poi.kind)
    const land = index.holding(...building.point)[0]?.kind ?? null
    return estimateUse(building, kinds, land)
  }
}

/** The rule itself, in order of weight of the evidence. */
export function estimateUse(building: UseCase, pointKinds: readonly string[], landUse: string | null): BuildingUse | null {
  const { footprintSquareMetres: footprint, heightMetres: height, hasAddress } = building
  if (footprint >= 60 && pointKinds.some((kind) => PUBLIC.has(kind))) return 'public'
  if (footprint < OUTBUILDING.always) return 'outbuilding'
  if (footprint >= 400 && (height ?? 0) < 15 && pointKinds.some((kind) => SHOPS.has(kind))) return 'retail'
  const isLow = height === null || height < 6
  const isHousing = landUse === 'residential' || (landUse === null && hasAddress)
  if (!hasAddress && isLow && footprint < OUTBUILDING.withoutAddress && (isHousing || landUse === null)) return 'outbuilding'
  if (landUse !== null && landUse in USE_OF_LAND) return USE_OF_LAND[landUse] ?? null
  if (!isHousing) return null
  if (footprint < HOUSE.footprint) return (height ?? 0) < HOUSE.height ? 'house' : 'apartments'
  // A large, low building without an address in a residential quarter: garages, a boiler house, a shop.
  if (!hasAddress && isLow) return null
  return 'apartments'
}

const cache = new WeakMap<Effects, Promise<PointIndex<Poi>>>()

/** Points of interest, read once a run. */
function readPois(effects: Effects, sources: string): Promise<PointIndex<Poi>> {
  const known = cache.get(effects)
  if (known !== undefined) return known
  const reading = loadPois(effects, sources)
  cache.set(effects, reading)
  return reading
}

async function loadPois(effects: Effects, sources: string): Promise<PointIndex<Poi>> {
  const cleaned = cleanFeatures(await readGeoJson(effects, sources, POINTS), {
    file: POINTS, from: 4326, to: tallinn.epsg, extentDegrees: tallinn.extentDegrees, geometry: 'Point',
  })
  const pois = cleaned.features.map((feature): Poi => ({
    kind: textOf(feature.properties['subclass']) ?? '',
    name: textOf(feature.properties['name:latin']),
    point: feature.geometry.coordinates as Position,
  }))
  return createPointIndex(pois, (poi) => poi.point)
}
