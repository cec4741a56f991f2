/** Sums of the same numbers in another order differ in their last bits; these count as equal. */
const TIE = 1e-10

/**
 * Two-sided p-value of a figure among figures drawn at random: twice (k + 1) / (N + 1), at most 1,
 * where k of the N are as extreme on the side on which fewer are. The p-values that GeoDa and PySAL
 * print (`p_sim`, "directed" or "folded") are one-sided on that same side, so half of these. Figures
 * equal to the observed one count as extreme, so the least p is 2 / (N + 1), and none is ever 0.
 */
export function pseudoPValue(observed: number, drawn: ArrayLike<number>): number {
  let above = 0
  let below = 0
  for (let index = 0; index < drawn.length; index++) {
    const value = drawn[index] as number
    const tie = TIE * Math.max(Math.abs(value), Math.abs(observed))
    if (value >= observed - tie) above += 1
    if (value <= observed + tie) below += 1
  }
  return Math.min(1, (2 * (Math.min(above, below) + 1)) / (drawn.length + 1))
}
