import {
  ASSUMED_BITS, estimateHeatDemand, estimateHeatDemands, type HeatDemand, type HeatDemandBatch,
} from '../../analytics/energy/heat-demand.ts'
import { BUILDING_USES, type BuildingUse } from '../../schema/datasets.ts'
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

/** Modelled heat demand of a city's buildings under the given assumptions. */
export function modelHeat(buildings: BuildingTable, params: HeatParams): ModelledHeat {
  const assumptions = heatAssumptionsOf(params)
  const batch = estimateHeatDemands({
    useCodes: buildings.useCodes,
    years: buildings.years,
    footprintsSquareMetres: buildings.footprintsSquareMetres,
    storeys: buildings.storeys,
    heightsMetres: buildings.heightsMetres,
  }, assumptions)
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
  return estimateHeatDemand({
    use: BUILDING_USES[buildings.useCodes[index] as number] ?? null,
    year: year > 0 ? year : null,
    footprintSquareMetres: buildings.footprintsSquareMetres[index] as number,
    storeys: storeys > 0 ? storeys : null,
    heightMetres: buildings.heightsMetres[index] as number,
  }, heatAssumptionsOf(params))
}
