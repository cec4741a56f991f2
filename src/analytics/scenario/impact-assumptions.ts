import { listEnergyAssumptions, type EnergyPlace } from '../energy/assumptions/list-assumptions.ts'
import { MEASURES } from '../measures/index.ts'
import { MEASURE_IDS, type FactName, type MeasureId } from '../measures/types.ts'
import { SOLAR_ASSUMPTIONS } from '../solar/solar-assumptions.ts'
import type { Assumption } from './assumptions.ts'
import { FLOOR_USE_ASSUMPTIONS } from './floor-use.ts'
import type { ImpactId } from './impacts.ts'

/** Storey heights decide on storeys that were made from heights, and so on floor area. */
const STOREY_IDS = ['residential-storey-height', 'other-storey-height']

const ENERGY_FACTS: readonly FactName[] = [
  'heatKilowattHoursPerYear',
  'electricityKilowattHoursPerYear',
  'carbonDioxideKilogramsPerYear',
  'peakHeatKilowatts',
]
const RESIDENT_FACTS: readonly FactName[] = ['populations', 'gridResidents', 'residentsNearStop', 'departuresNearResident']

/** Assumptions that a figure of a scenario may rest on, each once, in the order of the lists. */
export function listImpactAssumptions(id: ImpactId, place: EnergyPlace): readonly Assumption[] {
  const inputs: readonly FactName[] = MEASURE_IDS.some((each) => each === id) ? MEASURES[id as MeasureId].inputs : []
  const has = (names: readonly FactName[]) => inputs.some((name) => names.includes(name))
  const energy = listEnergyAssumptions([place])
  const isOfPeople = has(RESIDENT_FACTS) || id === 'dwellings' || id === 'jobs' || id === 'residents-near-new-stops'
  const isOfFloor = isOfPeople || has(['grossFloorAreaSquareMetres'])
  return [
    ...(has(ENERGY_FACTS) ? energy : isOfFloor ? energy.filter((row) => STOREY_IDS.includes(row.id)) : []),
    ...(isOfPeople ? FLOOR_USE_ASSUMPTIONS : []),
    ...(id === 'solar-yield' || has(['solarKilowattHoursPerYear']) ? SOLAR_ASSUMPTIONS : []),
  ]
}
