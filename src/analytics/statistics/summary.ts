/** A median absolute deviation times this estimates the standard deviation of normal values: 1 / Φ⁻¹(3/4). */
const MAD_TO_STANDARD_DEVIATION = 1.4826

/** NaN is skipped; every figure is NaN where no value is known. */
export interface Summary {
  readonly count: number
  readonly mean: number
  /** Over n, not n - 1: the districts of a city are all that there are, not a sample of more. */
  readonly standardDeviation: number
  readonly median: number
  /** Median absolute deviation from the median, as it is: not times 1.4826. */
  readonly medianAbsoluteDeviation: number
  readonly least: number
  readonly greatest: number
}

export function summarise(values: ArrayLike<number>): Summary {
  const known = Float64Array.from(Array.from(values).filter((value) => !Number.isNaN(value))).sort()
  const mean = meanOf(known)
  const median = medianOfSorted(known)
  return {
    count: known.length,
    mean,
    standardDeviation: Math.sqrt(meanOf(known.map((value) => (value - mean) ** 2))),
    median,
    medianAbsoluteDeviation: medianOfSorted(known.map((value) => Math.abs(value - median)).sort()),
    least: known[0] ?? NaN,
    greatest: known.at(-1) ?? NaN,
  }
}

/** (x - mean) / standard deviation of all values known; NaN for NaN, and for all where all are equal. */
export function zScores(values: ArrayLike<number>): Float64Array {
  const { mean, standardDeviation } = summarise(values)
  return Float64Array.from(values, (value) => (standardDeviation > 0 ? (value - mean) / standardDeviation : NaN))
}

/** z-scores within each group, a city for instance; `groups` holds a whole number from 0 a value. */
export function zScoresWithin(values: ArrayLike<number>, groups: ArrayLike<number>): Float64Array {
  const scores = new Float64Array(values.length).fill(NaN)
  for (const group of new Set(Array.from(groups))) {
    const members = Array.from({ length: values.length }, (_, index) => index).filter((index) => groups[index] === group)
    zScores(members.map((index) => values[index] as number)).forEach((score, place) => (scores[members[place] as number] = score))
  }
  return scores
}

/**
 * 1.4826 · MAD: the standard deviation of normal values, which a few extreme ones do not stretch. Where
 * half of the values are equal it would be 0, so there it is the standard deviation. NaN of no value.
 */
export function robustScale(values: ArrayLike<number>): number {
  const { medianAbsoluteDeviation, standardDeviation } = summarise(values)
  return medianAbsoluteDeviation > 0 ? MAD_TO_STANDARD_DEVIATION * medianAbsoluteDeviation : standardDeviation
}

/**
 * (x - median) / (1.4826 · MAD): as z-scores, but a few extreme districts do not shift all the others.
 * For eight districts this is the one to read. NaN for all where half of the values are equal.
 */
export function robustZScores(values: ArrayLike<number>): Float64Array {
  const { median, medianAbsoluteDeviation } = summarise(values)
  const scale = MAD_TO_STANDARD_DEVIATION * medianAbsoluteDeviation
  return Float64Array.from(values, (value) => (scale > 0 ? (value - median) / scale : NaN))
}

/** Differences from the mean; zeros where all values are equal, whatever the rounding of their mean. */
export function deviationsOf(values: ArrayLike<number>): Float64Array {
  const copy = Float64Array.from(values)
  const [first] = copy
  if (copy.every((value) => value === first)) return copy.fill(0)
  const mean = meanOf(copy)
  return copy.map((value) => value - mean)
}

/**
 * Quantile of sorted values, linear between them (type 7 of Hyndman and Fan, The American Statistician
 * 50, 1996; the default of R and NumPy).
 */
export function quantileOfSorted(sorted: ArrayLike<number>, share: number): number {
  const place = (sorted.length - 1) * share
  const lower = sorted[Math.floor(place)] ?? NaN
  const upper = sorted[Math.ceil(place)] ?? NaN
  return lower + (upper - lower) * (place - Math.floor(place))
}

function medianOfSorted(sorted: Float64Array): number {
  return quantileOfSorted(sorted, 0.5)
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
