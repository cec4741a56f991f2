import type { BuildingUse } from '../../schema/datasets.ts'
import { STOREY_DEFAULTS, type StoreyAssumptions } from '../form/storeys.ts'

/** Families of the intensity table: apartment blocks, detached houses, office and commercial. */
export type ArchetypeFamily = 'RKT' | 'OKT' | 'LPR'

/** One row of the table: an archetype and the years of construction that are assumed to belong to it. */
export interface HeatIntensity {
  readonly archetype: string
  readonly family: ArchetypeFamily
  /** Last year of construction that the band holds; `null` for the newest band. An assumption. */
  readonly lastYear: number | null
  /** Heat a year, space heating and hot water together, per m² of gross floor area. */
  readonly heatKilowattHoursPerSquareMetre: number
  /** Hot water's part of it; the rest is space heating. */
  readonly hotWaterKilowattHoursPerSquareMetre: number
  /** Electricity a year of the building itself: lifts, pumps, fans, common lighting. */
  readonly propertyElectricityKilowattHoursPerSquareMetre: number
  /** Electricity a year of those who live or work in it. */
  readonly userElectricityKilowattHoursPerSquareMetre: number
}

/** Space heating's part of a row's heat, kWh per m² a year; hot water comes first where the heat was set below it. */
export function spaceHeatOf(row: HeatIntensity): number {
  return Math.max(0, row.heatKilowattHoursPerSquareMetre - row.hotWaterKilowattHoursPerSquareMetre)
}

/** Hot water's part of a row's heat, kWh per m² a year. */
export function hotWaterOf(row: HeatIntensity): number {
  return Math.min(row.heatKilowattHoursPerSquareMetre, row.hotWaterKilowattHoursPerSquareMetre)
}

/** Hot water and user electricity, which the table gives once for a family, kWh per m² a year. */
const OF_FAMILY: Readonly<Record<ArchetypeFamily, readonly [hotWater: number, userElectricity: number]>> = {
  RKT: [37, 40],
  OKT: [23, 33],
  LPR: [8, 53],
}

function makeRow(archetype: string, lastYear: number | null, heat: number, propertyElectricity: number): HeatIntensity {
  const family = archetype.slice(0, 3) as ArchetypeFamily
  const [hotWater, userElectricity] = OF_FAMILY[family]
  return {
    archetype,
    family,
    lastYear,
    heatKilowattHoursPerSquareMetre: heat,
    hotWaterKilowattHoursPerSquareMetre: hotWater,
    propertyElectricityKilowattHoursPerSquareMetre: propertyElectricity,
    userElectricityKilowattHoursPerSquareMetre: userElectricity,
  }
}

/**
 * Intensities used with Helsinki's Energy and Climate Atlas, kWh per m² of total floor area a year
 * (kausaltech ghg-notebooks, `energia_atlas.py`), RKT1-9, OKT1-4, LPR1-4: heat, hot water in it,
 * property and user electricity. Here: archetype, last year, heat, property electricity.
 *
 * The source names neither the families nor the years. That RKT means apartment blocks, OKT detached
 * houses and LPR offices and commerce is a reading, and every `lastYear` is an assumption that
 * follows the waves of Finland's building regulations (1976, 1985, 2003, 2010, 2012). Both are
 * editable wherever they are shown.
 */
export const HEAT_INTENSITY_DEFAULTS: readonly HeatIntensity[] = [
  makeRow('RKT1', 1919, 130, 12),
  makeRow('RKT2', 1939, 147, 13),
  makeRow('RKT3', 1959, 143, 13),
  makeRow('RKT4', 1969, 140, 14),
  makeRow('RKT5', 1975, 136, 14),
  makeRow('RKT6', 1984, 135, 15),
  makeRow('RKT7', 2002, 132, 15),
  makeRow('RKT8', 2009, 112, 16),
  makeRow('RKT9', null, 82, 16),
  makeRow('OKT1', 1975, 286, 8),
  makeRow('OKT2', 2002, 228, 8),
  makeRow('OKT3', 2011, 176, 10),
  makeRow('OKT4', null, 116, 12),
  makeRow('LPR1', 1975, 291, 14),
  makeRow('LPR2', 2002, 173, 16),
  makeRow('LPR3', 2011, 138, 26),
  makeRow('LPR4', null, 65, 27),
]

/** Everything that the heat model takes for granted. Plain data: shown, edited and serialised as it is. */
export interface HeatAssumptions extends StoreyAssumptions {
  /** Bands of one family stand in order of years, the newest last with `lastYear: null`. */
  readonly intensities: readonly HeatIntensity[]
  /** Family that a use class is counted with; `null` means unheated: no heat demand is modelled. */
  readonly familyByUse: Readonly<Record<BuildingUse, ArchetypeFamily | null>>
  /** Use class taken where the use is unknown; `null` models no heat there, so that a gap stays a gap. */
  readonly useWhenUnknown: BuildingUse | null
  /** Year of construction taken where the year is unknown. */
  readonly yearWhenUnknown: number
}

/**
 * The defaults; all but the intensities are general knowledge, so each is an editable assumption.
 *
 * Industry has no class in the table, and a building of unknown use none either: no heat is modelled
 * for them. An unknown year is taken as 1990, whose classes (132, 228, 173) lie nearest to the means of
 * the families (129, 202, 167).
 */
export const HEAT_ASSUMPTION_DEFAULTS: HeatAssumptions = {
  intensities: HEAT_INTENSITY_DEFAULTS,
  familyByUse: {
    apartments: 'RKT',
    house: 'OKT',
    office: 'LPR',
    retail: 'LPR',
    public: 'LPR',
    industrial: null,
    outbuilding: null,
    other: 'LPR',
  },
  useWhenUnknown: null,
  yearWhenUnknown: 1990,
  ...STOREY_DEFAULTS,
}
