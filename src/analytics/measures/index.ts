import { buildingDensity, buildings, footprint, grossFloorArea } from './building-sums.ts'
import { carbonDioxide, carbonDioxidePerResident, electricityDemand, electricityPerResident, peakHeat } from './energy.ts'
import { greenPerResident, greenShare } from './green.ts'
import { heatDemand, heatDensity, heatPerResident } from './heat.ts'
import { landArea } from './land-area.ts'
import { population, populationDensity } from './population.ts'
import { solarPerResident, solarPotential } from './solar.ts'
import { fsi, gsi, meanHeight, meanStoreys, osr } from './spacematrix.ts'
import { departureDensity, departures, nearStopDepartures, nearStopShare, stopDensity, stops } from './stops.ts'
import { MEASURE_IDS, type Measure, type MeasureId } from './types.ts'

/** Every measure by its id. A new one gets an id in types.ts, a file here, and its texts in the catalogues. */
export const MEASURES: Readonly<Record<MeasureId, Measure>> = {
  'land-area': landArea,
  'population': population,
  'population-density': populationDensity,
  'buildings': buildings,
  'building-density': buildingDensity,
  'footprint': footprint,
  'gross-floor-area': grossFloorArea,
  'fsi': fsi,
  'gsi': gsi,
  'osr': osr,
  'mean-storeys': meanStoreys,
  'mean-height': meanHeight,
  'heat-demand': heatDemand,
  'heat-density': heatDensity,
  'heat-per-resident': heatPerResident,
  'electricity-demand': electricityDemand,
  'electricity-per-resident': electricityPerResident,
  'carbon-dioxide': carbonDioxide,
  'carbon-dioxide-per-resident': carbonDioxidePerResident,
  'peak-heat': peakHeat,
  'solar-potential': solarPotential,
  'solar-per-resident': solarPerResident,
  'stops': stops,
  'stop-density': stopDensity,
  'departures': departures,
  'departure-density': departureDensity,
  'near-stop-share': nearStopShare,
  'near-stop-departures': nearStopDepartures,
  'green-share': greenShare,
  'green-per-resident': greenPerResident,
}

/** The measures in the order of their ids. */
export const MEASURE_LIST: readonly Measure[] = MEASURE_IDS.map((id) => MEASURES[id])
