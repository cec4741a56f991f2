import { ENERGY_STANDARDS, RETROFIT_PACKAGES, type EnergyStandard, type RetrofitPackage } from '../../../scenario/types.ts'
import type { Envelope } from '../physics/heat-loss.ts'
import { valueOf, type EnergyAssumption, type AssumptionName, type AssumptionValues } from './assumption.ts'
import { assume } from './general-knowledge.ts'

/** Ways of building by the last year that they were usual; `null` for the newest. */
const ERAS = ['to-1959', 'to-1975', 'to-2002', 'to-2011', 'from-2012'] as const
export type Era = (typeof ERAS)[number]

/** Era whose envelope an archetype of the intensity table is taken to have. */
export const ERA_OF_ARCHETYPE: Readonly<Record<string, Era>> = {
  RKT1: 'to-1959',
  RKT2: 'to-1959',
  RKT3: 'to-1959',
  RKT4: 'to-1975',
  RKT5: 'to-1975',
  RKT6: 'to-2002',
  RKT7: 'to-2002',
  RKT8: 'to-2011',
  RKT9: 'from-2012',
  OKT1: 'to-1975',
  OKT2: 'to-2002',
  OKT3: 'to-2011',
  OKT4: 'from-2012',
  LPR1: 'to-1975',
  LPR2: 'to-2002',
  LPR3: 'to-2011',
  LPR4: 'from-2012',
}

/** What a package or a standard puts in place of what stood; what it does not name stays. */
export interface Upgrade {
  readonly wallU?: number
  readonly roofU?: number
  readonly floorU?: number
  readonly windowU?: number
  readonly heatRecoveryShare?: number
  /** Electricity of ventilation that comes with it, kWh/m² a year. */
  readonly addedElectricityKilowattHoursPerSquareMetre?: number
}

/** A part of an envelope in the table: its name, and its value with a range. */
type Part = keyof Upgrade
type Triple = readonly [value: number, low: number, high: number]

const PARTS: Readonly<Record<Part, { readonly name: AssumptionName; readonly ending: string; readonly unit: EnergyAssumption['unit'] }>> = {
  wallU: { name: 'wall', ending: 'wall', unit: 'wattsPerSquareMetreKelvin' },
  roofU: { name: 'roof', ending: 'roof', unit: 'wattsPerSquareMetreKelvin' },
  floorU: { name: 'floor', ending: 'floor', unit: 'wattsPerSquareMetreKelvin' },
  windowU: { name: 'window', ending: 'window', unit: 'wattsPerSquareMetreKelvin' },
  heatRecoveryShare: { name: 'heatRecovery', ending: 'heat-recovery', unit: 'share' },
  addedElectricityKilowattHoursPerSquareMetre: {
    name: 'addedElectricity',
    ending: 'added-electricity',
    unit: 'kwhPerSquareMetreYear',
  },
}

type Table = Readonly<Record<string, Readonly<Partial<Record<Part, Triple>>>>>

const AS_BUILT: Readonly<Record<Era, Readonly<Record<Exclude<Part, 'addedElectricityKilowattHoursPerSquareMetre'>, Triple>>>> = {
  'to-1959': {
    wallU: [0.9, 0.7, 1.2],
    roofU: [0.6, 0.4, 0.9],
    floorU: [0.5, 0.35, 0.7],
    windowU: [2.5, 2, 2.9],
    heatRecoveryShare: [0, 0, 0.1],
  },
  'to-1975': {
    wallU: [0.75, 0.5, 1],
    roofU: [0.45, 0.35, 0.7],
    floorU: [0.45, 0.3, 0.6],
    windowU: [2.4, 1.8, 2.9],
    heatRecoveryShare: [0, 0, 0.1],
  },
  'to-2002': {
    wallU: [0.32, 0.25, 0.45],
    roofU: [0.25, 0.18, 0.35],
    floorU: [0.33, 0.25, 0.45],
    windowU: [1.9, 1.5, 2.4],
    heatRecoveryShare: [0, 0, 0.3],
  },
  'to-2011': {
    wallU: [0.25, 0.2, 0.3],
    roofU: [0.16, 0.12, 0.2],
    floorU: [0.22, 0.18, 0.3],
    windowU: [1.4, 1.1, 1.6],
    heatRecoveryShare: [0.35, 0.2, 0.5],
  },
  'from-2012': {
    wallU: [0.17, 0.14, 0.2],
    roofU: [0.09, 0.08, 0.12],
    floorU: [0.15, 0.12, 0.18],
    windowU: [1, 0.8, 1.1],
    heatRecoveryShare: [0.6, 0.45, 0.75],
  },
}

