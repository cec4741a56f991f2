import type { Random } from '../random/seeded-random.ts'
import { shuffle } from '../random/shuffle.ts'
import { pseudoPValue } from './pseudo-p-value.ts'
import { forEachNeighbour, type SpatialWeights } from './spatial-weights.ts'
import { deviationsOf } from './summary.ts'

export interface Moran {
  readonly i: number
  /** -1 / (n - 1): what I is on average when values lie at random. */
  readonly expected: number
  /** Of I when the values are normal and independent (Cliff and Ord, Spatial Processes, 1981). */
  readonly varianceNormal: number
}

/**
 * Moran's I: n / S0 · Σ w_ij z_i z_j / Σ z_i², with z the deviations from the mean and S0 the sum of
 * all weights (Moran, Biometrika 37, 1950). Above its expectation neighbours are alike, below it they
 * differ.
 *
 * @param values one a zone, none NaN
 * @returns NaN where all values are equal or nobody has a neighbour
 */
export function measureMoran(values: ArrayLike<number>, weights: SpatialWeights): Moran {
  const count = checkLengths(values, weights)
  const z = deviationsOf(values)
  const { s0, s1, s2 } = sumWeights(weights)
  const expected = count > 1 ? -1 / (count - 1) : NaN
  const meanSquare = (count * count * s1 - count * s2 + 3 * s0 * s0) / ((count * count - 1) * s0 * s0)
  return { i: crossProducts(z, weights) * (count / s0 / sumSquares(z)), expected, varianceNormal: meanSquare - expected * expected }
}

/**
 * Geary's C: (n - 1) / (2 S0) · Σ w_ij (x_i - x_j)² / Σ z_i² (Geary, The Incorporated Statistician 5,
 * 1954). 1 when values lie at random, below it where neighbours are alike.
 */
export function measureGeary(values: ArrayLike<number>, weights: SpatialWeights): number {
  const count = checkLengths(values, weights)
  const z = deviationsOf(values)
  let squares = 0
  let s0 = 0
  z.forEach((own, zone) =>
    forEachNeighbour(weights, zone, (neighbour, weight) => {
      const apart = own - (z[neighbour] ?? NaN)
      squares += weight * apart * apart
      s0 += weight
    }),
  )
  return ((count - 1) * squares) / (2 * s0 * sumSquares(z))
}

/**
 * Two-sided p-value of Moran's I among values shuffled over the zones; see `pseudoPValue`.
 * @param onProgress called with the share done, 0-1, after each permutation
 */
export function testMoran(
  values: ArrayLike<number>,
  weights: SpatialWeights,
  permutations: number,
  random: Random,
  onProgress?: (share: number) => void,
): number {
  checkLengths(values, weights)
  const z = deviationsOf(values)
  // The rest of the formula is the same for every order of the values.
  const observed = crossProducts(z, weights)
  const drawn = Float64Array.from({ length: permutations }, (_, draw) => {
    onProgress?.(draw / permutations)
    return crossProducts(shuffle(z, random), weights)
  })
  return sumSquares(z) === 0 ? NaN : pseudoPValue(observed, drawn)
}

function crossProducts(z: Float64Array, { starts, neighbours, weights }: SpatialWeights): number {
  let sum = 0
  for (let zone = 0; zone < z.length; zone++) {
    let lag = 0
    for (let index = starts[zone] as number; index < (starts[zone + 1] as number); index++) {
      lag += (weights[index] as number) * (z[neighbours[index] as number] as number)
    }
    sum += lag * (z[zone] as number)
  }
  return sum
}

/** Cliff and Ord's sums: of weights, of squared (w_ij + w_ji) halved, of squared row plus column sums. */
function sumWeights(weights: SpatialWeights): { s0: number; s1: number; s2: number } {
  const count = weights.starts.length - 1
  const margins = new Float64Array(count)
  const both = new Map<number, number>()
  let s0 = 0
  for (let zone = 0; zone < count; zone++) {
    forEachNeighbour(weights, zone, (neighbour, weight) => {
      s0 += weight
      margins[zone]! += weight
      margins[neighbour]! += weight
      const pair = Math.min(zone, neighbour) * count + Math.max(zone, neighbour)
      both.set(pair, (both.get(pair) ?? 0) + weight)
    })
  }
  return { s0, s1: [...both.values()].reduce((sum, weight) => sum + weight * weight, 0), s2: sumSquares(margins) }
}

function sumSquares(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value * value, 0)
}

function checkLengths(values: ArrayLike<number>, { starts }: SpatialWeights): number {
  if (values.length !== starts.length - 1) {
    throw new Error(`Expected as many values as zones with weights, found ${values.length} and ${starts.length - 1}`)
  }
  return values.length
}
