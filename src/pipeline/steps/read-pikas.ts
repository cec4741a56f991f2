import { decodeTimetable, type Trip } from './decode-timetable.ts'

/** A stop of `stops.txt`. */
export interface PikasStop {
  readonly id: string
  readonly name: string
  readonly longitude: number
  readonly latitude: number
}

/** One pattern of a line: its stops in order and its trips. */
export interface PikasPattern {
  readonly line: string
  readonly transport: string
  /** Such as `a-b`: from terminus a to terminus b; `dp` is the depot. */
  readonly direction: string
  readonly name: string | null
  readonly stopIds: readonly string[]
  /** Null where the timetable does not decode. */
  readonly trips: readonly Trip[] | null
}

/** Stops of `stops.txt`: columns ID;SiriID;Lat;Lng;Stops;Name; an empty name is that of the row before. */
export function readPikasStops(text: string): PikasStop[] {
  const stops: PikasStop[] = []
  let name = ''
  for (const line of text.split(/\r?\n/).slice(1)) {
    const [id = '', , latitude = '', longitude = '', , ownName = ''] = line.split(';')
    if (ownName !== '') name = ownName
    if (id === '' || !/^\d+$/.test(latitude) || !/^\d+$/.test(longitude)) continue
    stops.push({ id, name, latitude: Number(latitude) / 1e5, longitude: Number(longitude) / 1e5 })
  }
  return stops
}

/**
 * Patterns of `routes.txt`: a line of columns (RouteNum;Authority;City;Transport;Operator;…;RouteStops),
 * in which an empty number, authority, city, transport or operator is that of the row before, then a
 * line with its timetable. Rows of special dates hold no stops and are passed over.
 */
export function readPikasRoutes(text: string): PikasPattern[] {
  const rows = text.split(/\r?\n/)
  const patterns: PikasPattern[] = []
  let [line, transport] = ['', '']
  for (let at = 1; at < rows.length; at++) {
    const columns = (rows[at] as string).split(';')
    const stopList = columns[13] ?? ''
    if (stopList === '') continue
    if (columns[0] !== '' && columns[0] !== undefined) line = columns[0]
    if (columns[3] !== '' && columns[3] !== undefined) transport = columns[3]
    const stopIds = stopList.split(',').filter((id) => id !== '')
    patterns.push({
      line, transport, direction: columns[8] ?? '', name: columns[10] === '' ? null : (columns[10] ?? null), stopIds,
      trips: decodeTimetable(rows[at + 1] ?? '', stopIds.length),
    })
  }
  return patterns
}
