import { greatestShare, ratio, wholeZone } from './make-measure.ts'
import type { Measure } from './types.ts'

/** Modelled yield of panels on every roof, GWh a year. */
export const solarPotential: Measure = {
  id: 'solar-potential',
  unit: 'gwhPerYear',
  decimals: 1,
  group: 'energy',
  kind: 'extensive',
  spacing: 'logarithmic',
  inputs: ['solarKilowattHoursPerYear'],
  formula: 'solarKilowattHoursPerYear / 1,000,000',
  source:
    'Roof area × usable share × panel power × yearly yield × orientation × shading by the buildings around; assumed but for area and shading',
  of: (facts, zone) => wholeZone(facts, zone, facts.solarKilowattHoursPerYear[zone] as number) / 1e6,
  estimatedShare: greatestShare(),
}

/** Modelled yield of panels on every roof of the zone, homes or not, for each resident: MWh a year. */
export const solarPerResident: Measure = {
  ...solarPotential,
  id: 'solar-per-resident',
  unit: 'mwhPerResidentYear',
  kind: 'intensive',
  inputs: ['solarKilowattHoursPerYear', 'populations'],
  formula: 'solarKilowattHoursPerYear / 1,000 / populations',
  of: (facts, zone) =>
    ratio(wholeZone(facts, zone, facts.solarKilowattHoursPerYear[zone] as number) / 1000, facts.populations[zone] as number),
  estimatedShare: greatestShare('modelledPopulationShares'),
}
