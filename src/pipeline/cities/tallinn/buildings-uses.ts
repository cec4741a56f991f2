import { tallinn } from '../../../cities/tallinn.ts'
import { cleanFeatures } from '../../geometry/clean.ts'
import type { Position } from '../../dataset.ts'
import type { Effects } from '../../effects.ts'
import { isTellingLandUse } from '../../estimates/estimate-use.ts'
import { multiPolygonArea, type MultiPolygonRings } from '../../geometry/planar.ts'
import { createPointIndex, createPolygonIndex } from '../../geometry/point-index.ts'
import { readGeoJson, textOf } from '../../formats/read-geojson.ts'

const POINTS = 'tallinn/osm-city-2021/poi_point.geojson'
const LAND_USE = 'tallinn/osm-city-2021/landuse_poly.geojson'

/** Subclasses of points that name the whole building, in order of weight. Shops and cafés are tenants. */
const NAMING = [
  'townhall',
  'castle',
  'place_of_worship',
  'theatre',
  'museum',
  'university',
  'hospital',
  'ferry_terminal',
  'mall',
  'department_store',
  'college',
  'school',
  'stadium',
  'courthouse',
  'library',
  'cinema',
  'arts_centre',
  'hotel',
  'sports_centre',
  'fire_station',
  'bus_station',
  'community_centre',
  'kindergarten',
]

/** What the points of interest inside a footprint and the land around it say. */
export interface Surroundings {
  readonly pointKinds: readonly string[]
  readonly landUse: string | null
  /** Name of the weightiest church, museum, school and so on inside. */
  readonly name: string | null
}

interface Poi {
  readonly kind: string
  readonly name: string | null
  readonly point: Position
}

/** Finds the surroundings of a footprint, given with a point inside it. */
export async function readSurroundings(
  effects: Effects,
  sources: string,
): Promise<(geometry: MultiPolygonRings, point: Position) => Surroundings> {
  const options = { from: 4326, to: tallinn.epsg, extentDegrees: tallinn.extentDegrees } as const
  const points = cleanFeatures(await readGeoJson(effects, sources, POINTS), { ...options, file: POINTS, geometry: 'Point' })
  const pois = createPointIndex(
    points.features.map((feature): Poi => ({
      kind: textOf(feature.properties['subclass']) ?? '',
      name: textOf(feature.properties['name:latin']),
      point: feature.geometry.coordinates as Position,
    })),
    (poi) => poi.point,
  )
  const land = cleanFeatures(await readGeoJson(effects, sources, LAND_USE), { ...options, file: LAND_USE, geometry: 'MultiPolygon' })
  const areas = land.features
    .map((feature) => {
      const geometry = feature.geometry.coordinates as MultiPolygonRings
      return { kind: textOf(feature.properties['class']) ?? '', geometry, size: multiPolygonArea(geometry) }
    })
    .filter((area) => isTellingLandUse(area.kind))
    // The smallest area around a building says the most: a school in a residential quarter.
    .sort((a, b) => a.size - b.size || (a.kind < b.kind ? -1 : 1))
  const index = createPolygonIndex(areas, (area) => area.geometry)
  return (geometry, point) => {
    const inside = pois.inside(geometry)
    const [best] = inside
      .filter((poi) => poi.name !== null && NAMING.includes(poi.kind))
      .sort((a, b) => NAMING.indexOf(a.kind) - NAMING.indexOf(b.kind) || (String(a.name) < String(b.name) ? -1 : 1))
    return {
      pointKinds: inside.map((poi) => poi.kind),
      landUse: index.holding(...point)[0]?.kind ?? null,
      name: best?.name ?? null,
    }
  }
}
