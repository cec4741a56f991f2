import type { FactName } from '../../../analytics/measures/types.ts'

/** What of one building an explanation can show, in this order. */
export type ExampleFact =
  | 'footprint'
  | 'height'
  | 'storeys'
  | 'grossFloorArea'
  | 'heatDemand'
  | 'electricityDemand'
  | 'carbonDioxide'
  | 'peakHeat'

const FACTS_OF_INPUTS: Readonly<Partial<Record<FactName, readonly ExampleFact[]>>> = {
  footprintSquareMetres: ['footprint'],
  builtVolumeCubicMetres: ['footprint', 'height'],
  grossFloorAreaSquareMetres: ['footprint', 'height', 'storeys', 'grossFloorArea'],
  heatKilowattHoursPerYear: ['footprint', 'height', 'storeys', 'grossFloorArea', 'heatDemand'],
  electricityKilowattHoursPerYear: ['footprint', 'height', 'storeys', 'grossFloorArea', 'electricityDemand'],
  carbonDioxideKilogramsPerYear: ['grossFloorArea', 'heatDemand', 'electricityDemand', 'carbonDioxide'],
  peakHeatKilowatts: ['footprint', 'height', 'storeys', 'grossFloorArea', 'peakHeat'],
}

/** What of a building goes into a measure of these inputs; none where no building does. */
export function exampleFactsOf(inputs: readonly string[]): ReadonlySet<ExampleFact> {
  return new Set(inputs.flatMap((name) => FACTS_OF_INPUTS[name as FactName] ?? []))
}
