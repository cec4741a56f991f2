/**
 * Class breaks of a sequential scale. The domain runs from the lowest 2nd to the highest 98th
 * percentile of the cities that share it, each city asked by itself: so a city with six times as
 * many buildings does not push the other off the scale. Values beyond fall into the end classes.
 */
export type BreakSpacing = 'linear' | 'logarithmic'

export const MAXIMUM_CLASSES = 7

/** Steps whose multiples read well on a legend. */
const NICE_STEPS = [1, 2, 2.5, 4, 5, 10]

/** Domain of the cities' values together, or null where nothing is known. */
export function domainOf(columns: readonly ArrayLike<number>[]): readonly [number, number] | null {
  let from = Infinity
  let to = -Infinity
  for (const values of columns) {
    const range = middleRange(values)
    if (range === null) continue
    from = Math.min(from, range[0])
    to = Math.max(to, range[1])
  }
  return from <= to ? [from, to] : null
}

/** Sorting 53,000 values is most of a layer's time, and a table's columns never change. */
const knownRanges = new WeakMap<ArrayLike<number>, readonly [number, number] | null>()

/** 2nd and 98th percentile of the finite values; null where there are none. */
function middleRange(values: ArrayLike<number>): readonly [number, number] | null {
  const known = knownRanges.get(values)
  if (known !== undefined) return known
  const sorted = sortFinite(values)
  const at = (share: number) => sorted[Math.round((sorted.length - 1) * share)] as number
  const range = sorted.length === 0 ? null : ([at(0.02), at(0.98)] as const)
  knownRanges.set(values, range)
  return range
}

/**
 * Round numbers strictly inside the domain, ascending: at most `MAXIMUM_CLASSES - 1` of them.
 * Logarithmic breaks are 1, 2, 5 and their tenfolds (or fewer a decade), and need a positive end.
 */
export function prettyBreaks(domain: readonly [number, number], spacing: BreakSpacing): readonly number[] {
  const [from, to] = domain
  if (!(to > from)) return []
  return spacing === 'logarithmic' && to > 0 ? logarithmicBreaks(from, to) : linearBreaks(from, to)
}

function linearBreaks(from: number, to: number): readonly number[] {
  let magnitude = 10 ** (Math.floor(Math.log10(to - from)) - 2)
  for (;;) {
    for (const nice of NICE_STEPS) {
      const step = nice * magnitude
      const first = Math.floor(from / step) + 1
      const last = Math.ceil(to / step) - 1
      if (last - first + 1 > MAXIMUM_CLASSES - 1) continue
      return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => round((first + index) * step))
    }
    magnitude *= 10
  }
}

function logarithmicBreaks(from: number, to: number): readonly number[] {
  // Zero and below have no logarithm: three decades under the top are as far as the eye goes.
  const low = Math.max(from, to / 1000)
  for (const mantissas of [[1, 2, 5], [1, 3], [1]]) {
    const breaks: number[] = []
    for (let exponent = Math.floor(Math.log10(low)); exponent <= Math.ceil(Math.log10(to)); exponent++) {
      for (const mantissa of mantissas) {
        const value = round(mantissa * 10 ** exponent)
        if (value > low && value < to) breaks.push(value)
      }
    }
    if (breaks.length <= MAXIMUM_CLASSES - 1) return breaks.length > 0 ? breaks : linearBreaks(from, to)
  }
  return linearBreaks(from, to)
}

/** Class of a value: how many breaks it has reached. */
export function classOf(value: number, breaks: readonly number[]): number {
  let index = 0
  while (index < breaks.length && value >= (breaks[index] as number)) index++
  return index
}

function round(value: number): number {
  return Number(value.toPrecision(10))
}

function sortFinite(values: ArrayLike<number>): Float64Array {
  const finite = new Float64Array(values.length)
  let count = 0
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number
    if (Number.isFinite(value)) finite[count++] = value
  }
  return finite.subarray(0, count).sort()
}
