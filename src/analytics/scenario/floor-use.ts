import { BUILDING_USES, type BuildingUse } from '../../schema/datasets.ts'
import { valuesOf, type Assumption } from './assumptions.ts'

/** Floor area in m², by use; 0 of a use that is not named. */
export type FloorAreas = Readonly<Partial<Record<BuildingUse, number>>>

export type FloorUseAssumptionId =
  | 'net-share-of-homes'
  | 'net-area-per-dwelling'
  | 'residents-per-dwelling'
  | 'floor-area-per-job-office'
  | 'floor-area-per-job-retail'
  | 'floor-area-per-job-public'
  | 'floor-area-per-job-industrial'
  | 'floor-area-per-job-other'

const PAAVO = 'Statistics Finland, Paavo 2026, open data by postal code area, dwellings and residents of Helsinki'
const DENSITY = 'assumed, after Homes & Communities Agency, Employment Density Guide, 3rd edition, 2015'

/**
 * What floor area comes to in people. Helsinki's 399,263 dwellings have 62.7 m² in the mean and house 672,201
 * residents; the ranges are those between which 80 % of the dwellings lie by postal area. No such
 * figure is at hand for the other cities: the same are taken, and can be changed.
 */
export const FLOOR_USE_ASSUMPTIONS: readonly Assumption<FloorUseAssumptionId>[] = [
  { id: 'net-share-of-homes', unit: 'ratio', default: 0.8, low: 0.7, high: 0.85, source: 'assumed: net floor area over gross' },
  { id: 'net-area-per-dwelling', unit: 'squareMetres', default: 62.7, low: 50.2, high: 75.6, source: `${PAAVO}: mean, 10 % and 90 %` },
  {
    id: 'residents-per-dwelling',
    unit: 'residents',
    default: 1.7,
    low: 1.6,
    high: 2.1,
    source: `${PAAVO}: residents over dwellings; 10 % and 90 % of household sizes`,
  },
  { id: 'floor-area-per-job-office', unit: 'squareMetres', default: 20, low: 12, high: 30, source: DENSITY },
  { id: 'floor-area-per-job-retail', unit: 'squareMetres', default: 40, low: 20, high: 90, source: DENSITY },
  { id: 'floor-area-per-job-public', unit: 'squareMetres', default: 50, low: 30, high: 100, source: 'assumed' },
  { id: 'floor-area-per-job-industrial', unit: 'squareMetres', default: 60, low: 36, high: 120, source: DENSITY },
  { id: 'floor-area-per-job-other', unit: 'squareMetres', default: 60, low: 30, high: 120, source: 'assumed' },
]

/** Uses in which people live, and those in which they work; an outbuilding holds neither. */
const HOME_USES: readonly BuildingUse[] = ['apartments', 'house']
const JOB_ASSUMPTIONS: Readonly<Partial<Record<BuildingUse, FloorUseAssumptionId>>> = {
  office: 'floor-area-per-job-office',
  retail: 'floor-area-per-job-retail',
  public: 'floor-area-per-job-public',
  industrial: 'floor-area-per-job-industrial',
  other: 'floor-area-per-job-other',
}

export interface FloorCapacity {
  readonly dwellings: number
  readonly residents: number
  readonly jobs: number
}

/**
 * Dwellings, residents and jobs that floor area has room for. Dwellings = floor area of homes × net share / net
 * area of one; residents = dwellings × residents of one; jobs = Σ floor area of a use / its floor area a job.
 * Fractions are kept.
 *
 * @param changes assumptions that differ from their defaults, by id
 */
export function estimateCapacity(floorAreasSquareMetres: FloorAreas, changes: Readonly<Record<string, number>> = {}): FloorCapacity {
  const values = valuesOf(FLOOR_USE_ASSUMPTIONS, changes)
  let [homes, jobs] = [0, 0]
  for (const use of BUILDING_USES) {
    const floorArea = floorAreasSquareMetres[use] ?? 0
    const perJob = JOB_ASSUMPTIONS[use]
    if (HOME_USES.includes(use)) homes += floorArea
    else if (perJob !== undefined) jobs += floorArea / values[perJob]
  }
  const dwellings = (homes * values['net-share-of-homes']) / values['net-area-per-dwelling']
  return { dwellings, residents: dwellings * values['residents-per-dwelling'], jobs }
}
