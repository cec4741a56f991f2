import type { TransitMode } from '../../../schema/datasets.ts'

/**
 * Mode by the fifth digit of the stop number. Holds for all 1,361 stops that have a timetable
 * (checked against their routes); used for the stops that have none.
 */
const MODE_OF_DIGIT: Readonly<Record<string, TransitMode>> = { 1: 'bus', 2: 'bus', 3: 'bus', 4: 'tram', 5: 'train', 6: 'metro', 7: 'ferry' }

/** Mode of a GTFS route type, extended types included; null for what is no local transport. */
export function modeOfRouteType(type: number): TransitMode | null {
  if (type === 0 || (type >= 900 && type < 1000)) return 'tram'
  if (type === 1 || (type >= 400 && type < 500)) return 'metro'
  if (type === 2 || (type >= 100 && type < 200)) return 'train'
  if (type === 4 || (type >= 1000 && type < 1100)) return 'ferry'
  if (type === 3 || (type >= 700 && type < 800)) return 'bus'
  if (type === 11 || type === 800) return 'trolleybus'
  return null
}

/** Mode of a stop by its number; null where the digit stands for nothing known. */
export function modeOfStopNumber(id: string): TransitMode | null {
  return /^\d{7}$/.test(id) ? (MODE_OF_DIGIT[id[4] as string] ?? null) : null
}
