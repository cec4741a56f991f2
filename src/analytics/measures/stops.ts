import { ratio } from './make-measure.ts'
import type { Measure } from './types.ts'

/** Where in its cell a resident of the grid lives is assumed throughout. */
const allEstimated: Measure['estimatedShare'] = ({ gridResidents }, zone) => ((gridResidents[zone] as number) > 0 ? 1 : 0)

/** Share of the residents of the population grid within 400 m of a stop in a straight line, per cent. */
export const nearStopShare: Measure = {
  id: 'near-stop-share',
  unit: 'percent',
  decimals: 0,
  group: 'mobility',
  kind: 'intensive',
  inputs: ['residentsNearStop', 'gridResidents'],
  formula: 'residentsNearStop × 100 / gridResidents',
  source: 'Residents spread evenly over the land of their grid cell; 400 m in a straight line',
  of: ({ residentsNearStop, gridResidents }, zone) =>
    ratio((residentsNearStop[zone] as number) * 100, gridResidents[zone] as number),
  estimatedShare: allEstimated,
}

/** Departures on a working day from all stops within 400 m, mean over the residents who have one. */
export const nearStopDepartures: Measure = {
  ...nearStopShare,
  id: 'near-stop-departures',
  unit: 'departuresPerDay',
  inputs: ['departuresNearResident'],
  formula: 'departuresNearResident',
  source: 'Mean, over residents within 400 m of a stop, of the departures of all stops that near; none where over 5 % of those stops have no figure',
  of: ({ departuresNearResident }, zone) => departuresNearResident[zone] as number,
}
