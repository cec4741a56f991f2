import type { Dataset, Issue, Position } from '../../dataset.ts'
import { multiPolygonContains, type MultiPolygonRings } from '../../geometry/planar.ts'
import { textOf } from '../../formats/read-geojson.ts'
import { buildAreas, type Area } from '../../map/build-areas.ts'
import { clipAreas } from '../../geometry/clip-areas.ts'
import { dropRepeated } from '../../drop-repeated.ts'
import { readClean, type SourceFolder } from '../../formats/read-clean.ts'
import { splitIssues } from '../../split-issues.ts'
import { MAP_SOURCES, OSM_2021_PROVENANCE } from './map-sources.ts'

const FILE = 'tallinn/osm-city-2021/water_poly.geojson'
const NAMES = 'tallinn/osm-city-2021/water_name_point.geojson'
const RIVERS = 'tallinn/osm-city-2021/waterway_line.geojson'

/** Share of a polygon's river line that must lie inside for the polygon to be the river. */
const RIVER_POINTS = 3

/** Lakes, ponds and rivers wide enough to be mapped as areas. */
export async function buildWater(folder: SourceFolder, land: MultiPolygonRings): Promise<Dataset> {
  const cleaned = await readClean(folder, FILE, 'MultiPolygon')
  const names = await readClean(folder, NAMES, 'Point')
  const rivers = await readClean(folder, RIVERS, 'LineString')
  const riverPoints: { readonly at: Position; readonly name: string }[] = []
  for (const { geometry, properties } of rivers.features) {
    const name = textOf(properties['name:latin'])
    if (name === null || geometry.type !== 'LineString' || properties['class'] === 'ditch') continue
    for (const at of geometry.coordinates) riverPoints.push({ at, name })
  }
  const areas: Area[] = []
  for (const { label, geometry } of cleaned.features) {
    if (geometry.type !== 'MultiPolygon') continue
    const inside = (at: Position): boolean => multiPolygonContains(geometry.coordinates, at[0], at[1])
    const lake = names.features.find((feature) => feature.geometry.type === 'Point' && inside(feature.geometry.coordinates))
    const through = lake === undefined ? riverPoints.filter(({ at }) => inside(at)) : []
    const isRiver = through.length >= RIVER_POINTS
    areas.push({
      label,
      file: FILE,
      geometry,
      class: isRiver ? 'river' : 'lake',
      name: lake === undefined ? (isRiver ? (through[0]?.name ?? null) : null) : textOf(lake.properties['name:latin']),
    })
  }
  // Issues of the name points are reported with the places, which read the same file.
  const issues: Issue[] = [...cleaned.issues, ...rivers.issues]
  const distinct = dropRepeated(areas, (area) => area.geometry.coordinates, issues)
  const built = buildAreas(clipAreas(distinct, land, issues), {
    prefix: 'water',
    simplifyMetres: 0.5,
    smallestSquareMetres: 50,
    withArea: false,
  })
  return {
    name: 'water',
    geometry: 'MultiPolygon',
    features: built.features,
    ...splitIssues([...issues, ...built.issues]),
    sources: [MAP_SOURCES.openStreetMap2021],
    derived: {
      name: 'From the name point inside the area, or from the river line that runs through it.',
      class: `river where a named watercourse has at least ${RIVER_POINTS} points inside, else lake.`,
    },
    provenance: OSM_2021_PROVENANCE,
  }
}
