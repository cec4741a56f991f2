import { TRANSIT_MODES, type TransitMode } from '../../../schema/datasets.ts'
import type { Dataset, Feature, Issue, Position } from '../../dataset.ts'
import { SourceError } from '../../effects.ts'
import { createIssue } from '../../issues.ts'
import { distanceToEdge, multiPolygonContains, type MultiPolygonRings } from '../../geometry/planar.ts'
import { tripsOnDay } from '../../formats/decode-timetable.ts'
import type { PlacedStop } from '../../map/place-stops.ts'
import type { PikasPattern } from '../../formats/read-pikas.ts'
import type { SourceFolder } from '../../formats/read-clean.ts'
import { simplifyLine } from '../../geometry/simplify.ts'
import type { StreetNetwork } from '../../map/street-network.ts'
import { MAP_SOURCES } from './map-sources.ts'
import { labelPattern, readPatterns, readStops, ROUTES, STOPS } from './transit-sources.ts'

/** Tuesday 21 November 2023, the day on which the timetables were published: days since 1970-01-01. */
const WORKING_DAY = 19682

/** Stops as far outside the boundary still serve the city; the boundary runs along several streets. */
const BORDER_METRES = 150

/** Transport as the timetables name it. County buses count at stops; express buses are no local transport. */
const MODES: Readonly<Record<string, TransitMode>> = {
  tram: 'tram',
  bus: 'bus',
  trol: 'trolleybus',
  train: 'train',
  regionalbus: 'bus',
}

export interface TransitNetworks {
  readonly streets: StreetNetwork
  readonly tram: StreetNetwork
  readonly rail: StreetNetwork
}

/** A fault here or there is reported; where so large a share of the stops called at is missing, the file is cut off. */
const LARGEST_UNKNOWN_SHARE = 0.2

/** Stops with departures, and lines along the streets and tracks. */
export async function buildTransit(folder: SourceFolder, land: MultiPolygonRings, networks: TransitNetworks): Promise<readonly Dataset[]> {
  const placed = await readStops(folder)
  const stops = new Map([...placed.stops].filter(([, { place }]) => isServed(place, land)))
  const read = await readPatterns(folder)
  const patterns = read.patterns.filter((pattern) => MODES[pattern.transport] !== undefined)
  if (stops.size === 0 || patterns.length === 0)
    throw new SourceError(ROUTES, `${ROUTES} and ${STOPS} hold no line with stops; they may be truncated.`)
  const lineIssues = [...read.issues, ...findUnknownStops(patterns, placed.listedIds)]
  const common = {
    sources: [MAP_SOURCES.timetables2023, MAP_SOURCES.openStreetMap2021],
    provenance: { kind: 'official', year: '2023', source: 'Tallinn Transport Department, timetables of 21 November 2023' },
  } as const
  return [
    {
      name: 'transit_stops',
      geometry: 'Point',
      features: buildStops(patterns, stops),
      issues: placed.issues,
      ...common,
      sources: [MAP_SOURCES.timetables2023],
      derived: {
        departures_per_day:
          'Trips that leave the stop on Tuesday 21 November 2023, city and county lines and trains; the last stop of a trip is no departure. Null where a timetable does not decode.',
      },
    },
    {
      name: 'transit_lines',
      geometry: 'MultiLineString',
      features: buildLines(patterns, placed.stops, stops, networks),
      issues: lineIssues,
      ...common,
      derived: {
        geometry:
          'The most frequent pattern of each direction, from stop to stop by the shortest way along streets (OpenStreetMap 2021), for trams and trains along their tracks; the timetables hold no course of their own. Only the part within the city.',
        path: 'street where at least 90 % of the pieces between stops were found on the network; else straight.',
        departures_per_day: 'Trips of the line on Tuesday 21 November 2023, both directions together.',
        line: 'City lines and trains; county bus lines count at the stops only.',
      },
    },
  ]
}

function isServed([x, y]: Position, land: MultiPolygonRings): boolean {
  return multiPolygonContains(land, x, y) || distanceToEdge(land, x, y) <= BORDER_METRES
}

/** Calls at stops that the list does not hold. Throws a `SourceError` where they are many. */
function findUnknownStops(patterns: readonly PikasPattern[], listedIds: ReadonlySet<string>): Issue[] {
  const called = new Set(patterns.flatMap(({ stopIds }) => stopIds))
  const unknown = [...called].filter((id) => !listedIds.has(id))
  if (unknown.length > called.size * LARGEST_UNKNOWN_SHARE) {
    throw new SourceError(
      STOPS,
      `${STOPS} may be truncated: ${unknown.length} of the ${called.size} stops that lines call at are not in it.`,
    )
  }
  return patterns.flatMap((pattern) =>
    [...new Set(pattern.stopIds)]
      .filter((id) => !listedIds.has(id))
      .map((id) => createIssue('dropped', ROUTES, labelPattern(pattern), 'unknown-stop', id)),
  )
}

