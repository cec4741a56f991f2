import { energyAssumptionsOf, type EnergyAssumptions } from '../../analytics/energy/assumptions/energy-assumptions.ts'
import { heatAssumptionsWith } from '../../analytics/energy/assumptions/intensity-rows.ts'
import { HEAT_ASSUMPTION_DEFAULTS, type HeatAssumptions } from '../../analytics/energy/heat-demand.ts'
import type { City } from '../../cities/city.ts'
import { BUILDING_USES, type BuildingUse } from '../../schema/datasets.ts'
import { familyKey, type HeatParams } from './heat-params.ts'

/** The model's assumptions that the parameters state, for all cities alike. */
export function heatAssumptionsOf(params: HeatParams): HeatAssumptions {
  return heatAssumptionsWith(numbersOf(params), choicesOf(params))
}

/** All assumptions of one city's energy: those of the parameters, and others by their ids, as a scenario has them. */
export function energyAssumptionsFor(city: City, params: HeatParams, edited: Readonly<Record<string, number>> = {}): EnergyAssumptions {
  return energyAssumptionsOf(city, { ...numbersOf(params), ...edited }, choicesOf(params))
}

/** The parameters that are numbers, by the ids of the list of assumptions. */
export function numbersOf(params: HeatParams): Record<string, number> {
  return Object.fromEntries(Object.entries(params).filter((entry): entry is [string, number] => typeof entry[1] === 'number'))
}

function choicesOf(params: HeatParams): HeatAssumptions {
  return {
    ...HEAT_ASSUMPTION_DEFAULTS,
    familyByUse: Object.fromEntries(
      BUILDING_USES.map((use) => {
        const family = params[familyKey(use)]
        return [use, family === 'none' ? null : family]
      }),
    ) as HeatAssumptions['familyByUse'],
    useWhenUnknown: params['use-when-unknown'] === 'none' ? null : (params['use-when-unknown'] as BuildingUse),
  }
}
