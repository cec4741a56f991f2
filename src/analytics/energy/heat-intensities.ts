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
}

/**
 * Heat intensities used with Helsinki's Energy and Climate Atlas, kWh per m² of total floor area a
 * year (kausaltech ghg-notebooks, `energia_atlas.py`): RKT1-9, OKT1-4, LPR1-4.
 *
 * The source names neither the families nor the years. That RKT means apartment blocks, OKT detached
 * houses and LPR offices and commerce is a reading, and every `lastYear` is an assumption that
 * follows the waves of Finland's building regulations (1976, 1985, 2003, 2010, 2012). Both are
 * editable wherever they are shown.
 */
export const HEAT_INTENSITY_DEFAULTS: readonly HeatIntensity[] = [
  { archetype: 'RKT1', family: 'RKT', lastYear: 1919, heatKilowattHoursPerSquareMetre: 130 },
  { archetype: 'RKT2', family: 'RKT', lastYear: 1939, heatKilowattHoursPerSquareMetre: 147 },
  { archetype: 'RKT3', family: 'RKT', lastYear: 1959, heatKilowattHoursPerSquareMetre: 143 },
  { archetype: 'RKT4', family: 'RKT', lastYear: 1969, heatKilowattHoursPerSquareMetre: 140 },
  { archetype: 'RKT5', family: 'RKT', lastYear: 1975, heatKilowattHoursPerSquareMetre: 136 },
  { archetype: 'RKT6', family: 'RKT', lastYear: 1984, heatKilowattHoursPerSquareMetre: 135 },
  { archetype: 'RKT7', family: 'RKT', lastYear: 2002, heatKilowattHoursPerSquareMetre: 132 },
  { archetype: 'RKT8', family: 'RKT', lastYear: 2009, heatKilowattHoursPerSquareMetre: 112 },
  { archetype: 'RKT9', family: 'RKT', lastYear: null, heatKilowattHoursPerSquareMetre: 82 },
  { archetype: 'OKT1', family: 'OKT', lastYear: 1975, heatKilowattHoursPerSquareMetre: 286 },
  { archetype: 'OKT2', family: 'OKT', lastYear: 2002, heatKilowattHoursPerSquareMetre: 228 },
  { archetype: 'OKT3', family: 'OKT', lastYear: 2011, heatKilowattHoursPerSquareMetre: 176 },
  { archetype: 'OKT4', family: 'OKT', lastYear: null, heatKilowattHoursPerSquareMetre: 116 },
  { archetype: 'LPR1', family: 'LPR', lastYear: 1975, heatKilowattHoursPerSquareMetre: 291 },
  { archetype: 'LPR2', family: 'LPR', lastYear: 2002, heatKilowattHoursPerSquareMetre: 173 },
  { archetype: 'LPR3', family: 'LPR', lastYear: 2011, heatKilowattHoursPerSquareMetre: 138 },
  { archetype: 'LPR4', family: 'LPR', lastYear: null, heatKilowattHoursPerSquareMetre: 65 },
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
