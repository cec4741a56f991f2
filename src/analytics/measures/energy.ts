import { heatDemand } from './heat.ts'
import { greatestShare, ratio, wholeZone } from './make-measure.ts'
import type { Measure } from './types.ts'

const CARRIERS = 'Modelled heat and electricity × the factor of each carrier and year; houses partly with boilers of their own'

/** Modelled electricity of buildings and their users, GWh a year; buildings of a use without intensity add nothing. */
export const electricityDemand: Measure = {
  ...heatDemand,
  id: 'electricity-demand',
  inputs: ['electricityKilowattHoursPerYear'],
  formula: 'electricityKilowattHoursPerYear / 1,000,000',
  of: (facts, zone) => wholeZone(facts, zone, facts.electricityKilowattHoursPerYear[zone] as number) / 1e6,
}

/** Modelled electricity of all buildings of the zone, homes or not, for each resident: MWh a year. */
export const electricityPerResident: Measure = {
  ...electricityDemand,
  id: 'electricity-per-resident',
  unit: 'mwhPerResidentYear',
  kind: 'intensive',
  inputs: ['electricityKilowattHoursPerYear', 'populations'],
  formula: 'electricityKilowattHoursPerYear / 1,000 / populations',
  of: (facts, zone) =>
    ratio(wholeZone(facts, zone, facts.electricityKilowattHoursPerYear[zone] as number) / 1000, facts.populations[zone] as number),
  estimatedShare: greatestShare('assumedHeatShares', 'modelledPopulationShares'),
}

/** CO₂ of modelled heat and electricity, thousand tonnes a year. */
export const carbonDioxide: Measure = {
  ...heatDemand,
  id: 'carbon-dioxide',
  unit: 'kilotonnesPerYear',
  inputs: ['carbonDioxideKilogramsPerYear'],
  formula: 'carbonDioxideKilogramsPerYear / 1,000,000',
  source: CARRIERS,
  of: (facts, zone) => wholeZone(facts, zone, facts.carbonDioxideKilogramsPerYear[zone] as number) / 1e6,
}

/** CO₂ of the heat and electricity of all buildings of the zone, for each resident: tonnes a year. */
export const carbonDioxidePerResident: Measure = {
  ...carbonDioxide,
  id: 'carbon-dioxide-per-resident',
  unit: 'tonnesPerResidentYear',
  kind: 'intensive',
  inputs: ['carbonDioxideKilogramsPerYear', 'populations'],
  formula: 'carbonDioxideKilogramsPerYear / 1,000 / populations',
  of: (facts, zone) =>
    ratio(wholeZone(facts, zone, facts.carbonDioxideKilogramsPerYear[zone] as number) / 1000, facts.populations[zone] as number),
  estimatedShare: greatestShare('assumedHeatShares', 'modelledPopulationShares'),
}

/** Heat that the buildings lose at the design temperature, all at once, MW; hot water is not in it. */
export const peakHeat: Measure = {
  ...heatDemand,
  id: 'peak-heat',
  unit: 'megawatts',
  inputs: ['peakHeatKilowatts'],
  formula: 'peakHeatKilowatts / 1,000',
  source: 'Heat loss by envelope and air change, scaled to the modelled space heat, × indoor less design temperature',
  of: (facts, zone) => wholeZone(facts, zone, facts.peakHeatKilowatts[zone] as number) / 1000,
}
