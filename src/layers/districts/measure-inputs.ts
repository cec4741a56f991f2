import { MEASURES } from '../../analytics/measures/index.ts'
import type { FactName, MeasureId } from '../../analytics/measures/types.ts'

/** Whether a measure is made of any of these facts. */
export const restsOn = (id: MeasureId, ...names: readonly FactName[]) => names.some((name) => MEASURES[id].inputs.includes(name))
const ENERGY_FACTS = [
  'heatKilowattHoursPerYear',
  'electricityKilowattHoursPerYear',
  'carbonDioxideKilogramsPerYear',
  'peakHeatKilowatts',
] as const satisfies readonly FactName[]
export const isOfEnergy = (id: MeasureId) => restsOn(id, ...ENERGY_FACTS)
export const isOfSun = (id: MeasureId) => restsOn(id, 'solarKilowattHoursPerYear')
