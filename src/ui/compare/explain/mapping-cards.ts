import { MEASURES } from '../../../analytics/measures/index.ts'
import type { FactName, MeasureId } from '../../../analytics/measures/types.ts'

/**
 * What a measure's comparability hangs on. Each topic has one text on what is common to the cities
 * and one for each city, in the catalogue under `methods.map.<topic>`.
 */
export const MAPPING_TOPICS = [
  'districts',
  'land',
  'residents',
  'grid',
  'footprints',
  'storeys',
  'heat',
  'carbon',
  'peak',
  'sun',
  'stops',
  'departures',
  'green',
] as const
export type MappingTopic = (typeof MAPPING_TOPICS)[number]

const TOPICS_OF_FACTS: Readonly<Record<FactName, readonly MappingTopic[]>> = {
  landSquareMetres: ['land'],
  coverageShares: ['footprints'],
  coveredLandSquareMetres: ['land', 'footprints'],
  populations: ['residents'],
  buildingCounts: ['footprints'],
  footprintSquareMetres: ['footprints'],
  grossFloorAreaSquareMetres: ['footprints', 'storeys'],
  builtVolumeCubicMetres: ['footprints', 'storeys'],
  heatKilowattHoursPerYear: ['footprints', 'storeys', 'heat'],
  electricityKilowattHoursPerYear: ['footprints', 'storeys', 'heat'],
  carbonDioxideKilogramsPerYear: ['footprints', 'storeys', 'heat', 'carbon'],
  peakHeatKilowatts: ['footprints', 'storeys', 'heat', 'peak'],
  solarKilowattHoursPerYear: ['footprints', 'sun'],
  estimatedHeightShares: ['storeys'],
  estimatedStoreysShares: ['storeys'],
  assumedHeatShares: ['heat'],
  gridResidents: ['grid'],
  residentsNearStop: ['grid', 'stops'],
  departuresNearResident: ['grid', 'stops', 'departures'],
  stopCounts: ['stops'],
  departuresPerDay: ['stops', 'departures'],
  greenSquareMetres: ['green'],
}

/** Topics on which differences between the cities remain that no rule here takes away. */
const UNEVEN: readonly MappingTopic[] = ['grid', 'heat', 'carbon', 'peak', 'green', 'departures']

/** Topics of a measure, each once, in the order of `MAPPING_TOPICS`. */
export function topicsOf(id: MeasureId): readonly MappingTopic[] {
  const topics = new Set<MappingTopic>(['districts', ...MEASURES[id].inputs.flatMap((input) => TOPICS_OF_FACTS[input])])
  return MAPPING_TOPICS.filter((topic) => topics.has(topic))
}

/** Whether a measure can be held against the other cities' as it is, or with care only. */
export function verdictOf(id: MeasureId): 'good' | 'care' {
  return topicsOf(id).some((topic) => UNEVEN.includes(topic)) ? 'care' : 'good'
}
