import { ERA_OF_ARCHETYPE, upgradeEnvelope, type Upgrade } from './assumptions/envelope-rows.ts'
import type { EnergyAssumptions } from './assumptions/energy-assumptions.ts'
import { estimateHeatDemands, NO_ARCHETYPE, type HeatDemandColumns } from './heat-demand.ts'
import { hotWaterOf, spaceHeatOf, type HeatIntensity } from './heat-intensities.ts'
import type { HeatedShares } from './sectors.ts'
import { heatLossWattsPerKelvin, spaceHeatKilowattHours, type Envelope } from './physics/heat-loss.ts'

/**
 * Buildings as columns, one entry each, as they are to be reckoned: a changed use or number of storeys simply stands in
 * `useCodes` and `storeys` (with `storeysAreEstimated` 0), an added building is one more entry, a removed one is not there.
 */
export interface EnergyColumns extends HeatDemandColumns {
  /**
   * Length of the footprint's outer rings, shared walls in it (`measurePerimeters`). Where it is not above 0, and where
   * there is no column, that of a rectangle of 1 : 2 with the footprint's area.
   */
  readonly perimetersMetres?: ArrayLike<number>
  /** Place in `RETROFIT_PACKAGES` plus 1; 0, or no column: not retrofitted. */
  readonly packageCodes?: ArrayLike<number>
  /** Place in `ENERGY_STANDARDS` plus 1, which makes it a new building whatever its year; 0, or no column: as of its year. */
  readonly standardCodes?: ArrayLike<number>
}

export interface EnergyOptions {
  readonly assumptions: EnergyAssumptions
  /**
   * By `checkFinalEnergy` of the city's buildings before any change, where a total is published; all floor area is
   * heated where it is left out. The same shares go for before and after, so that a change shows.
   */
  readonly heatedShares?: HeatedShares
}

/** One entry a building; NaN where its use has no class in the table, or no floor area is known. */
export interface EnergyBatch {
  /** Space heating and hot water together, kWh a year. */
  readonly heatKilowattHours: Float64Array
  readonly spaceHeatKilowattHours: Float64Array
  readonly hotWaterKilowattHours: Float64Array
  readonly propertyElectricityKilowattHours: Float64Array
  readonly userElectricityKilowattHours: Float64Array
  readonly carbonDioxideKilograms: Float64Array
  /** Heat that the building loses at the design temperature, kW; hot water is not in it. */
  readonly peakHeatKilowatts: Float64Array
  readonly grossFloorAreaSquareMetres: Float64Array
  /** Share of the floor area that counts as heated. */
  readonly heatedShares: Float64Array
  /** Bits: 1 use, 2 year, 4 storeys were assumed. */
  readonly assumedBits: Uint8Array
}

/**
 * Energy of many buildings at once: heat and electricity by the table of intensities; where a package or a standard
 * changes the envelope, space heat by the physics tier, scaled so that the unchanged building has the table's figure:
 *
 *     space = table · Q(changed) / Q(as built),  Q = 0.024 · HDD · (ΣU·A + 0.33·n·V·(1 − η_hr)) − η · gains
 *
 * Peak power is the loss coefficient × (indoor − design temperature), scaled alike. CO₂ is energy × its carrier's factor.
 * 53,211 buildings take some tens of milliseconds.
 */
