import type { GreenClass } from '../../../schema/datasets.ts'
import type { Dataset, Issue } from '../../dataset.ts'
import { textOf } from '../../formats/read-geojson.ts'
import { buildAreas, type Area } from '../../map/build-areas.ts'
import { clipAreas } from '../../geometry/clip-areas.ts'
import { dropRepeated } from '../../drop-repeated.ts'
import { readClean, type SourceFolder } from '../../formats/read-clean.ts'
import { multiPolygonContains, type MultiPolygonRings } from '../../geometry/planar.ts'
import { splitIssues } from '../../split-issues.ts'
import { MAP_SOURCES, OSM_2021_PROVENANCE } from './map-sources.ts'

const LAND_COVER = 'tallinn/osm-city-2021/landcover_poly.geojson'
const LAND_USE = 'tallinn/osm-city-2021/landuse_poly.geojson'
const POINTS = 'tallinn/osm-city-2021/poi_point.geojson'

/** OpenMapTiles' land cover to the project's classes; sand and beaches are not green. */
function classifyGreen(landCover: string | null, subclass: string | null): GreenClass | null {
  if (subclass === 'park' || subclass === 'garden' || subclass === 'village_green' || subclass === 'recreation_ground') return 'park'
  if (landCover === 'wood' || landCover === 'grass' || landCover === 'wetland') return landCover
  return null
}

/** Parks, woods, grass, wetlands and cemeteries. */
export async function buildGreen(folder: SourceFolder, land: MultiPolygonRings): Promise<Dataset> {
  const cover = await readClean(folder, LAND_COVER, 'MultiPolygon')
  const use = await readClean(folder, LAND_USE, 'MultiPolygon')
  const points = await readClean(folder, POINTS, 'Point')
  const parkNames = points.features.flatMap(({ properties, geometry }) => {
    const name = textOf(properties['name:latin'])
    return properties['subclass'] === 'park' && name !== null && geometry.type === 'Point' ? [{ name, at: geometry.coordinates }] : []
  })
  const areas: Area[] = []
  for (const { label, properties, geometry } of cover.features) {
    const green = classifyGreen(textOf(properties['class']), textOf(properties['subclass']))
    if (green === null || geometry.type !== 'MultiPolygon') continue
    const park = green === 'park' ? parkNames.find(({ at }) => multiPolygonContains(geometry.coordinates, at[0], at[1])) : undefined
    areas.push({ label, file: LAND_COVER, geometry, class: green, name: park?.name ?? null })
  }
  for (const { label, properties, geometry } of use.features) {
    if (properties['class'] !== 'cemetery' || geometry.type !== 'MultiPolygon') continue
    areas.push({ label, file: LAND_USE, geometry, class: 'cemetery', name: null })
  }
  // Issues of the points are reported with the places, which read the same file.
  const issues: Issue[] = [...cover.issues, ...use.issues]
  const distinct = dropRepeated(areas, (area) => [area.class, area.geometry.coordinates], issues)
  const built = buildAreas(clipAreas(distinct, land, issues), {
    prefix: 'green',
    simplifyMetres: 0.6,
    smallestSquareMetres: 100,
    withArea: true,
  })
  return {
    name: 'green',
    geometry: 'MultiPolygon',
    features: built.features,
    ...splitIssues([...issues, ...built.issues]),
    sources: [MAP_SOURCES.openStreetMap2021],
    derived: {
      class:
        'From OpenMapTiles land cover: park = park, garden, village green, recreation ground; cemetery from land use. Sand is left out. Areas of different classes may overlap (a wood in a park).',
      geometry: 'Cut at the edge of the land, simplified within 0.6 m; areas below 100 m² are left out.',
    },
    provenance: OSM_2021_PROVENANCE,
  }
}
