import {
  ASSUMED_BITS,
  estimateHeatDemand,
  estimateHeatDemands,
  type HeatDemand,
  type HeatDemandBatch,
} from '../../analytics/energy/heat-demand.ts'
import { listStoreys, storeysUnder } from '../../analytics/form/storeys.ts'
import { BUILDING_USES, STOREYS_SOURCES, type BuildingUse } from '../../schema/datasets.ts'
import type { BuildingTable } from './building-table.ts'
import { heatAssumptionsOf, type HeatParams } from './heat-params.ts'

/** What the model and its intensities are called wherever its figures are shown. */
export const HEAT_MODEL_NAME =
  "Model with the heat intensities of Helsinki's Energy and Climate Atlas; years and uses assumed where unknown"
export const HEAT_MODEL_UNCERTAINTY = 'a model of building types: one building may be far off'

/** The use that has no heating. Another use without a family, such as industry, is heated in ways unknown: a gap. */
const UNHEATED_USE: BuildingUse = 'outbuilding'

export interface ModelledHeat {
  readonly batch: HeatDemandBatch
  /** 1 where the use is known and has no heating: no figure is missing there. */
  readonly unheated: Uint8Array
  /** Buildings with a figure whose use, year or storeys had to be assumed. */
  readonly assumedCount: number
}

const ESTIMATED = STOREYS_SOURCES.indexOf('estimated')

function isEstimated({ storeysSourceCodes }: BuildingTable, building: number): boolean {
  return storeysSourceCodes[building] === ESTIMATED
}

function listEstimated({ storeysSourceCodes }: BuildingTable): Uint8Array {
  return storeysSourceCodes.map((code) => (code === ESTIMATED ? 1 : 0))
}

/** Storeys of a city's buildings under the given assumptions; NaN where there are none. */
export function storeysOf(buildings: BuildingTable, params: HeatParams): Float64Array {
  return listStoreys({ ...buildings, storeysAreEstimated: listEstimated(buildings) }, heatAssumptionsOf(params))
}

/** Storeys of one building under the given assumptions; null where the data have none: on a card, a gap stays a gap. */
export function storeysOfBuilding(buildings: BuildingTable, index: number, params: HeatParams): number | null {
  const storeys = buildings.storeys[index] as number
  if (storeys <= 0) return null
  return storeysUnder(
    {
      storeys,
      areEstimated: isEstimated(buildings, index),
      heightMetres: buildings.heightsMetres[index] as number,
      footprintSquareMetres: buildings.footprintsSquareMetres[index] as number,
      use: BUILDING_USES[buildings.useCodes[index] as number] ?? null,
    },
    heatAssumptionsOf(params),
  )
}

/** Modelled heat demand of a city's buildings under the given assumptions. */
export function modelHeat(buildings: BuildingTable, params: HeatParams): ModelledHeat {
  const assumptions = heatAssumptionsOf(params)
  const batch = estimateHeatDemands(
    {
      useCodes: buildings.useCodes,
      years: buildings.years,
      footprintsSquareMetres: buildings.footprintsSquareMetres,
      storeys: buildings.storeys,
      storeysAreEstimated: listEstimated(buildings),
      heightsMetres: buildings.heightsMetres,
    },
    assumptions,
  )
  const unheated = Uint8Array.from(buildings.useCodes, (code) => {
    const use = BUILDING_USES[code] ?? assumptions.useWhenUnknown
    return use === UNHEATED_USE && assumptions.familyByUse[use] === null ? 1 : 0
  })
  let assumedCount = 0
  batch.assumedBits.forEach((bits, index) => {
    if ((bits & (ASSUMED_BITS.use | ASSUMED_BITS.year | ASSUMED_BITS.storeys)) !== 0 && unheated[index] === 0) assumedCount++
  })
  return { batch, unheated, assumedCount }
}

/** Modelled heat demand of one building; null for an unheated one. */
export function modelHeatOfBuilding(buildings: BuildingTable, index: number, params: HeatParams): HeatDemand | null {
  const year = buildings.years[index] as number
  const storeys = buildings.storeys[index] as number
  return estimateHeatDemand(
    {
      use: BUILDING_USES[buildings.useCodes[index] as number] ?? null,
      year: year > 0 ? year : null,
      footprintSquareMetres: buildings.footprintsSquareMetres[index] as number,
      storeys: storeys > 0 ? storeys : null,
      storeysAreEstimated: isEstimated(buildings, index),
      heightMetres: buildings.heightsMetres[index] as number,
    },
    heatAssumptionsOf(params),
  )
}
