import { BUILDING_USES, type BuildingUse } from '../../schema/datasets.ts'
import { listStoreys, storeysUnder } from '../form/storeys.ts'
import { ALL_HEATED, SECTOR_OF_USE, type HeatedShares } from './sectors.ts'
import { HEAT_ASSUMPTION_DEFAULTS, type ArchetypeFamily, type HeatAssumptions, type HeatIntensity } from './heat-intensities.ts'

export * from './heat-intensities.ts'

/** What the model needs to know of one building; unknown is `null`. */
export interface HeatDemandInput {
  readonly use: BuildingUse | null
  readonly year: number | null
  readonly footprintSquareMetres: number
  readonly storeys: number | null
  /** The storeys were made from the height: they follow the assumptions. */
  readonly storeysAreEstimated?: boolean
  readonly heightMetres: number
}

/** What had to be assumed for one building, beside the intensity itself. */
export type HeatAssumed = 'use' | 'year' | 'storeys'

export interface HeatDemand {
  /** Modelled heat a year, space heating and hot water together, in kWh. */
  readonly heatDemandKilowattHours: number
  readonly intensityKilowattHoursPerSquareMetre: number
  readonly grossFloorAreaSquareMetres: number
  /** What of it counts as heated: all, where no published total says otherwise. */
  readonly heatedFloorAreaSquareMetres: number
  readonly archetype: string
  readonly assumed: readonly HeatAssumed[]
}

/**
 * Modelled heat demand of one building, kWh a year: intensity of its archetype × gross floor area × the
 * sector's heated share, gross floor area = footprint × storeys. Storeys follow from the height where they are not stated, by
 * the rule of `storeys.ts`. Sources of the figures are in `heat-intensities.ts`; this is a model, never a reading.
 *
 * @returns `null` where the assumptions give the use no family (outbuildings, industry, unknown) and
 * where footprint or height is no positive number; nor for a chimney or a mast, which has no storeys.
 */
export function estimateHeatDemand(
  building: HeatDemandInput,
  assumptions: HeatAssumptions = HEAT_ASSUMPTION_DEFAULTS,
  heatedShares: HeatedShares = ALL_HEATED,
): HeatDemand | null {
  const assumed: HeatAssumed[] = []
  const use = building.use ?? assumptions.useWhenUnknown
  if (use === null) return null
  if (building.use === null) assumed.push('use')
  const family = assumptions.familyByUse[use]
  if (family === null) return null
  const year = building.year ?? assumptions.yearWhenUnknown
  if (building.year === null) assumed.push('year')
  const storeys = storeysUnder(
    {
      storeys: building.storeys ?? -1,
      areEstimated: building.storeysAreEstimated ?? false,
      heightMetres: building.heightMetres,
      footprintSquareMetres: building.footprintSquareMetres,
      use: building.use,
    },
    assumptions,
  )
  if (building.storeys === null) assumed.push('storeys')
  const grossFloorAreaSquareMetres = building.footprintSquareMetres * storeys
  if (!(grossFloorAreaSquareMetres > 0)) return null
  const intensity = assumptions.intensities[archetypeFor(family, year, assumptions)] as HeatIntensity
  const share = heatedShares[SECTOR_OF_USE[use]]
  return {
    heatDemandKilowattHours: intensity.heatKilowattHoursPerSquareMetre * grossFloorAreaSquareMetres * share,
    intensityKilowattHoursPerSquareMetre: intensity.heatKilowattHoursPerSquareMetre,
    grossFloorAreaSquareMetres,
    heatedFloorAreaSquareMetres: grossFloorAreaSquareMetres * share,
    archetype: intensity.archetype,
    assumed,
  }
}

/** Columns of many buildings, one entry each. */
export interface HeatDemandColumns {
  /** Index into `BUILDING_USES`; 255 where the use is unknown. */
  readonly useCodes: Uint8Array
  /** Year of construction; a value ≤ 0 is unknown. */
  readonly years: Int16Array | Int32Array
  readonly footprintsSquareMetres: Float32Array | Float64Array
  /** Storeys; a value ≤ 0 is unknown. */
  readonly storeys: Int16Array | Int32Array | Float64Array
  /** Not 0 where they were made from the height, so that they follow the assumptions; none where it is not told. */
  readonly storeysAreEstimated?: Uint8Array
  readonly heightsMetres: Float32Array | Float64Array
}

