import {
  ASSUMED_BITS,
  estimateHeatDemand,
  estimateHeatDemands,
  type HeatDemand,
  type HeatDemandBatch,
} from '../../analytics/energy/heat-demand.ts'
import { estimateEnergy, type EnergyBatch, type EnergyColumns, type EnergyOptions } from '../../analytics/energy/estimate-energy.ts'
import { estimateEnergyRanges, type EnergySum, type Range } from '../../analytics/energy/estimate-ranges.ts'
import { checkFinalEnergy, type EnergyCheck } from '../../analytics/energy/heated-shares.ts'
import { measurePerimeters, perimeterOf } from '../../analytics/energy/physics/measure-perimeters.ts'
import { ALL_HEATED, type HeatedShares } from '../../analytics/energy/sectors.ts'
import { listStoreys, storeysUnder } from '../../analytics/form/storeys.ts'
import type { City } from '../../cities/city.ts'
import type { PackedGeometry } from '../../geo/packed-geometry.ts'
import { BUILDING_USES, STOREYS_SOURCES, type BuildingUse } from '../../schema/datasets.ts'
import type { BuildingTable } from './building-table.ts'
import { isCalibrated, type HeatParams } from './heat-params.ts'
import { energyAssumptionsFor, heatAssumptionsOf, numbersOf } from './read-heat-params.ts'

/** The use that has no heating. Another use without a family, such as industry, is heated in ways unknown: a gap. */
const UNHEATED_USE: BuildingUse = 'outbuilding'

export interface ModelledHeat {
  readonly batch: HeatDemandBatch
  /** 1 where the use is known and has no heating: no figure is missing there. */
  readonly unheated: Uint8Array
  /** Buildings with a figure whose use, year or storeys had to be assumed. */
  readonly assumedCount: number
  /** What is published of the city's energy held against the model; null where nothing is. */
  readonly check: EnergyCheck | null
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

/** A city's buildings as the energy model reads them. */
function columnsOf(buildings: BuildingTable): EnergyColumns {
  return {
    useCodes: buildings.useCodes,
    years: buildings.years,
    footprintsSquareMetres: buildings.footprintsSquareMetres,
    storeys: buildings.storeys,
    storeysAreEstimated: listEstimated(buildings),
    heightsMetres: buildings.heightsMetres,
  }
}

/** The model before calibration held against the city's published energy; null where none is published. */
function checkEnergy(buildings: BuildingTable, city: City, params: HeatParams): EnergyCheck | null {
  const { energyBound } = city
  return energyBound === undefined ? null : checkFinalEnergy(columnsOf(buildings), energyBound, heatAssumptionsOf(params))
}

/** Share of the floor area that counts as heated: by the published energy, unless that is switched off. */
function heatedSharesOf(check: EnergyCheck | null, params: HeatParams): HeatedShares {
  return check !== null && isCalibrated(params) ? check.heatedShares : ALL_HEATED
}

/** Modelled heat demand of a city's buildings under the given assumptions. */
export function modelHeat(buildings: BuildingTable, city: City, params: HeatParams): ModelledHeat {
  const assumptions = heatAssumptionsOf(params)
  const check = checkEnergy(buildings, city, params)
  const batch = estimateHeatDemands(columnsOf(buildings), assumptions, heatedSharesOf(check, params))
  const unheated = Uint8Array.from(buildings.useCodes, (code) => {
    const use = BUILDING_USES[code] ?? assumptions.useWhenUnknown
    return use === UNHEATED_USE && assumptions.familyByUse[use] === null ? 1 : 0
  })
  let assumedCount = 0
  batch.assumedBits.forEach((bits, index) => {
    if ((bits & (ASSUMED_BITS.use | ASSUMED_BITS.year | ASSUMED_BITS.storeys)) !== 0 && unheated[index] === 0) assumedCount++
  })
  return { batch, unheated, assumedCount, check }
}

/** Modelled energy of a city's buildings as they stand: heat, electricity, CO₂ and peak power. */
export function modelEnergy(buildings: BuildingTable, geometry: PackedGeometry, city: City, params: HeatParams): EnergyBatch {
  return estimateEnergy(energyColumnsOf(buildings, geometry), energyOptionsOf(buildings, city, params))
}

const perimeters = new WeakMap<PackedGeometry, Float64Array>()

/** A city's buildings as the energy model reads them, with their walls. */
export function energyColumnsOf(buildings: BuildingTable, geometry: PackedGeometry): EnergyColumns {
  const perimetersMetres = perimeters.get(geometry) ?? measurePerimeters(geometry)
  perimeters.set(geometry, perimetersMetres)
  return { ...columnsOf(buildings), perimetersMetres }
}

/**
 * What a city's energy is reckoned with.
 *
 * @param edited assumptions beside the parameters, by their ids, as a scenario has them
 */
export function energyOptionsOf(
  buildings: BuildingTable,
  city: City,
  params: HeatParams,
  edited: Readonly<Record<string, number>> = {},
): EnergyOptions {
  return {
    assumptions: energyAssumptionsFor(city, params, edited),
    heatedShares: heatedSharesOf(checkEnergy(buildings, city, params), params),
  }
}

/** Modelled heat demand of one building; null for an unheated one. */
export function modelHeatOfBuilding(buildings: BuildingTable, city: City, index: number, params: HeatParams): HeatDemand | null {
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
    heatedSharesOf(checkEnergy(buildings, city, params), params),
  )
}

/** Heat and electricity (kWh a year), CO₂ (kg a year) and peak power (kW) of one building with their ranges; null without a class. */
export function modelEnergyOfBuilding(
  buildings: BuildingTable,
  geometry: PackedGeometry,
  city: City,
  index: number,
  params: HeatParams,
): Readonly<Record<EnergySum, Range>> | null {
  if (modelHeatOfBuilding(buildings, city, index, params) === null) return null
  const columns = columnsOf(buildings)
  const one: EnergyColumns = {
    useCodes: columns.useCodes.subarray(index, index + 1),
    years: columns.years.subarray(index, index + 1),
    footprintsSquareMetres: columns.footprintsSquareMetres.subarray(index, index + 1),
    storeys: columns.storeys.subarray(index, index + 1),
    storeysAreEstimated: Uint8Array.of(isEstimated(buildings, index) ? 1 : 0),
    heightsMetres: columns.heightsMetres.subarray(index, index + 1),
    perimetersMetres: Float64Array.of(perimeterOf(geometry, index)),
  }
  return estimateEnergyRanges(one, {
    place: city,
    edited: numbersOf(params),
    base: heatAssumptionsOf(params),
    heatedShares: heatedSharesOf(checkEnergy(buildings, city, params), params),
  })
}
