import type { Assumption } from '../../scenario/assumptions.ts'
import type { Provenance } from '../../../schema/provenance.ts'

/** Units that assumptions are given in; the interface writes them by the message `unit.<unit>`. */
export const ASSUMPTION_UNITS = [
  'kwhPerSquareMetreYear',
  'wattsPerSquareMetreKelvin',
  'perHour',
  'share',
  'year',
  'metres',
  'degreesCelsius',
  'kelvinDays',
  'gramsPerKilowattHour',
] as const
export type AssumptionUnit = (typeof ASSUMPTION_UNITS)[number]

/** What assumptions are called, by the message `assumption.<name>`; a code such as RKT1 may follow it. */
export const ASSUMPTION_NAMES = [
  'heat',
  'hotWater',
  'propertyElectricity',
  'userElectricity',
  'lastYear',
  'yearWhenUnknown',
  'residentialStoreyHeight',
  'otherStoreyHeight',
  'wall',
  'roof',
  'floor',
  'window',
  'heatRecovery',
  'airChange',
  'addedElectricity',
  'windowShare',
  'gains',
  'gainsUtilisation',
  'indoorTemperature',
  'heatingDegreeDays',
  'designTemperature',
  'carbonYear',
  'districtHeatCarbon',
  'otherHeatCarbon',
  'electricityCarbon',
  'houseDistrictHeatShare',
] as const
export type AssumptionName = (typeof ASSUMPTION_NAMES)[number]

/** A figure that the energy model takes for granted. `id` is the name in `Scenario.assumptions`; low ≤ default ≤ high. */
export interface EnergyAssumption extends Assumption {
  readonly name: AssumptionName
  /** What no language changes, after the name: an archetype, a package, a year. */
  readonly code?: string
  /** City that it is of; all where it is left out. */
  readonly cityId?: string
  readonly unit: AssumptionUnit
  readonly kind: Provenance['kind']
  readonly year: string | null
}

/** Values of assumptions by id; those that are not there stand at their defaults. */
export type AssumptionValues = Readonly<Record<string, number>>

/** A figure's value: the edited one where there is one, else its default. */
export function valueOf({ id, default: standard }: Pick<Assumption, 'id' | 'default'>, edited: AssumptionValues): number {
  const value = Object.hasOwn(edited, id) ? edited[id] : undefined
  return value === undefined || !Number.isFinite(value) ? standard : value
}
