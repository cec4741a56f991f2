import type { HeatAssumptions } from '../heat-intensities.ts'
import type { Envelope } from '../physics/heat-loss.ts'
import { valueOf, type AssumptionName, type AssumptionValues, type EnergyAssumption } from './assumption.ts'
import { envelopesWith, packagesWith, standardsWith, type Era, type Upgrade } from './envelope-rows.ts'
import { heatAssumptionsWith } from './intensity-rows.ts'
import { CARBON_ROWS, localRows, PHYSICS_ROWS, type EnergyPlace } from './list-assumptions.ts'

/** Grams of CO₂ a kilowatt-hour. Houses of the OKT family are heated by the district's network by a share only. */
interface CarbonFactors {
  readonly districtHeat: number
  readonly otherHeat: number
  readonly electricity: number
  readonly houseDistrictHeatShare: number
  /** Year of the district heat's factor: the newest one known up to the year asked for. */
  readonly districtHeatYear: number
}

/** All that the energy model takes for granted in one city: the table's model, and what the physics tier needs. */
export interface EnergyAssumptions extends HeatAssumptions {
  readonly envelopes: Readonly<Record<Era, Envelope>>
  readonly packages: readonly Upgrade[]
  readonly standards: readonly Upgrade[]
  readonly windowShare: number
  readonly gainsKilowattHoursPerSquareMetre: number
  readonly gainsUtilisationShare: number
  readonly indoorCelsius: number
  /** Of a usual year, base 17 °C, K·d. */
  readonly heatingDegreeDays: number
  /** Outdoors, at which the peak heat power is reckoned. */
  readonly designCelsius: number
  readonly carbon: CarbonFactors
}

/**
 * The assumptions of one city with edited values in place of the defaults.
 *
 * @param edited by the ids of `listEnergyAssumptions`; ids that it does not know are left aside
 * @param base what stands in the table's model where nothing is edited
 * @throws where the city's figures lack a degree day, a temperature or a factor
 */
export function energyAssumptionsOf(place: EnergyPlace, edited: AssumptionValues = {}, base?: HeatAssumptions): EnergyAssumptions {
  const value = (row: EnergyAssumption) => valueOf(row, edited)
  const local = localRows(place)
  const localValue = (name: AssumptionName) => {
    const row = local.find((candidate) => candidate.name === name)
    if (row === undefined) throw new Error(`The figures of ${place.id} lack ${name}`)
    return value(row)
  }
  const districtHeat = factorOfYear(
    local.filter(({ name }) => name === 'districtHeatCarbon'),
    value(CARBON_ROWS.year),
    place.id,
  )
  return {
    ...heatAssumptionsWith(edited, base),
    envelopes: envelopesWith(edited, value(PHYSICS_ROWS.airChange)),
    packages: packagesWith(edited),
    standards: standardsWith(edited),
    windowShare: value(PHYSICS_ROWS.windowShare),
    gainsKilowattHoursPerSquareMetre: value(PHYSICS_ROWS.gains),
    gainsUtilisationShare: value(PHYSICS_ROWS.gainsUtilisation),
    indoorCelsius: value(PHYSICS_ROWS.indoorTemperature),
    heatingDegreeDays: localValue('heatingDegreeDays'),
    designCelsius: localValue('designTemperature'),
    carbon: {
      districtHeat: value(districtHeat),
      districtHeatYear: Number(districtHeat.code),
      otherHeat: value(CARBON_ROWS.otherHeat),
      electricity: localValue('electricityCarbon'),
      houseDistrictHeatShare: value(CARBON_ROWS.houseDistrictHeatShare),
    },
  }
}

/** The newest factor up to the year, or the oldest where all are newer. */
function factorOfYear(rows: readonly EnergyAssumption[], year: number, placeId: string): EnergyAssumption {
  const sorted = rows.toSorted((a, b) => Number(a.code) - Number(b.code))
  const found = sorted.findLast(({ code }) => Number(code) <= year) ?? sorted[0]
  if (found === undefined) throw new Error(`The figures of ${placeId} lack the CO₂ of district heat`)
  return found
}
