import type { PackedGeometry } from '../../geo/packed-geometry.ts'
import type { ResidentSamples } from './sample-residents.ts'
import { scanPolygons } from './scan-grid.ts'
import { KNOWN_STOPS_SHARE } from './sum-stops.ts'

/** One value a zone. */
export interface ResidentSums {
  readonly gridResidents: Float64Array
  readonly residentsNearStop: Float64Array
  readonly departuresNearResident: Float64Array
}

/**
 * Residents of the population grid in each zone, those within 400 m of a stop, and the departures a
 * working day that one of those has within 400 m, in the mean. The mean is NaN where nobody lives near a
 * stop, and where over 5 % of the stops near them, each counted once a resident, have no figure.
 */
export function sumResidents(samples: ResidentSamples, zones: PackedGeometry): ResidentSums {
  const zoneCount = zones.featureStarts.length - 1
  const gridResidents = new Float64Array(zoneCount)
  const residentsNearStop = new Float64Array(zoneCount)
  const departures = new Float64Array(zoneCount)
  const stops = new Float64Array(zoneCount)
  const silentStops = new Float64Array(zoneCount)
  scanPolygons(zones, samples.grid, (from, to, zone) => {
    for (let cell = from; cell < to; cell++) {
      const residents = samples.residents[cell] as number
      if (residents === 0) continue
      gridResidents[zone] = (gridResidents[zone] as number) + residents
      const stopCount = samples.stopsNear[cell] as number
      if (stopCount === 0) continue
      residentsNearStop[zone] = (residentsNearStop[zone] as number) + residents
      departures[zone] = (departures[zone] as number) + residents * (samples.departuresNear[cell] as number)
      stops[zone] = (stops[zone] as number) + residents * stopCount
      silentStops[zone] = (silentStops[zone] as number) + residents * (samples.silentStopsNear[cell] as number)
    }
  })
  return {
    gridResidents,
    residentsNearStop,
    departuresNearResident: departures.map((sum, zone) => {
      const isKnown = (silentStops[zone] as number) <= (1 - KNOWN_STOPS_SHARE) * (stops[zone] as number)
      const near = residentsNearStop[zone] as number
      return isKnown && near > 0 ? sum / near : NaN
    }),
  }
}
