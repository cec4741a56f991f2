import { BUILDING_USES, type BuildingUse } from '../../schema/datasets.ts'
import { boundGigawattHours, type FinalEnergy } from './heat-bounds.ts'
import { estimateHeatDemands, type HeatDemandColumns } from './heat-demand.ts'
import { SECTOR_OF_USE, type HeatedShares, type Sector } from './sectors.ts'
import { HEAT_ASSUMPTION_DEFAULTS, type HeatAssumptions } from './heat-intensities.ts'

/** Uses that the statistics count elsewhere. */
const UNCOUNTED: readonly BuildingUse[] = ['industrial', 'outbuilding']

/** Modelled energy of a sector before calibration, heat and electricity together, and what is published, GWh a year. */
interface SectorCheck {
  readonly modelledHeatGigawattHours: number
  readonly modelledElectricityGigawattHours: number
  readonly publishedGigawattHours: number
}

export interface EnergyCheck {
  readonly sectors: Readonly<Record<Sector, SectorCheck>>
  readonly heatedShares: HeatedShares
}

/**
 * Holds the table's model, uncalibrated, against the published final energy of a whole city, sector by sector, and
 * gives the shares of the floor area by which both meet. The published energy is heat, electricity and all else
 * together, so heat and electricity are held against it together. A sector without a modelled building keeps 1.
 *
 * @param columns all buildings of the city as they stand, none changed
 */
export function checkFinalEnergy(
  columns: HeatDemandColumns,
  published: FinalEnergy,
  assumptions: HeatAssumptions = HEAT_ASSUMPTION_DEFAULTS,
): EnergyCheck {
  const batch = estimateHeatDemands(columns, assumptions)
  const electricity = assumptions.intensities.map(
    (row) => row.propertyElectricityKilowattHoursPerSquareMetre + row.userElectricityKilowattHoursPerSquareMetre,
  )
  const heatOf = { homes: 0, services: 0 }
  const electricityOf = { homes: 0, services: 0 }
  for (let index = 0; index < columns.useCodes.length; index++) {
    const use = BUILDING_USES[columns.useCodes[index] as number] ?? assumptions.useWhenUnknown
    const heat = batch.heatDemandKilowattHours[index] as number
    if (use === null || Number.isNaN(heat) || UNCOUNTED.includes(use)) continue
    const sector = SECTOR_OF_USE[use]
    heatOf[sector] += heat / 1e6
    electricityOf[sector] +=
      ((electricity[batch.archetypeCodes[index] as number] as number) * (batch.grossFloorAreaSquareMetres[index] as number)) / 1e6
  }
  const check = (sector: Sector): SectorCheck => ({
    modelledHeatGigawattHours: heatOf[sector],
    modelledElectricityGigawattHours: electricityOf[sector],
    publishedGigawattHours: boundGigawattHours(published, [sector]),
  })
  const sectors = { homes: check('homes'), services: check('services') }
  const shareOf = (sector: Sector) => {
    const modelled = heatOf[sector] + electricityOf[sector]
    return modelled > 0 ? sectors[sector].publishedGigawattHours / modelled : 1
  }
  return { sectors, heatedShares: { homes: shareOf('homes'), services: shareOf('services') } }
}
