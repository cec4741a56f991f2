import { MEASURES } from './index.ts'
import type { CityFacts, FactName, MeasureId } from './types.ts'

/** Facts that are found together, since they rest on the same data. */
export const FACT_GROUPS = ['land', 'buildings', 'sun', 'residents', 'stops', 'green'] as const
export type FactGroup = (typeof FACT_GROUPS)[number]

/** The group of each fact. Residents are those of the zones where the zones state them, as districts do. */
const GROUP_OF_FACT: Readonly<Record<FactName, FactGroup>> = {
  landSquareMetres: 'land',
  coverageShares: 'land',
  coveredLandSquareMetres: 'land',
  populations: 'land',
  buildingCounts: 'buildings',
  footprintSquareMetres: 'buildings',
  grossFloorAreaSquareMetres: 'buildings',
  builtVolumeCubicMetres: 'buildings',
  heatKilowattHoursPerYear: 'buildings',
  electricityKilowattHoursPerYear: 'buildings',
  carbonDioxideKilogramsPerYear: 'buildings',
  peakHeatKilowatts: 'buildings',
  solarKilowattHoursPerYear: 'sun',
  estimatedHeightShares: 'buildings',
  estimatedStoreysShares: 'buildings',
  assumedHeatShares: 'buildings',
  gridResidents: 'residents',
  residentsNearStop: 'residents',
  departuresNearResident: 'residents',
  stopCounts: 'stops',
  departuresPerDay: 'stops',
  greenSquareMetres: 'green',
}

/** The city's facts that each group is found from. */
export const DATA_OF_GROUP = {
  land: ['land', 'coverage'],
  buildings: ['buildings'],
  sun: ['buildings', 'roofSun'],
  residents: ['populationGrid', 'land', 'stops'],
  stops: ['stops'],
  green: ['green', 'land'],
} as const satisfies Readonly<Record<FactGroup, readonly (keyof CityFacts)[]>>

/** Groups that the measures need. Land is always among them: how far buildings are known decides on their sums. */
export function groupsOf(measureIds: readonly MeasureId[]): readonly FactGroup[] {
  const needed = new Set<FactGroup>(measureIds.flatMap((id) => MEASURES[id].inputs.map((name) => GROUP_OF_FACT[name])))
  return FACT_GROUPS.filter((group) => group === 'land' || needed.has(group))
}

/** Every fact by its name. */
export const FACT_NAMES = Object.keys(GROUP_OF_FACT) as readonly FactName[]
