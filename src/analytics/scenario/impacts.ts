import { MEASURES } from '../measures/index.ts'
import { MEASURE_IDS, type Measure, type MeasureId, type MeasureUnit, type ZoneFacts } from '../measures/types.ts'
import type { BroughtSums } from './sum-after.ts'

/** What a scenario does beside the measures. */
export const BROUGHT_IDS = ['open-space', 'dwellings', 'jobs', 'solar-yield', 'residents-near-new-stops'] as const
type BroughtId = (typeof BROUGHT_IDS)[number]

/** Every figure of a scenario's before, after and difference. */
export const IMPACT_IDS = [...MEASURE_IDS, ...BROUGHT_IDS] as const
export type ImpactId = MeasureId | BroughtId

type ImpactUnit = MeasureUnit | 'dwellings' | 'jobs'

/** How a figure of a scenario is read and written; the interface names it `measure.<id>` or `impact.<id>`. */
export interface Impact {
  readonly id: ImpactId
  readonly unit: ImpactUnit
  readonly decimals: number
  readonly group: Measure['group']
  readonly kind: Measure['kind']
  readonly formula: string
  readonly source: string
  /** NaN where the figure cannot be known; `brought` is null of a city without a scenario. */
  readonly of: (facts: ZoneFacts, brought: BroughtSums | null, zone: number) => number
}

const unknownToday = (values: Float64Array | undefined, zone: number) => values?.[zone] ?? 0

/**
 * Dwellings and jobs of today are not in the data: what stands of them is the change alone, so that `before` is 0 and every
 * figure is what the scenario adds.
 */
const BROUGHT: Readonly<Record<BroughtId, Omit<Impact, 'id'>>> = {
  'open-space': {
    unit: 'squareMetres',
    decimals: 0,
    group: 'green',
    kind: 'extensive',
    formula: 'coveredLandSquareMetres − footprintSquareMetres',
    source: 'Land on which buildings are known, less what they cover; streets and parks are in it',
    of: ({ coveredLandSquareMetres, footprintSquareMetres }, _brought, zone) =>
      (coveredLandSquareMetres[zone] as number) - (footprintSquareMetres[zone] as number),
  },
  'dwellings': {
    unit: 'dwellings',
    decimals: 0,
    group: 'people',
    kind: 'extensive',
    formula: 'Σ change of the floor area of homes × net share / net area of a dwelling',
    source: 'What the scenario adds; how many stand today is not in the data',
    of: (_facts, brought, zone) => unknownToday(brought?.dwellingChanges, zone),
  },
  'jobs': {
    unit: 'jobs',
    decimals: 0,
    group: 'people',
    kind: 'extensive',
    formula: 'Σ change of floor area by use / floor area of a job',
    source: 'What the scenario adds; how many there are today is not in the data',
    of: (_facts, brought, zone) => unknownToday(brought?.jobChanges, zone),
  },
  'solar-yield': {
    unit: 'gwhPerYear',
    decimals: 2,
    group: 'energy',
    kind: 'extensive',
    formula: 'Σ roof area × usable share × peak power × yearly yield × orientation × shading × share of the rule',
    source: 'Panels of the scenario; those that stand today are not in the data. New roofs are shaded as roofs of the city in the mean',
    of: (_facts, brought, zone) => unknownToday(brought?.solarKilowattHours, zone) / 1e6,
  },
  'residents-near-new-stops': {
    unit: 'residents',
    decimals: 0,
    group: 'mobility',
    kind: 'extensive',
    formula: 'residents within 400 m of a stop of the scenario',
    source: 'Residents spread evenly over the land of their grid cell, those of new buildings at their place; 400 m in a straight line',
    of: (_facts, brought, zone) => unknownToday(brought?.residentsNearNewStops, zone),
  },
}

function impactOf(id: MeasureId): Impact {
  const { unit, decimals, group, kind, formula, source, of } = MEASURES[id]
  return { id, unit, decimals, group, kind, formula, source, of: (facts, _brought, zone) => of(facts, zone) }
}

/** Every figure by its id. */
export const IMPACTS = Object.fromEntries([
  ...MEASURE_IDS.map((id) => [id, impactOf(id)]),
  ...BROUGHT_IDS.map((id) => [id, { id, ...BROUGHT[id] }]),
]) as unknown as Readonly<Record<ImpactId, Impact>>
