import { unzipSync } from 'fflate'
import { join } from 'node:path'
import { converterBetween } from '../../../geo/crs.ts'
import type { TransitMode } from '../../../schema/datasets.ts'
import type { Dataset, Feature, Position } from '../../dataset.ts'
import { SourceError } from '../../effects.ts'
import type { SourceFolder } from '../../formats/read-clean.ts'
import type { GtfsDay } from '../../formats/read-gtfs.ts'
import { readShapefileLines } from '../../formats/read-shapefile.ts'
import { lineLength, simplifyLine } from '../../geometry/simplify.ts'
import { MAP_SOURCES } from './map-sources.ts'
import { modeOfRouteType } from './transit-modes.ts'

const LINES = 'helsinki/hsl-network/HSL_n_linjat.zip'
const DAY = '2022-02-22'
const SIMPLIFY_METRES = 3
/** Lines that only touch the city are another municipality's. */
const LEAST_IN_CITY_METRES = 700

type AreaTest = (x: number, y: number) => boolean

/**
 * Kinds of line in the register of lines. Trams and metro are left out here: all their lines have a
 * timetable, and what the register holds besides are ways to the depot.
 */
const MODE_OF_KIND: Readonly<Record<string, TransitMode>> = {
  '01': 'bus',
  '03': 'bus',
  '04': 'bus',
  '05': 'bus',
  '07': 'ferry',
  '21': 'bus',
}

/** Lines of the timetable day with their departures, then further lines of the city without. */
export async function buildLines(folder: SourceFolder, day: GtfsDay, isInCity: AreaTest): Promise<Dataset> {
  const timetabled = buildTimetabledLines(day, isInCity)
  const known = new Set(day.routes.map(({ id }) => id))
  const further = await readFurtherLines(folder, known, isInCity)
  return {
    name: 'transit_lines',
    geometry: 'MultiLineString',
    features: [...timetabled, ...further],
    issues: [],
    sources: [MAP_SOURCES.timetables, MAP_SOURCES.lines],
    derived: {
      departures_per_day:
        'Trips of the line on Tuesday 22 February 2022, both directions together, tram trips to and from the depot included. Null where no timetable is at hand.',
      geometry: `The most frequent course in each direction, cut at the city border, simplified within ${SIMPLIFY_METRES} m.`,
      line: 'Of lines without a timetable: the line number from the register of lines, without the digit of its municipality and leading zeros.',
    },
    provenance: { kind: 'official', year: '2022', source: 'HSL, timetables of 22 February 2022 and register of lines' },
  }
}

function buildTimetabledLines(day: GtfsDay, isInCity: AreaTest): Feature[] {
  const routes = new Map(day.routes.map((route) => [route.id, route]))
  interface Line {
    readonly id: string
    readonly line: string
    name: string | null
    readonly mode: TransitMode
    departures: number
    readonly shapes: Map<string, Map<string, number>>
  }
  const lines = new Map<string, Line>()
  for (const trip of day.trips) {
    const route = routes.get(trip.routeId)
    const mode = route === undefined ? null : modeOfRouteType(route.type)
    if (route === undefined || mode === null) continue
    // 1H is line 1 on its way to or from the depot.
    const isDepotRun = mode === 'tram' && /^\d+H$/.test(route.shortName)
    const line = isDepotRun ? route.shortName.slice(0, -1) : route.shortName
    const id = `${mode}-${line}`
    const entry = lines.get(id) ?? { id, line, name: null, mode, departures: 0, shapes: new Map<string, Map<string, number>>() }
    lines.set(id, entry)
    if (!isDepotRun && entry.name === null && route.longName !== '') entry.name = route.longName
    entry.departures += trip.runs
    const ofDirection = entry.shapes.get(trip.direction) ?? new Map<string, number>()
    entry.shapes.set(trip.direction, ofDirection)
    ofDirection.set(trip.shapeId, (ofDirection.get(trip.shapeId) ?? 0) + trip.runs)
  }
  return [...lines.values()].flatMap(({ id, line, name, mode, departures, shapes }): Feature[] => {
    const coordinates = [...shapes.values()].flatMap((ofDirection) => {
      const [shapeId] = [...ofDirection].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0] as [string, number]
      return cutToCity(day.shapes.get(shapeId) ?? [], isInCity)
    })
    return coordinates.length === 0 ? [] : [createLine(id, line, name, mode, departures, coordinates)]
  })
}

