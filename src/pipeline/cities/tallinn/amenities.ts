import type { Dataset } from '../../dataset.ts'
import { readClean, type SourceFolder } from '../../formats/read-clean.ts'
import { textOf } from '../../formats/read-geojson.ts'
import type { MultiPolygonRings } from '../../geometry/planar.ts'
import { withSpatialIds } from '../../geometry/spatial-id.ts'
import { classOfKind } from '../../map/amenity-kinds.ts'
import { AMENITY_RULES, buildAmenities, type FoundAmenity } from '../../map/build-amenities.ts'
import { MAP_SOURCES, OSM_2021_PROVENANCE } from './map-sources.ts'

const POINTS = 'tallinn/osm-city-2021/poi_point.geojson'
const YEAR = 2021

/** `amenities` of the whole city, and `amenity_coverage`, its land. */
export async function buildAmenityDatasets(folder: SourceFolder, land: MultiPolygonRings): Promise<readonly Dataset[]> {
  const { features: points, issues } = await readClean(folder, POINTS, 'Point')
  const found = points.flatMap(({ properties, geometry }): FoundAmenity[] => {
    const kind = textOf(properties['subclass'])
    if (kind === null || classOfKind(kind) === null || geometry.type !== 'Point') return []
    const name = textOf(properties['name:latin']) ?? textOf(properties['name'])
    return [
      {
        id: null,
        kind,
        place: geometry.coordinates,
        isArea: false,
        names: { name },
        source: MAP_SOURCES.openStreetMap2021.key,
        sourceYear: YEAR,
      },
    ]
  })
  const { features, drawnTwice } = buildAmenities(found)
  return [
    {
      name: 'amenities',
      geometry: 'Point',
      features: withSpatialIds('tal-amenity', features),
      issues,
      leftOut: { 'drawn-twice': drawnTwice },
      sources: [MAP_SOURCES.openStreetMap2021],
      derived: {
        ...AMENITY_RULES,
        names: 'the name in Latin letters as mapped; the tiles do not say in which language',
        id: 'of the place: the tiles have none of their own',
      },
      provenance: OSM_2021_PROVENANCE,
    },
    {
      name: 'amenity_coverage',
      geometry: 'MultiPolygon',
      issues: [],
      features: [{ geometry: { type: 'MultiPolygon', coordinates: land }, properties: { id: 'amenity-coverage' } }],
      sources: [MAP_SOURCES.coastline],
      derived: { geometry: "The city's land: amenities are mapped throughout." },
      provenance: { kind: 'default', year: '2021', source: 'Extent of the OpenStreetMap tiles' },
    },
  ]
}
