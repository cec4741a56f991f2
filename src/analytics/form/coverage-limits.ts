/**
 * Sums over the buildings of a zone, and figures that hold such a sum against all its residents, are known
 * where footprints are known on at least this share of its land. Of less they would pass for a whole.
 */
export const LEAST_COVERAGE_OF_SUMS = 0.95

/**
 * Ratios such as FSI are those of the land on which footprints are known, and stand for the zone where that
 * is at least this share of it. Helsinki's inner districts lie between the two limits: footprints end short
 * of their shores and yards.
 */
export const LEAST_COVERAGE_OF_RATIOS = 0.75

/** One figure a zone, NaN where footprints are known on less than this share of its land. */
export function knownFrom(leastCoverage: number, coverageShares: ArrayLike<number>, figureOf: (zone: number) => number): Float64Array {
  return Float64Array.from(coverageShares, (share, zone) => (share >= leastCoverage ? figureOf(zone) : NaN))
}
