import { boundGigawattHours, sumGigawattHours } from '../../analytics/energy/heat-bounds.ts'
import type { City } from '../../cities/city.ts'
import type { ModelledHeat } from './model-heat.ts'
import type { Note } from '../message-keys.ts'

/** Remarks on a city's modelled heat: that it is a model, what is assumed, and where it is known to be too high. */
export function listHeatNotes(city: City, { batch, assumedCount }: ModelledHeat): readonly Note[] {
  const { energyBound } = city
  const isAbove = energyBound !== undefined && sumGigawattHours(batch.heatDemandKilowattHours) > boundGigawattHours(energyBound)
  return ['heatModelled', ...(assumedCount > 0 ? ['heatAssumed' as const] : []), ...(isAbove ? ['heatAboveBound' as const] : [])]
}
