import type { SiteCriterion } from '../analytics/choice/site-criteria.ts'
import { MEASURE_IDS, type MeasureId } from '../analytics/measures/types.ts'
import type { OwnMeasure } from '../analytics/own/own-measure-text.ts'
import { CITY_IDS, type CityId } from '../cities/index.ts'
import type { DistrictLevel } from '../layers/districts/district-table.ts'
import type { DrawnAreas } from './drawing.ts'

/** Ways of comparing districts, in the order of their tabs. */
export const COMPARISON_TABS = [
  'pair',
  'areas',
  'table',
  'scatter',
  'spread',
  'matches',
  'clusters',
  'grid',
  'ranks',
  'sites',
  'own',
] as const
export type ComparisonTab = (typeof COMPARISON_TABS)[number]

/** How far the comparison rises over the views. */
export const COMPARISON_SIZES = ['low', 'half', 'tall'] as const

/** `none`: values as they are; z-scores within each city, or over all districts together. */
export const SCORE_KINDS = ['none', 'city', 'pooled'] as const

/** Sides, in metres, of the square that is as large as one hexagon. */
export const HEXAGON_METRES = [250, 500, 750, 1000, 1500, 2000] as const

/** How many nearest districts count as neighbours, where it is not those that touch. */
export const NEIGHBOUR_COUNTS = [4, 5, 6, 8] as const

export const WEIGHT_LIMITS = { most: 3, step: 0.5 } as const

export interface DistrictRef {
  readonly cityId: CityId
  readonly id: string
}

/** What the user set in the comparison of districts. */
export interface Comparison {
  /** The open tab; null while the comparison is closed. */
  readonly tab: ComparisonTab | null
  readonly size: (typeof COMPARISON_SIZES)[number]
  readonly level: DistrictLevel
  /**
   * A pair of districts, whatever the number of cities: of two cities or of one. Null stands for one that the
   * comparison chooses itself, in the first and in the second city.
   */
  readonly pair: readonly [DistrictRef | null, DistrictRef | null]
  readonly areas: DrawnAreas
  /** Measures of the table and of the distributions, in the order of `MEASURE_IDS`. */
  readonly measures: readonly MeasureId[]
  readonly scores: (typeof SCORE_KINDS)[number]
  readonly sort: { readonly column: MeasureId | 'name'; readonly isDescending: boolean }
  /** Measures along x and along y. */
  readonly axes: readonly [MeasureId, MeasureId]
  /** Weights above 0 of the measures by which districts are alike. */
  readonly weights: Readonly<Partial<Record<MeasureId, number>>>
  /** The one measure of clusters, grid and ranks. */
  readonly measure: MeasureId
  /** The city whose clusters show: no neighbour lies across the sea. */
  readonly clusterCityId: CityId
  readonly neighbours: 'contiguity' | (typeof NEIGHBOUR_COUNTS)[number]
  readonly hexagonMetres: (typeof HEXAGON_METRES)[number]
  /** By what hexagons are rated as sites; each measure once. */
  readonly criteria: readonly SiteCriterion[]
  /** Measures that the user made; each can be reckoned and has an id of its own. */
  readonly own: readonly OwnMeasure[]
}

/** By its order among the others a measure is good where it is high; it weighs 1, give or take a half. */
export function startCriterion(measureId: SiteCriterion['measureId']): SiteCriterion {
  return { measureId, direction: 'up', scale: { kind: 'ranks' }, weight: 1, leastWeight: 0.5, mostWeight: 1.5 }
}

export const DEFAULT_COMPARISON: Comparison = {
  tab: null,
  size: 'half',
  // Few large districts are covered by building data throughout; small ones are.
  level: 'fine',
  pair: [null, null],
  areas: {},
  measures: ['population', 'population-density', 'fsi', 'gsi', 'heat-per-resident', 'near-stop-share', 'green-per-resident'],
  scores: 'none',
  sort: { column: 'name', isDescending: false },
  axes: ['population-density', 'near-stop-share'],
  weights: { 'population-density': 1, 'fsi': 1, 'gsi': 1, 'near-stop-share': 1, 'green-per-resident': 1 },
  measure: 'population-density',
  clusterCityId: CITY_IDS[0],
  neighbours: 'contiguity',
  hexagonMetres: 500,
  criteria: (['population-density', 'departure-density', 'green-share'] as const).map(startCriterion),
  own: [],
}

/** Chosen measures in the registry's order, so that equal choices are equal states. */
export function orderMeasures(chosen: Iterable<string>): readonly MeasureId[] {
  const wanted = new Set(chosen)
  return MEASURE_IDS.filter((id) => wanted.has(id))
}

/** Weights in the registry's order, each in whole steps within the limits; 0 leaves a measure out. */
export function orderWeights(weights: Readonly<Partial<Record<MeasureId, number>>>): Comparison['weights'] {
  return Object.fromEntries(
    MEASURE_IDS.flatMap((id) => {
      const steps = Math.round(Math.min(Math.max(weights[id] ?? 0, 0), WEIGHT_LIMITS.most) / WEIGHT_LIMITS.step)
      return steps === 0 ? [] : [[id, steps * WEIGHT_LIMITS.step]]
    }),
  )
}
