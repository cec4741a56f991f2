import type { Dataset, Position } from '../../dataset.ts'
import { textOf } from '../../formats/read-geojson.ts'
import { buildPlaces, type FoundPlace, type PlaceClass } from '../../map/build-places.ts'
import { readClean, type SourceFolder } from '../../formats/read-clean.ts'
import { MAP_SOURCES } from './map-sources.ts'
import type { Ways } from './map-streets.ts'
import { PLACE_NAMES } from './places-names.ts'
import { readPatterns, readStops } from './transit-sources.ts'

const POINTS = 'tallinn/osm-city-2021/poi_point.geojson'
const QUARTERS = 'tallinn/osm-city-2021/place_point.geojson'
const LAKES = 'tallinn/osm-city-2021/water_name_point.geojson'
const AIRPORT = 'tallinn/osm-city-2021/aerodrome_label_point.geojson'

/** Kinds of points (OpenMapTiles subclass) that are landmarks; shops and brands are not. */
const LANDMARK_KINDS = new Set([
  'museum',
  'place_of_worship',
  'castle',
  'ruins',
  'theatre',
  'university',
  'stadium',
  'soccer',
  'hospital',
  'zoo',
  'ferry_terminal',
  'bus_station',
  'townhall',
  'viewpoint',
  'monument',
  'cemetery',
])

/** Planned buildings (in brackets), tags and companies. */
const NO_LANDMARK = /^[(#]|\bOÜ\b|\bAS\b/

/** Names that end so are squares. */
const SQUARE = /(väljak|plats|turg)$/

/** Quarters, landmarks, squares, lakes and railway stations. */
export async function buildPlacesDataset(folder: SourceFolder, ways: Ways): Promise<Dataset> {
  const found: FoundPlace[] = []
  const listed = new Set(PLACE_NAMES.map(({ name }) => name))
  const addPoints = async (file: string, classify: (subclass: string, name: string) => PlaceClass | null): Promise<Dataset['issues']> => {
    const { features, issues } = await readClean(folder, file, 'Point')
    for (const { properties, geometry } of features) {
      const name = textOf(properties['name:latin']) ?? textOf(properties['name'])
      if (name === null || geometry.type !== 'Point') continue
      const kind = classify(textOf(properties['subclass']) ?? textOf(properties['class']) ?? '', name)
      if (kind !== null) found.push({ name, class: kind, place: geometry.coordinates })
    }
    return issues
  }
  const issues = [
    // A hand-kept name stands for its landmark whatever its kind.
    ...(await addPoints(POINTS, (kind, name) =>
      (LANDMARK_KINDS.has(kind) && !NO_LANDMARK.test(name)) || listed.has(name) ? 'landmark' : null,
    )),
    ...(await addPoints(QUARTERS, (kind) => (kind === 'quarter' || kind === 'neighbourhood' ? 'quarter' : null))),
    ...(await addPoints(LAKES, () => 'water')),
    ...(await addPoints(AIRPORT, () => 'landmark')),
  ]
  for (const { name, class: street, line } of ways.streets) {
    if (name !== null && SQUARE.test(name) && street !== 'service') found.push({ name, class: 'square', place: middlePoint(line) })
  }
  found.push(...(await readStations(folder)))
  return {
    name: 'places',
    geometry: 'Point',
    features: buildPlaces(found, PLACE_NAMES, 'et'),
    issues,
    sources: [MAP_SOURCES.openStreetMap2021, MAP_SOURCES.timetables2023],
    derived: {
      names: 'Names in other languages than Estonian are kept by hand for the main landmarks; else null.',
      class:
        'quarter and water as mapped; square from street names in väljak, plats, turg; landmark: museums, churches, theatres, universities, hospitals, stadiums, stations and others; shops and brands left out.',
    },
    provenance: { kind: 'measured', year: '2021-2023', source: 'OpenStreetMap contributors; Tallinn Transport Department' },
  }
}

/** Railway stations: the stops of trains, each name once. */
async function readStations(folder: SourceFolder): Promise<FoundPlace[]> {
  const { stops } = await readStops(folder)
  const [west, south, east, north] = folder.city.extentDegrees
  const { patterns } = await readPatterns(folder)
  const ids = new Set(patterns.filter(({ transport }) => transport === 'train').flatMap(({ stopIds }) => stopIds))
  return [...ids].flatMap((id): FoundPlace[] => {
    const stop = stops.get(id)
    // The terminus is called as the city; it is Balti jaam, which the map names.
    if (
      stop === undefined ||
      stop.name === folder.city.names.et ||
      stop.longitude < west ||
      stop.longitude > east ||
      stop.latitude < south ||
      stop.latitude > north
    )
      return []
    return [{ name: stop.name, class: 'landmark', place: stop.place }]
  })
}

function middlePoint(line: readonly Position[]): Position {
  return line[line.length >> 1] as Position
}