function buildStops(patterns: readonly PikasPattern[], stops: ReadonlyMap<string, PlacedStop>): Feature[] {
  const served = new Map<string, { readonly modes: Set<TransitMode>; departures: number | null }>()
  for (const pattern of patterns) {
    const trips = pattern.trips === null ? null : tripsOnDay(pattern.trips, WORKING_DAY)
    // A pattern of Sundays or school holidays serves no stop on a working day, but the stop exists.
    pattern.stopIds.forEach((id, index) => {
      if (!stops.has(id)) return
      const entry = served.get(id) ?? { modes: new Set<TransitMode>(), departures: 0 }
      served.set(id, entry)
      entry.modes.add(MODES[pattern.transport] as TransitMode)
      if (trips === null || entry.departures === null) entry.departures = null
      else
        entry.departures += trips.filter(
          ({ minutes }) => minutes[index] !== null && minutes.slice(index + 1).some((time) => time !== null),
        ).length
    })
  }
  return [...served].map(([id, { modes, departures }]): Feature => {
    const stop = stops.get(id) as PlacedStop
    return {
      geometry: { type: 'Point', coordinates: stop.place },
      properties: { id, name: stop.name, modes: TRANSIT_MODES.filter((mode) => modes.has(mode)).join(','), departures_per_day: departures },
    }
  })
}

function buildLines(
  patterns: readonly PikasPattern[],
  placed: ReadonlyMap<string, PlacedStop>,
  stops: ReadonlyMap<string, PlacedStop>,
  networks: TransitNetworks,
): Feature[] {
  const lines = new Map<string, PikasPattern[]>()
  for (const pattern of patterns) {
    if (pattern.transport === 'regionalbus') continue
    const key = `${MODES[pattern.transport]}-${pattern.line}`
    lines.set(key, [...(lines.get(key) ?? []), pattern])
  }
  const pieces = new Map<string, Position[] | null>()
  return [...lines].flatMap(([lineId, ofLine]): Feature[] => {
    const mode = MODES[(ofLine[0] as PikasPattern).transport] as TransitMode
    const network = mode === 'tram' ? networks.tram : mode === 'train' ? networks.rail : networks.streets
    const counted = ofLine.map((pattern) => ({
      pattern,
      trips: pattern.trips === null ? null : tripsOnDay(pattern.trips, WORKING_DAY).length,
    }))
    const total = counted.some(({ trips }) => trips === null) ? null : counted.reduce((sum, { trips }) => sum + (trips ?? 0), 0)
    const coordinates: Position[][] = []
    let [found, asked] = [0, 0]
    const chosen = choosePatterns(counted)
    for (const pattern of chosen) {
      let course: Position[] = []
      // A stop whose place is not known is passed over; at one outside the city the course ends.
      const stopIds = pattern.stopIds.filter((id) => placed.has(id))
      for (let index = 1; index < stopIds.length; index++) {
        const [a, b] = [stops.get(stopIds[index - 1] as string), stops.get(stopIds[index] as string)]
        if (a === undefined || b === undefined) {
          if (course.length > 1) coordinates.push(course)
          course = []
          continue
        }
        const key = `${mode === 'trolleybus' ? 'bus' : mode}|${a.id}|${b.id}`
        if (!pieces.has(key)) pieces.set(key, network.route(a.place, b.place))
        const piece = pieces.get(key) ?? null
        asked++
        if (piece !== null) found++
        course.push(...(piece ?? [a.place, b.place]))
      }
      if (course.length > 1) coordinates.push(course)
    }
    if (coordinates.length === 0) return []
    const name = chosen[0]?.name ?? null
    return [
      {
        geometry: { type: 'MultiLineString', coordinates: coordinates.map((course) => simplifyLine(course, 1)) },
        properties: {
          id: lineId,
          line: (ofLine[0] as PikasPattern).line,
          name,
          mode,
          departures_per_day: total,
          path: found >= asked * 0.9 ? 'street' : 'straight',
        },
      },
    ]
  })
}

/** The most frequent pattern from each terminus, a and b. */
function choosePatterns(counted: readonly { readonly pattern: PikasPattern; readonly trips: number | null }[]): PikasPattern[] {
  const best = (start: string): PikasPattern | undefined =>
    counted
      .filter(({ pattern }) => pattern.direction.startsWith(start))
      .sort((p, q) => (q.trips ?? 0) - (p.trips ?? 0) || q.pattern.stopIds.length - p.pattern.stopIds.length)[0]?.pattern
  const chosen = [best('a'), best('b')].filter((pattern) => pattern !== undefined)
  return chosen.length > 0 ? chosen : counted.slice(0, 1).map(({ pattern }) => pattern)
}
