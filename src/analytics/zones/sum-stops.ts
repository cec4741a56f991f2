import { indexPolygons } from '../../geo/locate-points.ts'
import type { PackedGeometry } from '../../geo/packed-geometry.ts'
import type { CityFacts } from '../measures/types.ts'
import { sumByGroup } from '../statistics/group-sums.ts'

/** Share of the stops whose departures must be known before their sum, or a mean over them, says anything. */
export const KNOWN_STOPS_SHARE = 0.95

/** One value a zone. */
export interface StopSums {
  readonly stopCounts: Float64Array
  readonly departuresPerDay: Float64Array
}

/**
 * Stops in each zone, and their departures a working day. Departures are NaN where those of more than 5 %
 * of the stops are unknown: a sum over the rest would pass for a quiet zone.
 */
export function sumStops({ positions, departuresPerDay }: CityFacts['stops'], zones: PackedGeometry): StopSums {
  const find = indexPolygons(zones)
  const zoneOfStop = Int32Array.from(departuresPerDay, (_, stop) => find(positions[stop * 2] as number, positions[stop * 2 + 1] as number))
  const { sums, known, members } = sumByGroup(departuresPerDay, zoneOfStop, zones.featureStarts.length - 1)
  return {
    stopCounts: Float64Array.from(members),
    departuresPerDay: sums.map((sum, zone) => ((known[zone] as number) >= KNOWN_STOPS_SHARE * (members[zone] as number) ? sum : NaN)),
  }
}
