import { makeRandom } from '../random/seeded-random.ts'
import { twoSidedNormalTail } from './normal-tail.ts'
import { pseudoPValue } from './pseudo-p-value.ts'
import { forEachNeighbour, type SpatialWeights } from './spatial-weights.ts'
import { deviationsOf } from './summary.ts'

export interface PermutationOptions {
  readonly permutations: number
  readonly seed: number
  /** Called with the share done, 0-1, after each zone. */
  readonly onProgress?: ((share: number) => void) | undefined
}

export interface LocalMoran {
  readonly i: Float64Array
  /** Two-sided, by conditional permutation; twice what GeoDa and PySAL print. See `pseudoPValue`. */
  readonly pValues: Float64Array
  /** Deviation of each zone, and of the (weighted) sum of its neighbours: the Moran scatter plot. */
  readonly deviations: Float64Array
  readonly lags: Float64Array
}

/**
 * Local Moran's I: (n - 1) z_i Σ w_ij z_j / Σ z² (Anselin, Local Indicators of Spatial Association,
 * Geographical Analysis 27, 1995; with n - 1 as in GeoDa, PySAL and spdep). Its p-value says how
 * seldom a zone's neighbours would be as high or as low if the other values lay anywhere: the value of
 * the zone stays, and the rest is drawn for its neighbours without repeats.
 *
 * @param values one a zone, none NaN
 * @param weights row-standardised as a rule; an island has NaN
 */
export function measureLocalMoran(values: ArrayLike<number>, weights: SpatialWeights, options: PermutationOptions): LocalMoran {
  const z = deviationsOf(values)
  const factor = (z.length - 1) / z.reduce((sum, value) => sum + value * value, 0)
  const lags = sumNeighbours(z, weights)
  const i = z.map((own, zone) => factor * own * (lags[zone] ?? NaN))
  const pValues = drawNeighbours(z, weights, options, (zone, drawn) => {
    if (Number.isNaN(i[zone])) return NaN
    const own = factor * (z[zone] as number)
    return pseudoPValue(
      i[zone] as number,
      drawn.map((lag) => own * lag),
    )
  })
  return { i, pValues, deviations: z, lags }
}

export interface GetisOrd {
  readonly z: Float64Array
  /** Two-sided, by conditional permutation: the zone's own value stays. */
  readonly pValues: Float64Array
  /** Two-sided, z read as standard normal; rough for few neighbours or skewed values. */
  readonly normalPValues: Float64Array
}

/**
 * Getis-Ord Gi*, the zone itself included, as a z-score (Ord and Getis, Local Spatial Autocorrelation
 * Statistics, Geographical Analysis 27, 1995, equation 14): high where a zone and its neighbours
 * together are high. A zone without neighbours has its own z-score, and no p-value by permutation.
 *
 * The permutations are those of the local Moran's I. With the same weights for all of a zone's
 * neighbours both ask whether their sum is extreme, so the two p-values are the same.
 *
 * @param values one a zone, none NaN
 * @param weights binary, without the zone itself, which is added with a weight of 1
 */
export function measureGetisOrd(values: ArrayLike<number>, weights: SpatialWeights, options: PermutationOptions): GetisOrd {
  const deviations = deviationsOf(values)
  const count = deviations.length
  const deviation = Math.sqrt(deviations.reduce((sum, value) => sum + value * value, 0) / count)
  const z = deviations.map((own, zone) => {
    let [lag, sum, squares] = [own, 1, 1]
    forEachNeighbour(weights, zone, (neighbour, weight) => {
      lag += weight * (deviations[neighbour] ?? NaN)
      sum += weight
      squares += weight * weight
    })
    // NaN where all values are equal, and where the neighbours are all the zones there are.
    const spread = deviation * Math.sqrt(Math.max(0, count * squares - sum * sum) / (count - 1))
    return spread > 0 ? lag / spread : NaN
  })
  const lags = sumNeighbours(deviations, weights)
  const pValues = drawNeighbours(deviations, weights, options, (zone, drawn) =>
    Number.isNaN((z[zone] as number) + (lags[zone] as number)) ? NaN : pseudoPValue(lags[zone] as number, drawn),
  )
  return { z, pValues, normalPValues: z.map(twoSidedNormalTail) }
}

/** Weighted sum of each zone's neighbours; NaN for an island. */
function sumNeighbours(z: Float64Array, weights: SpatialWeights): Float64Array {
  return z.map((_, zone) => {
    let sum = weights.starts[zone] === weights.starts[zone + 1] ? NaN : 0
    forEachNeighbour(weights, zone, (neighbour, weight) => {
      sum += weight * (z[neighbour] ?? NaN)
    })
    return sum
  })
}

/**
 * Sums over neighbours drawn from all other zones, zone by zone. They are drawn from the values in
 * ascending order and each zone starts from the same seed, so that the p-values do not depend on the
 * order in which the zones stand.
 */
function drawNeighbours(
  z: Float64Array,
  { starts, weights }: SpatialWeights,
  { permutations, seed, onProgress }: PermutationOptions,
  judge: (zone: number, drawn: Float64Array) => number,
): Float64Array {
  const order = Array.from(z.keys()).sort((a, b) => (z[a] as number) - (z[b] as number))
  const others = new Float64Array(Math.max(0, z.length - 1))
  const drawn = new Float64Array(permutations)
  const pValues = new Float64Array(z.length)
  order.forEach((zone, rank) => {
    order.forEach((other, place) => {
      if (place !== rank) others[place < rank ? place : place - 1] = z[other] as number
    })
    const random = makeRandom(seed)
    const [from, to] = [starts[zone] as number, starts[zone + 1] as number]
    for (let draw = 0; draw < permutations; draw++) {
      let sum = 0
      // As many steps of a shuffle as there are neighbours; the rest stays as the last draw left it.
      for (let index = from; index < to; index++) {
        const place = index - from
        const chosen = place + random.below(others.length - place)
        const value = others[chosen] as number
        others[chosen] = others[place] as number
        others[place] = value
        sum += (weights[index] as number) * value
      }
      drawn[draw] = sum
    }
    pValues[zone] = judge(zone, drawn)
    onProgress?.((rank + 1) / order.length)
  })
  return pValues
}