const OF_PACKAGES: Readonly<Record<RetrofitPackage, Readonly<Partial<Record<Part, Triple>>>>> = {
  light: { windowU: [1, 0.9, 1.2] },
  standard: {
    wallU: [0.2, 0.17, 0.25],
    roofU: [0.12, 0.1, 0.15],
    windowU: [0.9, 0.8, 1.1],
    heatRecoveryShare: [0.5, 0, 0.7],
    addedElectricityKilowattHoursPerSquareMetre: [3, 1, 6],
  },
  deep: {
    wallU: [0.12, 0.1, 0.16],
    roofU: [0.09, 0.08, 0.12],
    windowU: [0.7, 0.6, 0.9],
    heatRecoveryShare: [0.775, 0.75, 0.8],
    addedElectricityKilowattHoursPerSquareMetre: [5, 2, 8],
  },
}

/** New buildings; `standard` is the newest band of the table as it is. */
const OF_STANDARDS: Readonly<Record<EnergyStandard, Readonly<Partial<Record<Part, Triple>>>>> = {
  'standard': {},
  'low-energy': {
    wallU: [0.14, 0.12, 0.16],
    roofU: [0.08, 0.07, 0.09],
    floorU: [0.13, 0.11, 0.15],
    windowU: [0.8, 0.7, 0.9],
    heatRecoveryShare: [0.75, 0.7, 0.8],
  },
  'nearly-zero': {
    wallU: [0.1, 0.09, 0.12],
    roofU: [0.07, 0.06, 0.08],
    floorU: [0.1, 0.09, 0.12],
    windowU: [0.65, 0.6, 0.8],
    heatRecoveryShare: [0.82, 0.78, 0.88],
  },
}

const keyOf = (group: string, code: string, part: Part) => `${group}-${code}-${PARTS[part].ending}`

function rowsOf(group: string, table: Table): readonly EnergyAssumption[] {
  return Object.entries(table).flatMap(([code, parts]) =>
    (Object.entries(parts) as [Part, Triple][]).map(([part, [value, low, high]]) => {
      const { name, unit } = PARTS[part]
      return assume({ id: keyOf(group, code, part), name, code: group === 'built' ? code : `${group}-${code}`, unit }, value, low, high)
    }),
  )
}

/** Envelopes as built, what retrofits change and what new buildings have. No source gives them: each is an editable default. */
export const ENVELOPE_ROWS: readonly EnergyAssumption[] = [
  ...rowsOf('built', AS_BUILT),
  ...rowsOf('retrofit', OF_PACKAGES),
  ...rowsOf('new', OF_STANDARDS),
]

function partsWith(group: string, code: string, parts: Readonly<Partial<Record<Part, Triple>>>, edited: AssumptionValues): Upgrade {
  return Object.fromEntries(
    (Object.entries(parts) as [Part, Triple][]).map(([part, [value]]) => [
      part,
      valueOf({ id: keyOf(group, code, part), default: value }, edited),
    ]),
  )
}

/** The envelope of each era as built, the air change being one for all. */
export function envelopesWith(edited: AssumptionValues, airChangesPerHour: number): Readonly<Record<Era, Envelope>> {
  return Object.fromEntries(
    ERAS.map((era) => [era, { ...partsWith('built', era, AS_BUILT[era], edited), airChangesPerHour }]),
  ) as unknown as Record<Era, Envelope>
}

/** What each package changes, in the order of `RETROFIT_PACKAGES`. */
export function packagesWith(edited: AssumptionValues): readonly Upgrade[] {
  return RETROFIT_PACKAGES.map((code) => partsWith('retrofit', code, OF_PACKAGES[code], edited))
}

/** What each standard of new buildings changes in the newest era, in the order of `ENERGY_STANDARDS`. */
export function standardsWith(edited: AssumptionValues): readonly Upgrade[] {
  return ENERGY_STANDARDS.map((code) => partsWith('new', code, OF_STANDARDS[code], edited))
}

/** An envelope with an upgrade: nothing gets worse by it. */
export function upgradeEnvelope(envelope: Envelope, upgrade: Upgrade): Envelope {
  const least = (now: number, then: number | undefined) => (then === undefined ? now : Math.min(now, then))
  return {
    wallU: least(envelope.wallU, upgrade.wallU),
    roofU: least(envelope.roofU, upgrade.roofU),
    floorU: least(envelope.floorU, upgrade.floorU),
    windowU: least(envelope.windowU, upgrade.windowU),
    airChangesPerHour: envelope.airChangesPerHour,
    heatRecoveryShare: Math.max(envelope.heatRecoveryShare, upgrade.heatRecoveryShare ?? 0),
  }
}