/** `useCodes` value of an unknown use. */
export const USE_UNKNOWN_CODE = 255

/** Results of a batch; NaN where no heat demand is modelled. Intensities are those of the heated floor area. */
export interface HeatDemandBatch {
  readonly heatDemandKilowattHours: Float64Array
  readonly intensityKilowattHoursPerSquareMetre: Float32Array
  readonly grossFloorAreaSquareMetres: Float64Array
  /** Share of the gross floor area that counts as heated. */
  readonly heatedShares: Float64Array
  /** Places in the assumptions' intensities; `NO_ARCHETYPE` where no heat demand is modelled. */
  readonly archetypeCodes: Uint8Array
  /** Bits: 1 use, 2 year, 4 storeys were assumed. */
  readonly assumedBits: Uint8Array
}

/** `archetypeCodes` value of a building without one. */
export const NO_ARCHETYPE = 255

/** Bit of `assumedBits` for each thing that may be assumed. */
export const ASSUMED_BITS: Readonly<Record<HeatAssumed, number>> = { use: 1, year: 2, storeys: 4 }

/** `estimateHeatDemand` for many buildings at once, without an object for each. */
export function estimateHeatDemands(
  columns: HeatDemandColumns,
  assumptions: HeatAssumptions = HEAT_ASSUMPTION_DEFAULTS,
  heatedShares: HeatedShares = ALL_HEATED,
): HeatDemandBatch {
  const count = columns.useCodes.length
  const batch: HeatDemandBatch = {
    heatDemandKilowattHours: new Float64Array(count).fill(NaN),
    intensityKilowattHoursPerSquareMetre: new Float32Array(count).fill(NaN),
    grossFloorAreaSquareMetres: new Float64Array(count).fill(NaN),
    heatedShares: new Float64Array(count).fill(NaN),
    archetypeCodes: new Uint8Array(count).fill(NO_ARCHETYPE),
    assumedBits: new Uint8Array(count),
  }
  const storeys = listStoreys(columns, assumptions)
  for (let index = 0; index < count; index++) {
    const useCode = columns.useCodes[index] as number
    const use = BUILDING_USES[useCode] ?? assumptions.useWhenUnknown
    let bits = useCode < BUILDING_USES.length ? 0 : ASSUMED_BITS.use
    const family = use === null ? null : assumptions.familyByUse[use]
    if (use === null || family === null) continue
    let year = columns.years[index] as number
    if (year <= 0) {
      year = assumptions.yearWhenUnknown
      bits |= ASSUMED_BITS.year
    }
    if ((columns.storeys[index] as number) <= 0) bits |= ASSUMED_BITS.storeys
    const area = (columns.footprintsSquareMetres[index] as number) * (storeys[index] as number)
    if (!(area > 0)) continue
    const archetype = archetypeFor(family, year, assumptions)
    const intensity = (assumptions.intensities[archetype] as HeatIntensity).heatKilowattHoursPerSquareMetre
    batch.archetypeCodes[index] = archetype
    const share = heatedShares[SECTOR_OF_USE[use]]
    batch.heatDemandKilowattHours[index] = intensity * area * share
    batch.heatedShares[index] = share
    batch.intensityKilowattHoursPerSquareMetre[index] = intensity
    batch.grossFloorAreaSquareMetres[index] = area
    batch.assumedBits[index] = bits
  }
  return batch
}

/** Place of the family's band that holds the year; throws when the table lacks the family (a bug). */
function archetypeFor(family: ArchetypeFamily, year: number, { intensities }: HeatAssumptions): number {
  const place = intensities.findIndex((row) => row.family === family && (row.lastYear === null || year <= row.lastYear))
  if (place === -1) throw new Error(`The heat intensity table has no band of ${family} for the year ${year}`)
  return place
}
