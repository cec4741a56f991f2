import { makeRandom } from '../random/seeded-random.ts'
import { adjustFalseDiscovery } from './false-discovery.ts'
import { measureGeary, measureMoran, testMoran } from './global-autocorrelation.ts'
import { measureGetisOrd, measureLocalMoran, type PermutationOptions } from './local-autocorrelation.ts'
import { findConnected, selectWeights, standardiseRows, type SpatialWeights } from './spatial-weights.ts'

type Cluster = 'high-high' | 'low-low' | 'high-low' | 'low-high' | 'none' | 'no-data'

/** A cluster is one whose q-value is at most this: of those found, 5 % are expected to be false. */
const FALSE_DISCOVERY_RATE = 0.05

/** One value a zone; NaN and `no-data` where a zone has no value or no neighbour with one. */
export interface AutocorrelationTable {
  /** Zones that the figures are about. */
  readonly count: number
  readonly moran: { readonly i: number; readonly expected: number; readonly pValue: number }
  readonly gearyC: number
  readonly local: {
    readonly i: Float64Array
    readonly pValues: Float64Array
    readonly qValues: Float64Array
    readonly classes: readonly Cluster[]
  }
  readonly gi: {
    readonly z: Float64Array
    readonly pValues: Float64Array
    readonly qValues: Float64Array
    readonly normalPValues: Float64Array
  }
}

/**
 * Whether like lies beside like, for all zones together and around each: Moran's I, Geary's C and the
 * local Moran's I with row-standardised weights, Getis-Ord Gi* with binary ones. All p-values are
 * two-sided, by seeded permutations.
 *
 * @param values one a zone; NaN where unknown
 * @param weights binary, among all zones
 */
export function describeAutocorrelation(
  values: ArrayLike<number>,
  weights: SpatialWeights,
  options: PermutationOptions,
): AutocorrelationTable {
  const zones = findConnected(values, weights)
  const known = Float64Array.from(zones, (zone) => values[zone] as number)
  const binary = selectWeights(weights, zones)
  const rows = standardiseRows(binary)
  // Three passes of permutations, each as long as the others.
  const { onProgress } = options
  const passOf = (pass: number) => onProgress && ((share: number) => onProgress((pass + share) / 3))
  const local = measureLocalMoran(known, rows, { ...options, onProgress: passOf(0) })
  const gi = measureGetisOrd(known, binary, { ...options, onProgress: passOf(1) })
  const localQ = adjustFalseDiscovery(local.pValues)
  const spread = (figures: Float64Array) => {
    const all = new Float64Array(values.length).fill(NaN)
    zones.forEach((zone, place) => (all[zone] = figures[place] as number))
    return all
  }
  const classes = new Array<Cluster>(values.length).fill('no-data')
  zones.forEach((zone, place) => {
    classes[zone] = classify(local.deviations[place] as number, local.lags[place] as number, localQ[place] as number)
  })
  const { i, expected } = measureMoran(known, rows)
  return {
    count: zones.length,
    moran: { i, expected, pValue: testMoran(known, rows, options.permutations, makeRandom(options.seed), passOf(2)) },
    gearyC: measureGeary(known, rows),
    local: { i: spread(local.i), pValues: spread(local.pValues), qValues: spread(localQ), classes },
    gi: {
      z: spread(gi.z),
      pValues: spread(gi.pValues),
      qValues: spread(adjustFalseDiscovery(gi.pValues)),
      normalPValues: spread(gi.normalPValues),
    },
  }
}

/** The quarter of the Moran scatter plot, where it is more than chance. */
function classify(deviation: number, lag: number, qValue: number): Cluster {
  if (!(qValue <= FALSE_DISCOVERY_RATE)) return 'none'
  if (deviation > 0) return lag > 0 ? 'high-high' : 'high-low'
  return lag > 0 ? 'low-high' : 'low-low'
}
