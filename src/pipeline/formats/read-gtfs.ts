import { strFromU8, unzipSync } from 'fflate'
import { SourceError } from '../effects.ts'

export type Row = Readonly<Record<string, string>>

interface GtfsStop {
  readonly id: string
  readonly name: string
  readonly longitude: number
  readonly latitude: number
}

interface GtfsRoute {
  readonly id: string
  readonly shortName: string
  readonly longName: string
  readonly type: number
}

interface GtfsTrip {
  readonly id: string
  readonly routeId: string
  readonly direction: string
  readonly shapeId: string
  /** How often the trip runs on the day: 1, or the runs of its frequencies. */
  readonly runs: number
}

interface GtfsCall {
  readonly tripId: string
  readonly stopId: string
  /** Passengers can board: a departure. */
  readonly isDeparture: boolean
}

/** One service day of a GTFS feed. */
export interface GtfsDay {
  readonly stops: readonly GtfsStop[]
  readonly routes: readonly GtfsRoute[]
  readonly trips: readonly GtfsTrip[]
  readonly calls: readonly GtfsCall[]
  /** Longitude, latitude of each shape's points in order. */
  readonly shapes: ReadonlyMap<string, readonly (readonly [number, number])[]>
}

/** Reads a zipped GTFS feed that holds a single service day. */
export function readGtfs(bytes: Uint8Array, file: string): GtfsDay {
  let entries: Record<string, Uint8Array>
  try {
    entries = unzipSync(bytes)
  } catch {
    throw new SourceError(file, `${file} is no readable ZIP archive; it may be truncated.`)
  }
  const table = (name: string, isRequired = true): Row[] => {
    const entry = entries[name]
    if (entry !== undefined) return parseCsv(strFromU8(entry))
    if (isRequired) throw new SourceError(file, `${file} holds no ${name}, which a GTFS feed must have.`)
    return []
  }
  const runs = countFrequencyRuns(table('frequencies.txt', false))
  const shapes = new Map<string, { readonly order: number; readonly place: readonly [number, number] }[]>()
  for (const row of table('shapes.txt', false)) {
    const id = row['shape_id'] ?? ''
    const list = shapes.get(id) ?? []
    shapes.set(id, list)
    list.push({ order: Number(row['shape_pt_sequence']), place: [Number(row['shape_pt_lon']), Number(row['shape_pt_lat'])] })
  }
  return {
    stops: table('stops.txt')
      .filter((row) => (row['location_type'] ?? '') === '' || row['location_type'] === '0')
      .map((row) => ({
        id: row['stop_id'] ?? '',
        name: row['stop_name'] ?? '',
        longitude: Number(row['stop_lon']),
        latitude: Number(row['stop_lat']),
      })),
    routes: table('routes.txt').map((row) => ({
      id: row['route_id'] ?? '',
      shortName: row['route_short_name'] ?? '',
      longName: row['route_long_name'] ?? '',
      type: Number(row['route_type']),
    })),
    trips: table('trips.txt').map((row) => ({
      id: row['trip_id'] ?? '',
      routeId: row['route_id'] ?? '',
      direction: row['direction_id'] ?? '',
      shapeId: row['shape_id'] ?? '',
      runs: runs.get(row['trip_id'] ?? '') ?? 1,
    })),
    calls: table('stop_times.txt').map((row) => ({
      tripId: row['trip_id'] ?? '',
      stopId: row['stop_id'] ?? '',
      isDeparture: row['pickup_type'] !== '1',
    })),
    shapes: new Map([...shapes].map(([id, points]) => [id, points.sort((a, b) => a.order - b.order).map(({ place }) => place)])),
  }
}

/**
 * Runs of each trip that `frequencies.txt` repeats: one at the start of a span and every headway
 * after it, as long as that is before the span's end (the GTFS reference: the end is no departure).
 */
export function countFrequencyRuns(rows: readonly Row[]): Map<string, number> {
  const runs = new Map<string, number>()
  for (const row of rows) {
    const [start, end] = [parseTime(row['start_time'] ?? ''), parseTime(row['end_time'] ?? '')]
    const headway = Number(row['headway_secs'])
    if (!(headway > 0) || !(end > start)) continue
    const id = row['trip_id'] ?? ''
    runs.set(id, (runs.get(id) ?? 0) + Math.ceil((end - start) / headway))
  }
  return runs
}

/** Seconds after the start of the service day; hours may exceed 24. */
function parseTime(text: string): number {
  const [hours, minutes, seconds] = text.split(':').map(Number)
  return (hours ?? Number.NaN) * 3600 + (minutes ?? Number.NaN) * 60 + (seconds ?? Number.NaN)
}

/** Rows of a CSV text with a header; quoted fields may hold commas and doubled quotes. */
export function parseCsv(text: string): Row[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '')
  const header = splitCsvLine(lines[0] ?? '')
  return lines.slice(1).map((line) => {
    const fields = splitCsvLine(line)
    return Object.fromEntries(header.map((name, index) => [name, fields[index] ?? '']))
  })
}

function splitCsvLine(line: string): string[] {
  if (!line.includes('"')) return line.split(',')
  const fields: string[] = []
  let [field, isQuoted] = ['', false]
  for (let index = 0; index < line.length; index++) {
    const character = line[index] as string
    if (character === '"') {
      if (isQuoted && line[index + 1] === '"') {
        field += '"'
        index++
      } else isQuoted = !isQuoted
    } else if (character === ',' && !isQuoted) {
      fields.push(field)
      field = ''
    } else field += character
  }
  return [...fields, field]
}