async function readFurtherLines(folder: SourceFolder, known: ReadonlySet<string>, isInCity: AreaTest): Promise<Feature[]> {
  const path = join(folder.sources, LINES)
  let entries: Record<string, Uint8Array>
  try {
    entries = unzipSync(await folder.effects.readBytes(path))
  } catch (error) {
    if (error instanceof SourceError) throw error
    throw new SourceError(path, `${path} is no readable ZIP archive; it may be truncated.`)
  }
  const entry = (ending: string): Uint8Array => {
    const name = Object.keys(entries).find((key) => key.endsWith(ending))
    if (name === undefined) throw new SourceError(path, `${path} holds no ${ending} file.`)
    return entries[name] as Uint8Array
  }
  const lines = new Map<string, { readonly mode: TransitMode; readonly directions: Map<string, Position[][]> }>()
  for (const { attributes, parts } of readShapefileLines(entry('.shp'), entry('.dbf'), path)) {
    const number = attributes['NUMERO'] ?? ''
    const mode = MODE_OF_KIND[attributes['JL_LAJI'] ?? '']
    // A number with a space and digit is a variant of the line before the space.
    if (mode === undefined || known.has(number) || /\s/.test(number) || !isValidOn(DAY, attributes)) continue
    const coordinates = parts.flatMap((part) => cutToCity(part, isInCity))
    if (coordinates.reduce((sum, line) => sum + lineLength(line), 0) < LEAST_IN_CITY_METRES) continue
    const line = lines.get(number) ?? { mode, directions: new Map<string, Position[][]>() }
    lines.set(number, line)
    // One course a direction: the first valid one of the file.
    const direction = attributes['SUUNTA'] ?? ''
    if (!line.directions.has(direction)) line.directions.set(direction, coordinates)
  }
  return [...lines].map(([number, { mode, directions }]) =>
    createLine(`${mode}-${number}`, shortenLineNumber(number), null, mode, null, [...directions.values()].flat()),
  )
}

/** `4587` is line 587 of Vantaa, `1018` line 18 of Helsinki. */
export function shortenLineNumber(number: string): string {
  return number.replace(/^\d0*(?=\d)/, '')
}

function isValidOn(day: string, attributes: Readonly<Record<string, string>>): boolean {
  const iso = (text: string | undefined): string => (text ?? '').split('.').reverse().join('-')
  return iso(attributes['ALKAA']) <= day && day <= iso(attributes['PAATTYY'])
}

/** The stretches of a line of degrees that run within the city, in its CRS. */
function cutToCity(line: readonly (readonly [number, number])[], isInCity: AreaTest): Position[][] {
  const { point } = converterBetween(4326, 3879)
  const stretches: Position[][] = []
  let current: Position[] = []
  for (const [longitude, latitude] of line) {
    const place = point(longitude, latitude)
    if (isInCity(place[0], place[1])) {
      current.push(place)
      continue
    }
    if (current.length > 1) stretches.push(current)
    current = []
  }
  if (current.length > 1) stretches.push(current)
  return stretches.map((stretch) => simplifyLine(stretch, SIMPLIFY_METRES))
}

function createLine(
  id: string,
  line: string,
  name: string | null,
  mode: TransitMode,
  departures: number | null,
  coordinates: Position[][],
): Feature {
  return {
    geometry: { type: 'MultiLineString', coordinates },
    properties: { id, line, name, mode, departures_per_day: departures, path: 'street' },
  }
}
