import { join } from 'node:path'
import { converterBetween } from '../../../geo/crs.ts'
import type { Dataset } from '../../dataset.ts'
import { representativePoint } from '../../geometry/planar.ts'
import { numberOf, textOf } from '../../formats/read-geojson.ts'
import { createAreaTester } from '../../geometry/area-tester.ts'
import type { MultiPolygonRings } from '../../geometry/planar.ts'
import { buildPlaces, type FoundPlace, type PlaceNames } from '../../map/build-places.ts'
import { readClean, type SourceFolder } from '../../formats/read-clean.ts'
import { MAP_SOURCES } from './map-sources.ts'
import { PLACE_NAMES } from './places-names.ts'
import { modeOfStopNumber } from './transit-modes.ts'

const BUILDINGS = 'helsinki/osm-helsinki-centre/helsinki_centre_buildings.geojson'
const LAND_USE = 'helsinki/osm-helsinki-centre/helsinki_centre_landuse.geojson'
const ROADS = 'helsinki/osm-helsinki-centre/helsinki_centre_roads.geojson'
const WATER = 'helsinki/osm-water-2025/inland_water.geojson'
const STOPS = 'helsinki/hsl-network/pt_stops_helsinki.gpkg'

/** Ponds, lakes, rapids and canals; paddling pools and fountains have names too. */
const NATURAL_WATER = /(lampi|järvi|koski|kanava|lahti|joki)$/
const SQUARE = /(tori|aukio)$/

/** Landmarks, islands, squares, lakes and stations. Quarters are in the districts. */
export async function buildPlacesDataset(folder: SourceFolder, cityArea: MultiPolygonRings): Promise<Dataset> {
  const listed = new Set(PLACE_NAMES.filter(({ at }) => at === undefined).map(({ name }) => name))
  const found: FoundPlace[] = []
  /** Swedish and English names that the map itself has. */
  const mapped = new Map<string, PlaceNames>()
  const noteNames = (name: string, tags: Readonly<Record<string, unknown>>): void => {
    const [sv, en] = [textOf(tags['name:sv']), textOf(tags['name:en'])]
    if (sv !== null || en !== null) mapped.set(name, { name, ...(sv === null ? {} : { sv }), ...(en === null ? {} : { en }) })
  }
  for (const { properties, geometry } of (await readClean(folder, BUILDINGS, 'MultiPolygon')).features) {
    const name = textOf(properties['name'])
    if (name !== null && listed.has(name) && geometry.type === 'MultiPolygon') {
      found.push({ name, class: 'landmark', place: representativePoint(geometry.coordinates) })
    }
  }
  for (const { properties, geometry } of (await readClean(folder, LAND_USE, 'MultiPolygon')).features) {
    const name = textOf(properties['name:fi']) ?? textOf(properties['name'])
    if (name === null || geometry.type !== 'MultiPolygon') continue
    const kind = textOf(properties['place'])
    const isIsland = kind === 'island' || kind === 'islet'
    if (!isIsland && kind !== 'square' && !listed.has(name)) continue
    found.push({ name, class: kind === 'square' ? 'square' : 'landmark', place: representativePoint(geometry.coordinates) })
    noteNames(name, properties)
  }
  for (const { properties, geometry } of (await readClean(folder, ROADS, 'LineString')).features) {
    const name = textOf(properties['name:fi']) ?? textOf(properties['name'])
    if (name === null || !SQUARE.test(name) || geometry.type !== 'LineString') continue
    const middle = geometry.coordinates[geometry.coordinates.length >> 1]
    if (middle !== undefined) found.push({ name, class: 'square', place: middle })
    noteNames(name, properties)
  }
  for (const { properties, geometry } of (await readClean(folder, WATER, 'MultiPolygon')).features) {
    const name = textOf(properties['name'])
    if (name === null || properties['in_city'] !== true || !NATURAL_WATER.test(name) || geometry.type !== 'MultiPolygon') continue
    found.push({ name, class: 'water', place: representativePoint(geometry.coordinates) })
  }
  const { point } = converterBetween(4326, 3879)
  for (const { name, at, class: kind } of PLACE_NAMES) {
    if (at !== undefined) found.push({ name, class: kind ?? 'landmark', place: point(at[0], at[1]) })
  }
  found.push(...(await readStations(folder, cityArea)))
  const table = new Map([...mapped.values(), ...PLACE_NAMES].map((row) => [row.name, row]))
  return {
    name: 'places',
    geometry: 'Point',
    features: buildPlaces(found, [...table.values()], 'fi'),
    issues: [],
    sources: [MAP_SOURCES.centre, MAP_SOURCES.water, MAP_SOURCES.stops],
    derived: {
      names: 'Names in other languages as mapped, or kept by hand for the main landmarks; else null.',
      geometry: `A point inside the mapped outline. By hand: ${PLACE_NAMES.filter(({ at }) => at !== undefined)
        .map(({ name }) => name)
        .join(', ')}.`,
      class:
        'landmark: hand-kept list, islands, metro and railway stations; square: mapped squares and street names in tori, aukio; water: named inland water.',
    },
    provenance: { kind: 'measured', year: '2022-2025', source: 'OpenStreetMap contributors; HSL' },
  }
}

/** Metro and railway stations of the whole city, each name once. */
async function readStations(folder: SourceFolder, cityArea: MultiPolygonRings): Promise<FoundPlace[]> {
  const rows = await folder.effects.querySqlite(
    join(folder.sources, STOPS),
    'select stop_id, stop_name, stop_lat, stop_lon from pt_stops_helsinki order by stop_id',
  )
  const { point } = converterBetween(4326, 3879)
  const isInCity = createAreaTester(cityArea)
  return rows.flatMap((row): FoundPlace[] => {
    const [id, name] = [textOf(row['stop_id']), textOf(row['stop_name'])]
    const [longitude, latitude] = [numberOf(row['stop_lon']), numberOf(row['stop_lat'])]
    if (id === null || name === null || longitude === null || latitude === null) return []
    const mode = modeOfStopNumber(id)
    // The terminus is called as the city; the map has it as the central railway station.
    const place = point(longitude, latitude)
    if ((mode !== 'metro' && mode !== 'train') || name === folder.city.names.fi || !isInCity(place[0], place[1])) return []
    return [{ name: name.replace(/ \(M\)$/, ''), class: 'landmark', place }]
  })
}
