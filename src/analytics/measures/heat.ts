import { greatestShare, ratio, wholeZone } from './make-measure.ts'
import type { Measure } from './types.ts'

const SOURCE = "Floor area × intensity of use and age, by the table of Helsinki's Energy and Climate Atlas"

/** Modelled heat demand, GWh a year; buildings of a use without intensity add nothing. */
export const heatDemand: Measure = {
  id: 'heat-demand',
  unit: 'gwhPerYear',
  decimals: 1,
  group: 'energy',
  kind: 'extensive',
  spacing: 'logarithmic',
  inputs: ['heatKilowattHoursPerYear'],
  formula: 'heatKilowattHoursPerYear / 1,000,000',
  source: SOURCE,
  of: (facts, zone) => wholeZone(facts, zone, facts.heatKilowattHoursPerYear[zone] as number) / 1e6,
  estimatedShare: greatestShare('assumedHeatShares'),
}

/** Modelled heat demand by the land on which buildings are known: GWh/km² a year, which is kWh/m². */
export const heatDensity: Measure = {
  ...heatDemand,
  id: 'heat-density',
  unit: 'gwhPerSquareKilometreYear',
  kind: 'intensive',
  inputs: ['heatKilowattHoursPerYear', 'coveredLandSquareMetres'],
  formula: 'heatKilowattHoursPerYear / coveredLandSquareMetres',
  of: ({ heatKilowattHoursPerYear, coveredLandSquareMetres }, zone) =>
    ratio(heatKilowattHoursPerYear[zone] as number, coveredLandSquareMetres[zone] as number),
}

/** Modelled heat demand of all buildings of the zone, homes or not, for each resident: MWh a year. */
export const heatPerResident: Measure = {
  ...heatDemand,
  id: 'heat-per-resident',
  unit: 'mwhPerResidentYear',
  kind: 'intensive',
  inputs: ['heatKilowattHoursPerYear', 'populations'],
  formula: 'heatKilowattHoursPerYear / 1,000 / populations',
  of: (facts, zone) =>
    ratio(wholeZone(facts, zone, facts.heatKilowattHoursPerYear[zone] as number) / 1000, facts.populations[zone] as number),
  estimatedShare: greatestShare('assumedHeatShares', 'modelledPopulationShares'),
}
