import { indexPolygons, type FindFeature } from '../../geo/locate-points.ts'
import type { PackedGeometry } from '../../geo/packed-geometry.ts'
import type { CityFacts } from '../measures/types.ts'
import { sumByGroup } from '../statistics/group-sums.ts'

/** Share of the stops whose departures must be known before their sum, or a mean over them, says anything. */
export const KNOWN_STOPS_SHARE = 0.95

/** One value a zone: each is a sum, so those of zones add up. */
export interface StopSums {
  readonly stopCounts: Float64Array
  /** Stops whose departures are known, and their departures a working day. */
  readonly knownStops: Float64Array
  readonly knownDepartures: Float64Array
}

const finders = new WeakMap<PackedGeometry, FindFeature>()

/** Stops in each zone, and the departures a working day of those of which they are known. */
export function sumStops({ positions, departuresPerDay }: CityFacts['stops'], zones: PackedGeometry): StopSums {
  const find = finders.get(zones) ?? indexPolygons(zones)
  finders.set(zones, find)
  const zoneOfStop = Int32Array.from(departuresPerDay, (_, stop) => find(positions[stop * 2] as number, positions[stop * 2 + 1] as number))
  const { sums, known, members } = sumByGroup(departuresPerDay, zoneOfStop, zones.featureStarts.length - 1)
  return { stopCounts: Float64Array.from(members), knownStops: Float64Array.from(known), knownDepartures: sums }
}

/**
 * Departures a working day; NaN where those of more than 5 % of the stops are unknown: a sum over the rest would pass for
 * a quiet zone.
 */
export function departuresOf(sums: StopSums, zone: number): number {
  const isKnown = (sums.knownStops[zone] as number) >= KNOWN_STOPS_SHARE * (sums.stopCounts[zone] as number)
  return isKnown ? (sums.knownDepartures[zone] as number) : NaN
}
