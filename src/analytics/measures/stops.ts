import { greatestShare, ratio } from './make-measure.ts'
import type { Measure } from './types.ts'

/** Places in the zone where one can board. */
export const stops: Measure = {
  id: 'stops',
  unit: 'stops',
  decimals: 0,
  group: 'mobility',
  kind: 'extensive',
  spacing: 'linear',
  inputs: ['stopCounts'],
  formula: 'stopCounts',
  source: 'Stops in the zone, each platform by itself',
  of: ({ stopCounts }, zone) => stopCounts[zone] as number,
  estimatedShare: greatestShare(),
}

/** Stops per km² of land. */
export const stopDensity: Measure = {
  ...stops,
  id: 'stop-density',
  unit: 'stopsPerSquareKilometre',
  decimals: 1,
  kind: 'intensive',
  inputs: ['stopCounts', 'landSquareMetres'],
  formula: 'stopCounts × 1,000,000 / landSquareMetres',
  source: 'Stops over land, sea excluded',
  of: ({ stopCounts, landSquareMetres }, zone) => ratio((stopCounts[zone] as number) * 1e6, landSquareMetres[zone] as number),
}

/** Departures on a working day from the stops of the zone. */
export const departures: Measure = {
  ...stops,
  id: 'departures',
  unit: 'departuresPerDay',
  spacing: 'logarithmic',
  inputs: ['departuresPerDay'],
  formula: 'departuresPerDay',
  source: 'Departures of all stops in the zone; none where over 5 % of them have no figure',
  of: ({ departuresPerDay }, zone) => departuresPerDay[zone] as number,
}

/** Departures on a working day per km² of land. */
export const departureDensity: Measure = {
  ...departures,
  id: 'departure-density',
  unit: 'departuresPerSquareKilometreDay',
  kind: 'intensive',
  inputs: ['departuresPerDay', 'landSquareMetres'],
  formula: 'departuresPerDay × 1,000,000 / landSquareMetres',
  source: 'Departures of all stops in the zone over land; none where over 5 % of the stops have no figure',
  of: ({ departuresPerDay, landSquareMetres }, zone) => ratio((departuresPerDay[zone] as number) * 1e6, landSquareMetres[zone] as number),
}

/** Where in its cell a resident of the grid lives is assumed throughout. */
const allEstimated: Measure['estimatedShare'] = ({ gridResidents }, zone) => ((gridResidents[zone] as number) > 0 ? 1 : 0)

/** Share of the residents of the population grid within 400 m of a stop in a straight line, per cent. */
export const nearStopShare: Measure = {
  id: 'near-stop-share',
  unit: 'percent',
  decimals: 0,
  group: 'mobility',
  kind: 'intensive',
  spacing: 'linear',
  inputs: ['residentsNearStop', 'gridResidents'],
  formula: 'residentsNearStop × 100 / gridResidents',
  source: 'Residents spread evenly over the land of their grid cell; 400 m in a straight line',
  of: ({ residentsNearStop, gridResidents }, zone) => ratio((residentsNearStop[zone] as number) * 100, gridResidents[zone] as number),
  estimatedShare: allEstimated,
}

/** Departures on a working day from all stops within 400 m, mean over the residents who have one. */
export const nearStopDepartures: Measure = {
  ...nearStopShare,
  id: 'near-stop-departures',
  unit: 'departuresPerDay',
  spacing: 'logarithmic',
  inputs: ['departuresNearResident'],
  formula: 'departuresNearResident',
  source:
    'Mean, over residents within 400 m of a stop, of the departures of all stops that near; none where over 5 % of those stops have no figure',
  of: ({ departuresNearResident }, zone) => departuresNearResident[zone] as number,
}
