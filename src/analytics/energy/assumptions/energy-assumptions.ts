import type { HeatAssumptions } from '../heat-intensities.ts'
import type { Envelope } from '../physics/heat-loss.ts'
import { valueOf, type EnergyAssumption, type AssumptionName, type AssumptionValues } from './assumption.ts'
import { envelopesWith, packagesWith, standardsWith, ENVELOPE_ROWS, type Era, type Upgrade } from './envelope-rows.ts'
import { assume } from './general-knowledge.ts'
import { heatAssumptionsWith, INTENSITY_ROWS } from './intensity-rows.ts'

/** A figure of one city as its file states it; `id` is one of `LOCAL_NAMES`, or `district-heat-carbon-<year>`. */
type LocalFigure = Omit<EnergyAssumption, 'name' | 'code' | 'cityId'>

/** A city as far as the energy model knows it. */
export interface EnergyPlace {
  readonly id: string
  readonly energyFigures: readonly LocalFigure[]
}

const LOCAL_NAMES: Readonly<Record<string, AssumptionName>> = {
  'heating-degree-days': 'heatingDegreeDays',
  'design-temperature': 'designTemperature',
  'electricity-carbon': 'electricityCarbon',
}
const DISTRICT_HEAT_CARBON = /^district-heat-carbon-(\d{4})$/

/** What the physics tier takes for granted beside the envelopes. */
const PHYSICS_ROWS = {
  airChange: assume({ id: 'air-change', name: 'airChange', unit: 'perHour' }, 0.5, 0.35, 0.7),
  windowShare: assume({ id: 'window-share', name: 'windowShare', unit: 'share' }, 0.2, 0.12, 0.3),
  // Degree days of base 17 °C hold the gains that lift a room from 17 °C; these are what comes on top, as of the sun.
  gains: assume({ id: 'gains', name: 'gains', unit: 'kwhPerSquareMetreYear' }, 15, 5, 30),
  gainsUtilisation: assume({ id: 'gains-utilisation', name: 'gainsUtilisation', unit: 'share' }, 0.7, 0.5, 0.9),
  indoorTemperature: assume({ id: 'indoor-temperature', name: 'indoorTemperature', unit: 'degreesCelsius' }, 21, 20, 22),
} as const

/** What turns energy into CO₂, beside each city's own factors. */
const CARBON_ROWS = {
  year: assume({ id: 'carbon-year', name: 'carbonYear', unit: 'year' }, 2023, 2019, 2023),
  houseDistrictHeatShare: assume({ id: 'house-district-heat-share', name: 'houseDistrictHeatShare', unit: 'share' }, 0.3, 0, 0.8),
  otherHeat: assume({ id: 'other-heat-carbon', name: 'otherHeatCarbon', unit: 'gramsPerKilowattHour' }, 150, 30, 260),
} as const

const COMMON_ROWS: readonly EnergyAssumption[] = [
  ...INTENSITY_ROWS,
  ...ENVELOPE_ROWS,
  ...Object.values(PHYSICS_ROWS),
  ...Object.values(CARBON_ROWS),
]

function localRows({ id, energyFigures }: EnergyPlace): readonly EnergyAssumption[] {
  return energyFigures.map((figure) => {
    const carbonYear = DISTRICT_HEAT_CARBON.exec(figure.id)?.[1]
    const name = carbonYear === undefined ? LOCAL_NAMES[figure.id] : 'districtHeatCarbon'
    if (name === undefined) throw new Error(`The figures of ${id} hold "${figure.id}", which the energy model does not know`)
    return { ...figure, id: `${figure.id}.${id}`, name, cityId: id, ...(carbonYear === undefined ? {} : { code: carbonYear }) }
  })
}

/**
 * Every assumption of the energy model, once: those that hold everywhere, then each city's own, whose ids end in
 * `.<city id>`. Interface, report, tornado and explanations read this list; `Scenario.assumptions` is keyed by it.
 */
export function listEnergyAssumptions(places: readonly EnergyPlace[]): readonly EnergyAssumption[] {
  return [...COMMON_ROWS, ...places.flatMap(localRows)]
}

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