export function estimateEnergy(columns: EnergyColumns, { assumptions, heatedShares }: EnergyOptions): EnergyBatch {
  const count = columns.useCodes.length
  const heat = estimateHeatDemands(withNewYears(columns), assumptions, heatedShares)
  const make = () => new Float64Array(count).fill(NaN)
  const batch: EnergyBatch = {
    heatKilowattHours: make(),
    spaceHeatKilowattHours: make(),
    hotWaterKilowattHours: make(),
    propertyElectricityKilowattHours: make(),
    userElectricityKilowattHours: make(),
    carbonDioxideKilograms: make(),
    peakHeatKilowatts: make(),
    grossFloorAreaSquareMetres: heat.grossFloorAreaSquareMetres,
    heatedShares: heat.heatedShares,
    assumedBits: heat.assumedBits,
  }
  const archetypes = assumptions.intensities.map((row) => describeArchetype(row, assumptions))
  const { carbon, heatingDegreeDays, windowShare } = assumptions
  const usableGains = assumptions.gainsKilowattHoursPerSquareMetre * assumptions.gainsUtilisationShare
  const kelvin = assumptions.indoorCelsius - assumptions.designCelsius
  const body = { footprintSquareMetres: 0, perimeterMetres: 0, wallHeightMetres: 0 }
  for (let index = 0; index < count; index++) {
    const code = heat.archetypeCodes[index] as number
    if (code === NO_ARCHETYPE) continue
    const archetype = archetypes[code] as Archetype
    const floorArea = heat.grossFloorAreaSquareMetres[index] as number
    const heated = floorArea * (heat.heatedShares[index] as number)
    const change = archetype.changes[(columns.standardCodes?.[index] ?? 0) * archetype.packageCount + (columns.packageCodes?.[index] ?? 0)]
    if (change === undefined) throw new Error(`Building ${index} has a package or a standard that the model does not know`)
    const footprint = columns.footprintsSquareMetres[index] as number
    const known = columns.perimetersMetres?.[index] ?? 0
    body.footprintSquareMetres = footprint
    body.perimeterMetres = known > 0 ? known : usualPerimeterMetres(footprint)
    body.wallHeightMetres =
      (floorArea / footprint) * (archetype.isHome ? assumptions.residentialStoreyHeightMetres : assumptions.otherStoreyHeightMetres)
    const lossAsBuilt = heatLossWattsPerKelvin(body, archetype.asBuilt, windowShare)
    const gains = usableGains * floorArea
    const spaceAsBuilt = archetype.spaceHeat * heated
    const factor = spaceAsBuilt / spaceHeatKilowattHours(lossAsBuilt, heatingDegreeDays, gains)
    const isChanged = change.envelope !== archetype.asBuilt
    const loss = isChanged ? heatLossWattsPerKelvin(body, change.envelope, windowShare) : lossAsBuilt
    const space = isChanged ? factor * spaceHeatKilowattHours(loss, heatingDegreeDays, gains) : spaceAsBuilt
    const hotWater = archetype.hotWater * heated
    const total = isChanged ? space + hotWater : (heat.heatDemandKilowattHours[index] as number)
    const property = (archetype.propertyElectricity + change.addedElectricity) * heated
    const user = archetype.userElectricity * heated
    batch.heatKilowattHours[index] = total
    batch.spaceHeatKilowattHours[index] = space
    batch.hotWaterKilowattHours[index] = hotWater
    batch.propertyElectricityKilowattHours[index] = property
    batch.userElectricityKilowattHours[index] = user
    batch.carbonDioxideKilograms[index] = (total * archetype.heatCarbon + (property + user) * carbon.electricity) / 1000
    batch.peakHeatKilowatts[index] = (factor * loss * kelvin) / 1000
  }
  return batch
}

/** An archetype with what the loop needs of it, one entry of `changes` for each standard and package. */
interface Archetype {
  readonly isHome: boolean
  readonly asBuilt: Envelope
  readonly spaceHeat: number
  readonly hotWater: number
  readonly propertyElectricity: number
  readonly userElectricity: number
  /** g/kWh */
  readonly heatCarbon: number
  readonly packageCount: number
  /** By standard × packageCount + package; the first is as built. */
  readonly changes: readonly { readonly envelope: Envelope; readonly addedElectricity: number }[]
}

function describeArchetype(row: HeatIntensity, assumptions: EnergyAssumptions): Archetype {
  const era = ERA_OF_ARCHETYPE[row.archetype]
  if (era === undefined) throw new Error(`No envelope is told of archetype ${row.archetype}`)
  const { carbon } = assumptions
  const asBuilt = assumptions.envelopes[era]
  const none: Upgrade = {}
  const upgraded = (envelope: Envelope, upgrade: Upgrade) =>
    Object.keys(upgrade).length === 0 ? envelope : upgradeEnvelope(envelope, upgrade)
  return {
    isHome: row.family !== 'LPR',
    asBuilt,
    spaceHeat: spaceHeatOf(row),
    hotWater: hotWaterOf(row),
    propertyElectricity: row.propertyElectricityKilowattHoursPerSquareMetre,
    userElectricity: row.userElectricityKilowattHoursPerSquareMetre,
    heatCarbon:
      row.family === 'OKT'
        ? carbon.houseDistrictHeatShare * carbon.districtHeat + (1 - carbon.houseDistrictHeatShare) * carbon.otherHeat
        : carbon.districtHeat,
    packageCount: assumptions.packages.length + 1,
    changes: [none, ...assumptions.standards].flatMap((standard) =>
      [none, ...assumptions.packages].map((retrofit) => ({
        envelope: upgraded(upgraded(asBuilt, standard), retrofit),
        addedElectricity:
          (standard.addedElectricityKilowattHoursPerSquareMetre ?? 0) + (retrofit.addedElectricityKilowattHoursPerSquareMetre ?? 0),
      })),
    ),
  }
}

/** A year that falls into the newest band of any family, for the buildings that have a standard of new ones. */
const NEWEST_YEAR = 9999

function withNewYears(columns: EnergyColumns): HeatDemandColumns {
  const { standardCodes, years } = columns
  if (standardCodes === undefined) return columns
  return { ...columns, years: years.map((year, index) => ((standardCodes[index] as number) > 0 ? NEWEST_YEAR : year)) }
}

/** Perimeter of a rectangle twice as long as it is wide. */
function usualPerimeterMetres(footprintSquareMetres: number): number {
  return 6 * Math.sqrt(footprintSquareMetres / 2)
}
