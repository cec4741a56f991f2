/** How the values of a criterion become 0 to 10: between two limits in a straight line, or by their order. */
export type CriterionScale = { readonly kind: 'linear'; readonly low: number; readonly high: number } | { readonly kind: 'ranks' }

/** Whether high values or low ones are good. */
export const DIRECTIONS = ['up', 'down'] as const
export type Direction = (typeof DIRECTIONS)[number]

const BEST = 10

/**
 * Values as scores from 0 (worst) to 10 (best); NaN stays NaN. Beyond the limits of a linear scale a value is as
 * good as the limit. By ranks, a score is the share of the other known values that lie lower, equal ones counted half.
 */
export function rescaleValues(values: ArrayLike<number>, scale: CriterionScale, direction: Direction): Float64Array {
  const upward = scale.kind === 'linear' ? rescaleLinearly(values, scale.low, scale.high) : rescaleByRanks(values)
  return direction === 'up' ? upward : upward.map((score) => BEST - score)
}

function rescaleLinearly(values: ArrayLike<number>, low: number, high: number): Float64Array {
  if (!(low < high && Number.isFinite(high - low))) throw new Error(`Expected a lower limit below the upper one, found ${low} and ${high}`)
  return Float64Array.from(values, (value) => BEST * Math.min(1, Math.max(0, (value - low) / (high - low))))
}

function rescaleByRanks(values: ArrayLike<number>): Float64Array {
  const order = Array.from({ length: values.length }, (_, site) => site)
    .filter((site) => !Number.isNaN(values[site]))
    .sort((a, b) => (values[a] as number) - (values[b] as number))
  const scores = new Float64Array(values.length).fill(NaN)
  for (let from = 0; from < order.length;) {
    let end = from + 1
    while (end < order.length && values[order[end] as number] === values[order[from] as number]) end++
    // Lower ones, and half of the equal ones beside itself; one alone is neither good nor bad.
    const share = order.length === 1 ? 0.5 : (from + (end - from - 1) / 2) / (order.length - 1)
    for (let place = from; place < end; place++) scores[order[place] as number] = BEST * share
    from = end
  }
  return scores
}
