import type { Fault } from '../issues.ts'
import { decodeTimetable, type Trip } from './decode-timetable.ts'

/** A stop of `stops.txt`. */
export interface PikasStop {
  readonly id: string
  readonly name: string
  readonly longitude: number
  readonly latitude: number
}

/** What is wrong with one row of `stops.txt`, which is left out. */
export interface PikasFault {
  /** The stop's id, or its row where it has none. */
  readonly label: string
  readonly code: Fault['code']
}

/** Numbers in `stops.txt` are hundred-thousandths of a degree. */
export const PIKAS_UNITS_PER_DEGREE = 1e5

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

/**
 * Stops of `stops.txt`: columns ID;SiriID;Lat;Lng;Stops;Name; an empty name is that of the row before.
 * Rows without an id or a place are left out and reported in `faults`.
 */
export function readPikasStops(text: string, faults: PikasFault[] = []): PikasStop[] {
  const stops: PikasStop[] = []
  let name = ''
  text.split(/\r?\n/).forEach((line, row) => {
    if (row === 0 || line === '') return
    const [id = '', , latitude = '', longitude = '', , ownName = ''] = line.split(';')
    if (ownName !== '') name = ownName
    const isNumber = [latitude, longitude].every((cell) => /^-?\d+$/.test(cell))
    if (id === '') faults.push({ label: `row ${row + 1}`, code: 'no-name' })
    else if (latitude === '' && longitude === '') faults.push({ label: id, code: 'empty-geometry' })
    else if (!isNumber) faults.push({ label: id, code: 'not-a-number' })
    else
      stops.push({ id, name, latitude: Number(latitude) / PIKAS_UNITS_PER_DEGREE, longitude: Number(longitude) / PIKAS_UNITS_PER_DEGREE })
  })
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
      line,
      transport,
      direction: columns[8] ?? '',
      name: columns[10] === '' ? null : (columns[10] ?? null),
      stopIds,
      trips: decodeTimetable(rows[at + 1] ?? '', stopIds.length),
    })
  }
  return patterns
}
