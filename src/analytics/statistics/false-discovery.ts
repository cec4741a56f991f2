/**
 * q-values: p-values adjusted so that, of the zones with a q of at most 0.05, 5 % are expected to be
 * false finds (Benjamini and Hochberg, Controlling the False Discovery Rate, Journal of the Royal
 * Statistical Society B 57, 1995; as R's `p.adjust(p, "BH")`). NaN stays NaN and is not counted.
 */
export function adjustFalseDiscovery(pValues: ArrayLike<number>): Float64Array {
  const adjusted = new Float64Array(pValues.length).fill(NaN)
  const order = Array.from({ length: pValues.length }, (_, index) => index)
    .filter((index) => !Number.isNaN(pValues[index]))
    .sort((a, b) => (pValues[b] as number) - (pValues[a] as number))
  let least = 1
  order.forEach((index, place) => {
    least = Math.min(least, ((pValues[index] as number) * order.length) / (order.length - place))
    adjusted[index] = least
  })
  return adjusted
}
