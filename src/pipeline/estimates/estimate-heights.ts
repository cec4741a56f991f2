import type { StoreysClass } from '../../analytics/form/storeys.ts'
import Flatbush from 'flatbush'
import type { BuildingUse } from '../../schema/datasets.ts'

/** What the estimate looks at in a building. */
export interface HeightCase {
  readonly x: number
  readonly y: number
  readonly footprintSquareMetres: number
  readonly use: BuildingUse | null
  readonly storeysClass: StoreysClass | null
}

export interface KnownHeightCase extends HeightCase {
  readonly heightMetres: number
}

/** How the estimate weighs what is alike. */
export interface EstimateOptions {
  /** Known heights of which the median is taken. */
  readonly neighbours: number
  /** Nearest known heights among which the most alike are chosen. */
  readonly pool: number
  /** Metres that a footprint of e times the size counts as. */
  readonly sizeWeightMetres: number
  /** Metres that another use counts as. */
  readonly useWeightMetres: number
}

/** Chosen among 96 settings by the least mean error on held-back heights of both cities. */
const ESTIMATE_DEFAULTS: EstimateOptions = { neighbours: 7, pool: 120, sizeWeightMetres: 600, useWeightMetres: 900 }

/** In plain words, for the manifest. */
export const ESTIMATE_RULE =
  'where no height and no storeys are known: median of the 7 most alike among the 120 nearest known heights; alike is near, of similar footprint size (a footprint 2.7 times as large counts as 600 m away) and of the same use (another use counts as 900 m away); kept within the storey class where one is known (1-2 storeys at most 9 m, 3 or more at least 9 m)'

/** Height where nothing is known anywhere: one storey by the storeys rule. */
const FALLBACK_METRES = 4.2

/**
 * Makes an estimator over buildings of known height. Deterministic: ties go to the earlier building.
 */
export function createHeightEstimator(
  known: readonly KnownHeightCase[],
  options: EstimateOptions = ESTIMATE_DEFAULTS,
): (building: HeightCase) => number {
  if (known.length === 0) return (building) => clampToClassMetres(FALLBACK_METRES, building.storeysClass)
  const index = new Flatbush(known.length)
  for (const { x, y } of known) index.add(x, y)
  index.finish()
  return (building) => {
    const near = index.neighbors(building.x, building.y, options.pool)
    const ranked = near
      .map((position) => ({ position, distance: unlikeness(building, known[position] as KnownHeightCase, options) }))
      .sort((a, b) => a.distance - b.distance || a.position - b.position)
      .slice(0, options.neighbours)
      .map(({ position }) => (known[position] as KnownHeightCase).heightMetres)
    return clampToClassMetres(median(ranked), building.storeysClass)
  }
}

export interface EstimateError {
  readonly heldBack: number
  readonly medianAbsoluteErrorMetres: number
  readonly meanAbsoluteErrorMetres: number
  /** Mean of estimate less truth: positive where the estimate is too high. */
  readonly biasMetres: number
}

/**
 * Error of the estimate on known heights that it was not shown: each of `folds` in turn is held back
 * (every n-th building), so that all known heights are held back once.
 */
export function evaluateHeightEstimate(
  known: readonly KnownHeightCase[],
  options: EstimateOptions = ESTIMATE_DEFAULTS,
  folds = 5,
): EstimateError {
  const errors: number[] = []
  for (let fold = 0; fold < folds; fold++) {
    const estimate = createHeightEstimator(
      known.filter((_, index) => index % folds !== fold),
      options,
    )
    known.forEach((building, index) => {
      if (index % folds === fold) errors.push(estimate(building) - building.heightMetres)
    })
  }
  const absolute = errors.map(Math.abs)
  return {
    heldBack: errors.length,
    medianAbsoluteErrorMetres: median(absolute),
    meanAbsoluteErrorMetres: mean(absolute),
    biasMetres: mean(errors),
  }
}

function unlikeness(a: HeightCase, b: HeightCase, options: EstimateOptions): number {
  const size = Math.log(a.footprintSquareMetres / b.footprintSquareMetres) * options.sizeWeightMetres
  const use = a.use === b.use ? 0 : options.useWeightMetres
  return Math.hypot(a.x - b.x, a.y - b.y, size, use)
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  if (sorted.length === 0) return Number.NaN
  return sorted.length % 2 === 1 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/**
 * The height kept within what a storey class allows: 1-2 storeys are at most 9 m, 3 or more at least 9 m
 * high (2 and 3 storeys by the rule above are 7.4 and 10.6 m).
 */
function clampToClassMetres(heightMetres: number, bounds: StoreysClass | null): number {
  if (bounds === null) return heightMetres
  const least = bounds.least >= 3 ? 9 : 0
  const most = bounds.most !== null && bounds.most <= 2 ? 9 : Infinity
  return Math.min(Math.max(heightMetres, least), most)
}
