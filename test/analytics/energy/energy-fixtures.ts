import { energyAssumptionsOf } from '../../../src/analytics/energy/assumptions/energy-assumptions.ts'
import type { EnergyPlace } from '../../../src/analytics/energy/assumptions/list-assumptions.ts'
import type { AssumptionValues } from '../../../src/analytics/energy/assumptions/assumption.ts'
import type { EnergyColumns } from '../../../src/analytics/energy/estimate-energy.ts'
import { BUILDING_USES, type BuildingUse } from '../../../src/schema/datasets.ts'

const figure = (id: string, standard: number, unit: 'kelvinDays' | 'degreesCelsius' | 'gramsPerKilowattHour') =>
  ({ id, default: standard, low: standard, high: standard, unit, kind: 'default', year: null, source: 'made up' }) as const

/** A city with round figures, for sums by hand. */
export const ROUND_CITY: EnergyPlace = {
  id: 'round',
  energyFigures: [
    figure('heating-degree-days', 4000, 'kelvinDays'),
    figure('design-temperature', -19, 'degreesCelsius'),
    figure('electricity-carbon', 500, 'gramsPerKilowattHour'),
    figure('district-heat-carbon-2019', 300, 'gramsPerKilowattHour'),
    figure('district-heat-carbon-2021', 200, 'gramsPerKilowattHour'),
  ],
}

export function roundAssumptions(edited: AssumptionValues = {}) {
  return energyAssumptionsOf(ROUND_CITY, { 'residential-storey-height': 3, ...edited })
}

interface OneBuilding {
  readonly use: BuildingUse
  readonly year: number
  readonly footprint: number
  readonly storeys: number
  readonly perimeter?: number
  readonly packageCode?: number
  readonly standardCode?: number
}

export function columnsOf(buildings: readonly OneBuilding[]): EnergyColumns {
  return {
    useCodes: Uint8Array.from(buildings, ({ use }) => BUILDING_USES.indexOf(use)),
    years: Int16Array.from(buildings, ({ year }) => year),
    footprintsSquareMetres: Float64Array.from(buildings, ({ footprint }) => footprint),
    storeys: Int16Array.from(buildings, ({ storeys }) => storeys),
    heightsMetres: Float64Array.from(buildings, ({ storeys }) => storeys * 3),
    perimetersMetres: Float64Array.from(buildings, ({ perimeter }) => perimeter ?? 0),
    packageCodes: Uint8Array.from(buildings, ({ packageCode }) => packageCode ?? 0),
    standardCodes: Uint8Array.from(buildings, ({ standardCode }) => standardCode ?? 0),
  }
}
