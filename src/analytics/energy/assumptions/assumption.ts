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

/** A figure that a model takes for granted: what it is unless edited, how far it may be off, and where it comes from. */
export interface Assumption {
  /** Unique and stable: the name in `Scenario.assumptions`. */
  readonly key: string
  readonly name: AssumptionName
  /** What no language changes: an archetype, a package, a year. */
  readonly code?: string
  /** City that it is of; all where it is left out. */
  readonly cityId?: string
  readonly defaultValue: number
  /** What it may well be, for ranges and for the tornado: `low` ≤ default ≤ `high`. An assumption itself. */
  readonly low: number
  readonly high: number
  readonly unit: AssumptionUnit
  readonly kind: Provenance['kind']
  readonly year: string | null
  readonly source: string
}

/** Values of assumptions by key; those that are not there stand at their defaults. */
export type AssumptionValues = Readonly<Record<string, number>>

/** A figure's value: the edited one where there is one, else its default. */
export function valueOf({ key, defaultValue }: Pick<Assumption, 'key' | 'defaultValue'>, edited: AssumptionValues): number {
  const value = Object.hasOwn(edited, key) ? edited[key] : undefined
  return value === undefined || !Number.isFinite(value) ? defaultValue : value
}
