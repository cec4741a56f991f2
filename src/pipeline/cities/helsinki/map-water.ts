import type { Dataset } from '../../dataset.ts'
import { multiPolygonContains, representativePoint, type MultiPolygonRings } from '../../geometry/planar.ts'
import { textOf } from '../../formats/read-geojson.ts'
import { buildAreas, type Area } from '../../map/build-areas.ts'
import { clipAreas } from '../../geometry/clip-areas.ts'
import { readClean, type SourceFolder } from '../../formats/read-clean.ts'
import { splitIssues } from '../../split-issues.ts'
import { MAP_SOURCES, OSM_PROVENANCE } from './map-sources.ts'

const WATER = 'helsinki/osm-water-2025/inland_water.geojson'
const CENTRE = 'helsinki/osm-helsinki-centre/helsinki_centre_landuse.geojson'

/** Kinds of water as OpenStreetMap tags them, to the words used here. */
function classifyWater(tag: string | null): string {
  if (tag === 'river' || tag === 'stream' || tag === 'canal' || tag === 'rapids' || tag === 'ditch') return 'river'
  return tag === 'lake' || tag === 'reservoir' ? 'lake' : 'pond'
}

/** Inland water: ponds, lakes and rivers mapped as areas. The sea is what is no land within the extent. */
export async function buildWater(folder: SourceFolder, cityArea: MultiPolygonRings): Promise<Dataset> {
  const whole = await readClean(folder, WATER, 'MultiPolygon')
  const centre = await readClean(folder, CENTRE, 'MultiPolygon')
  const areas: Area[] = []
  for (const { label, properties, geometry } of whole.features) {
    if (properties['in_city'] !== true || geometry.type !== 'MultiPolygon') continue
    areas.push({ label, file: WATER, geometry, class: classifyWater(textOf(properties['water'])), name: textOf(properties['name']) })
  }
  const known = areas.map((area) => area.geometry.coordinates)
  for (const { label, properties, geometry } of centre.features) {
    if (properties['natural'] !== 'water' || geometry.type !== 'MultiPolygon') continue
    const [x, y] = representativePoint(geometry.coordinates)
    if (known.some((polygons) => multiPolygonContains(polygons, x, y))) continue
    areas.push({ label, file: CENTRE, geometry, class: classifyWater(textOf(properties['water'])), name: textOf(properties['name']) })
  }
  const issues = [...whole.issues]
  const built = buildAreas(clipAreas(areas, cityArea, issues), {
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
    sources: [MAP_SOURCES.water, MAP_SOURCES.centre],
    derived: {
      class: 'river = river, stream, canal, rapids, ditch; lake = lake, reservoir; pond = all else.',
      geometry: 'Cut at the city border, simplified within 0.5 m, areas below 50 m² left out. East of 25.14 E nothing is mapped.',
    },
    provenance: OSM_PROVENANCE,
  }
}
