import { join } from 'node:path'
import { converterBetween } from '../../../geo/crs.ts'
import { TRANSIT_MODES, type TransitMode } from '../../../schema/datasets.ts'
import type { Dataset, Feature, Issue, Position } from '../../dataset.ts'
import type { MultiPolygonRings } from '../../geometry/planar.ts'
import { numberOf, textOf } from '../../formats/read-geojson.ts'
import { createAreaTester } from '../../geometry/area-tester.ts'
import { placeStops } from '../../map/place-stops.ts'
import type { SourceFolder } from '../../formats/read-clean.ts'
import { readGtfs, type GtfsDay } from '../../formats/read-gtfs.ts'
import { MAP_SOURCES } from './map-sources.ts'
import { buildLines } from './transit-lines.ts'
import { modeOfRouteType, modeOfStopNumber } from './transit-modes.ts'

const GTFS = 'helsinki/hsl-gtfs-2022/GTFS.zip'
const STOPS = 'helsinki/hsl-network/pt_stops_helsinki.gpkg'

/** Within this box (degrees) the timetables are whole; outside it a stop's departures are unknown. */
const TIMETABLE_BOX_DEGREES = [24.85, 60.15, 25, 60.25] as const

/** Stops with departures, and lines along their courses. */
export async function buildTransit(folder: SourceFolder, cityArea: MultiPolygonRings): Promise<readonly Dataset[]> {
  const path = join(folder.sources, GTFS)
  const day = readGtfs(await folder.effects.readBytes(path), path)
  const { point } = converterBetween(4326, 3879)
  const contains = createAreaTester(cityArea)
  const isInCity = ([x, y]: Position): boolean => contains(x, y)
  const issues: Issue[] = []
  const timetabled = buildTimetabledStops(folder, day, isInCity, issues)
  const further = await readFurtherStops(folder, new Set(day.stops.map(({ id }) => id)), point, isInCity)
  const lines = await buildLines(folder, day, contains)
  return [
    {
      name: 'transit_stops',
      geometry: 'Point',
      features: [...timetabled, ...further.features],
      issues,
      leftOut: further.leftOut,
      sources: [MAP_SOURCES.timetables, MAP_SOURCES.stops],
      derived: {
        departures_per_day:
          'Trips that can be boarded on Tuesday 22 February 2022, repeated trips counted by their headways. Null outside 24.85-25.00 E, 60.15-60.25 N, where no timetable is at hand.',
        modes:
          'From the routes that call; where no timetable is at hand, from the fifth digit of the stop number, a rule that holds for all stops with a timetable.',
      },
      provenance: { kind: 'official', year: '2022', source: 'HSL, timetables of 22 February 2022' },
    },
    lines,
  ]
}

function buildTimetabledStops({ city }: SourceFolder, day: GtfsDay, isInCity: (place: Position) => boolean, issues: Issue[]): Feature[] {
  const modeOfRoute = new Map(day.routes.map(({ id, type }) => [id, modeOfRouteType(type)]))
  const trips = new Map(day.trips.map((trip) => [trip.id, trip]))
  const served = new Map<string, { readonly modes: Set<TransitMode>; departures: number }>()
  for (const { tripId, stopId, isDeparture } of day.calls) {
    const trip = trips.get(tripId)
    const mode = trip === undefined ? null : modeOfRoute.get(trip.routeId)
    if (trip === undefined || mode === null || mode === undefined) continue
    const entry = served.get(stopId) ?? { modes: new Set<TransitMode>(), departures: 0 }
    served.set(stopId, entry)
    entry.modes.add(mode)
    if (isDeparture) entry.departures += trip.runs
  }
  return placeStops(day.stops, { file: GTFS, city, unitsPerDegree: 1 }, issues).flatMap(({ id, name, place }): Feature[] => {
    const entry = served.get(id)
    if (entry === undefined || !isInCity(place)) return []
    return [createStop(id, name, place, TRANSIT_MODES.filter((mode) => entry.modes.has(mode)).join(','), entry.departures)]
  })
}

/** Stops of the whole city that the timetables do not reach. */
async function readFurtherStops(
  folder: SourceFolder,
  known: ReadonlySet<string>,
  point: (x: number, y: number) => Position,
  isInCity: (place: Position) => boolean,
): Promise<{ readonly features: Feature[]; readonly leftOut: Record<string, number> }> {
  const rows = await folder.effects.querySqlite(
    join(folder.sources, STOPS),
    'select stop_id, stop_name, stop_lat, stop_lon from pt_stops_helsinki order by stop_id',
  )
  const features: Feature[] = []
  const leftOut = { 'outside-the-city-area': 0, 'without-service-on-the-day': 0, 'unknown-mode': 0 }
  const [west, south, east, north] = TIMETABLE_BOX_DEGREES
  const seen = new Set(known)
  for (const row of rows) {
    const id = textOf(row['stop_id'])
    const [longitude, latitude] = [numberOf(row['stop_lon']), numberOf(row['stop_lat'])]
    if (id === null || longitude === null || latitude === null || seen.has(id)) continue
    seen.add(id)
    const place = point(longitude, latitude)
    const mode = modeOfStopNumber(id)
    const hasTimetables = longitude >= west && longitude <= east && latitude >= south && latitude <= north
    if (!isInCity(place)) leftOut['outside-the-city-area']++
    else if (hasTimetables) leftOut['without-service-on-the-day']++
    else if (mode === null) leftOut['unknown-mode']++
    else features.push(createStop(id, textOf(row['stop_name']) ?? id, place, mode, null))
  }
  return { features, leftOut }
}

function createStop(id: string, name: string, place: Position, modes: string, departures: number | null): Feature {
  return { geometry: { type: 'Point', coordinates: place }, properties: { id, name, modes, departures_per_day: departures } }
}
