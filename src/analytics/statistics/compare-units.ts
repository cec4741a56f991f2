import { summarise } from './summary.ts'

/** What makes zones of several cities unlike as units. The interface writes the sentence. */
export type UnitWarning =
  /** Medians differ; `ratio` is the greater over the smaller. */
  | { readonly code: 'unit-size'; readonly ratio: number; readonly mediansSquareMetres: readonly [number, number] }
  | { readonly code: 'unit-count'; readonly ratio: number; readonly counts: readonly [number, number] }
  /** Too few zones for a mean, a deviation or a rank to say much. */
  | { readonly code: 'few-units'; readonly counts: readonly [number, number] }

/** From 1.25 on sizes or numbers are called different: a rule of this app, not of the literature. */
const UNLIKE_RATIO = 1.25
const FEW_UNITS = 30

/**
 * Whether the zones of several cities are too unlike in size or number to be ranked in one list: the same
 * city cut another way gives other figures (the modifiable areal unit problem; Openshaw, 1984). Cells
 * of one grid give no warning but for their number.
 *
 * @param areasSquareMetres of the zones compared, a city each; NaN is left out
 */
export function compareUnits([first, second]: readonly [ArrayLike<number>, ArrayLike<number>], unlikeRatio = UNLIKE_RATIO): UnitWarning[] {
  const [a, b] = [summarise(first), summarise(second)]
  if (a.count === 0 || b.count === 0) return []
  const counts = [a.count, b.count] as const
  const warnings: UnitWarning[] = []
  const sizes = ratioOf(a.median, b.median)
  if (sizes >= unlikeRatio) warnings.push({ code: 'unit-size', ratio: sizes, mediansSquareMetres: [a.median, b.median] })
  const numbers = ratioOf(a.count, b.count)
  if (numbers >= unlikeRatio) warnings.push({ code: 'unit-count', ratio: numbers, counts })
  if (Math.min(...counts) < FEW_UNITS) warnings.push({ code: 'few-units', counts })
  return warnings
}

function ratioOf(a: number, b: number): number {
  return Math.max(a, b) / Math.min(a, b)
}
