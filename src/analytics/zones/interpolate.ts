import { forEachShare, packShares, type ZoneShares } from './zone-shares.ts'

/** Shares of a source that add up to 1 within this are those of one that is fully covered; the rest is rounding. */
const ROUNDING = 1e-6

/**
 * Areal interpolation of a sum, such as residents: V_t = Σ V_s · |s∩t| / |s|, each source spread evenly
 * over its area (Goodchild and Lam, Areal Interpolation, Geo-Processing 1, 1980). Where a source is
 * fully covered by targets nothing of it is lost or added.
 *
 * @param values one a source; NaN is left out
 * @param shares sources by target, as `shareFeatures(sources, targets)` finds them, or `shareByBuildings`
 * @returns NaN for a target without any source of a known value
 */
export function interpolateExtensive(values: ArrayLike<number>, shares: ZoneShares): Float64Array {
  const factors = levelShares(shares, values.length)
  return overTargets(
    shares,
    (source, share) => {
      const value = values[source] ?? NaN
      return Number.isNaN(value) ? null : { value: value * share * (factors[source] ?? NaN), weight: 1 }
    },
    (sum) => sum,
  )
}

/**
 * Areal interpolation of a mean or density: the mean of the sources, weighted by |s∩t| / |t|. Where
 * sources cover a target in part, by their shares of that part.
 *
 * @param sourceAreasSquareMetres |s| of each source
 */
export function interpolateIntensive(
  values: ArrayLike<number>,
  shares: ZoneShares,
  sourceAreasSquareMetres: ArrayLike<number>,
): Float64Array {
  return overTargets(
    shares,
    (source, share) => {
      const value = values[source] ?? NaN
      const weight = share * (sourceAreasSquareMetres[source] ?? NaN)
      return Number.isNaN(value) ? null : { value: value * weight, weight }
    },
    (sum, weights) => sum / weights,
  )
}

/**
 * Shares by what is built instead of by area, for `interpolateExtensive`: of a source's floor area (or
 * whatever `weights` hold), the part in each target. People live in buildings, not in parks. A source
 * without any building keeps its shares by area.
 *
 * @param byArea sources by target
 * @param inSources buildings by source
 * @param inTargets buildings by target
 * @param weights of each building; NaN counts as 0
 */
export function shareByBuildings(byArea: ZoneShares, inSources: ZoneShares, inTargets: ZoneShares, weights: ArrayLike<number>): ZoneShares {
  const targetsOf = invert(inTargets, weights.length)
  const sourceCount = inSources.zoneStarts.length - 1
  const targetCount = inTargets.zoneStarts.length - 1
  const parts = Array.from({ length: targetCount }, () => new Map<number, number>())
  const totals = new Float64Array(sourceCount)
  for (let source = 0; source < sourceCount; source++) {
    forEachShare(inSources, source, (building, ownShare) => {
      const weight = (weights[building] ?? NaN) * ownShare
      if (!(weight > 0)) return
      totals[source]! += weight
      // A building on a border of both counts in each pair by the product of its shares.
      for (const { target, share } of targetsOf[building] ?? []) {
        const part = parts[target] as Map<number, number>
        part.set(source, (part.get(source) ?? 0) + weight * share)
      }
    })
  }
  parts.forEach((part, target) =>
    forEachShare(byArea, target, (source, share) => {
      if (totals[source] === 0) part.set(source, share)
    }),
  )
  const sorted = parts.map((part) => [...part].sort(([a], [b]) => a - b))
  return packShares(
    sorted.map((part) => part.map(([source]) => source)),
    sorted.map((part) => part.map(([source, amount]) => (totals[source] === 0 ? amount : amount / (totals[source] ?? NaN)))),
  )
}

/** What the shares of each source are multiplied by: 1, or what makes those that are 1 but for rounding add up to 1. */
function levelShares({ features, shares }: ZoneShares, sourceCount: number): Float64Array {
  const sums = new Float64Array(sourceCount)
  features.forEach((source, entry) => (sums[source]! += shares[entry] ?? NaN))
  return sums.map((sum) => (Math.abs(sum - 1) < ROUNDING ? 1 / sum : 1))
}

function overTargets(
  shares: ZoneShares,
  part: (source: number, share: number) => { value: number; weight: number } | null,
  finish: (sum: number, weights: number) => number,
): Float64Array {
  return Float64Array.from({ length: shares.zoneStarts.length - 1 }, (_, target) => {
    let [sum, weights, count] = [0, 0, 0]
    forEachShare(shares, target, (source, share) => {
      const known = part(source, share)
      if (known === null) return
      sum += known.value
      weights += known.weight
      count += 1
    })
    return count === 0 ? NaN : finish(sum, weights)
  })
}

function invert(shares: ZoneShares, featureCount: number): { target: number; share: number }[][] {
  const lists: { target: number; share: number }[][] = Array.from({ length: featureCount }, () => [])
  for (let target = 0; target < shares.zoneStarts.length - 1; target++) {
    forEachShare(shares, target, (feature, share) => lists[feature]?.push({ target, share }))
  }
  return lists
}
