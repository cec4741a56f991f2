import type { AssumptionName, EnergyAssumption } from './assumption.ts'
import { ENVELOPE_ROWS } from './envelope-rows.ts'
import { assume } from './general-knowledge.ts'
import { INTENSITY_ROWS } from './intensity-rows.ts'

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
export const PHYSICS_ROWS = {
  airChange: assume({ id: 'air-change', name: 'airChange', unit: 'perHour' }, 0.5, 0.35, 0.7),
  windowShare: assume({ id: 'window-share', name: 'windowShare', unit: 'share' }, 0.2, 0.12, 0.3),
  // Degree days of base 17 °C hold the gains that lift a room from 17 °C; these are what comes on top, as of the sun.
  gains: assume({ id: 'gains', name: 'gains', unit: 'kwhPerSquareMetreYear' }, 15, 5, 30),
  gainsUtilisation: assume({ id: 'gains-utilisation', name: 'gainsUtilisation', unit: 'share' }, 0.7, 0.5, 0.9),
  indoorTemperature: assume({ id: 'indoor-temperature', name: 'indoorTemperature', unit: 'degreesCelsius' }, 21, 20, 22),
} as const

/** What turns energy into CO₂, beside each city's own factors. */
export const CARBON_ROWS = {
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

/** A city's own figures as rows of the list. */
export function localRows({ id, energyFigures }: EnergyPlace): readonly EnergyAssumption[] {
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
