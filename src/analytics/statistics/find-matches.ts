import { robustScale } from './summary.ts'

/** One measure that zones are compared by. */
export interface MatchMeasure<Id extends string> {
  readonly id: Id
  /** Above 0. */
  readonly weight: number
  /** Of the zone that others are compared with. */
  readonly own: number
  /** Of the zones among which to look; NaN where unknown. */
  readonly candidates: ArrayLike<number>
  /** Of all zones of all cities, from which the scale is taken: see `robustScale`. */
  readonly pooled: ArrayLike<number>
}

export interface ZoneMatch<Id extends string> {
  /** Place among the candidates. */
  readonly row: number
  /** Σ weight · |apart| / Σ weight over the parts: mean distance on the pooled robust scale. */
  readonly distance: number
  /** `apart`: other less own, on the pooled robust scale. In the order of the measures. */
  readonly parts: readonly { readonly measureId: Id; readonly own: number; readonly other: number; readonly apart: number }[]
  /** Measures left out, since one side is not known or all zones are equal. */
  readonly missing: readonly Id[]
}

/** A zone known by less than this share of the weight is not compared: alike in one figure is not alike. */
const LEAST_WEIGHT_SHARE = 0.5

/**
 * The zones most like one, nearest first; of zones as near, the first in the data. Differences are
 * taken on the robust scale of all zones of all cities, so that a unit or a city's own spread weighs
 * nothing and one island with a hundred residents does not make all others look alike. Their sizes are
 * averaged by weight, so that each part of a distance can be read off.
 */
export function findMatches<Id extends string>(measures: readonly MatchMeasure<Id>[], limit: number): ZoneMatch<Id>[] {
  const wrong = measures.find(({ weight }) => !(weight > 0))
  if (wrong !== undefined) throw new Error(`Expected a weight above 0 for ${wrong.id}, found ${wrong.weight}`)
  const scales = measures.map(({ pooled }) => robustScale(pooled))
  const allWeights = measures.reduce((sum, { weight }) => sum + weight, 0)
  const matches: ZoneMatch<Id>[] = []
  for (let row = 0; row < (measures[0]?.candidates.length ?? 0); row++) {
    let [sum, weights] = [0, 0]
    const parts: { measureId: Id; own: number; other: number; apart: number }[] = []
    const missing: Id[] = []
    measures.forEach(({ id, weight, own, candidates }, index) => {
      const other = candidates[row] as number
      const scale = scales[index] as number
      const apart = scale > 0 ? (other - own) / scale : NaN
      if (Number.isNaN(apart)) {
        missing.push(id)
        return
      }
      parts.push({ measureId: id, own, other, apart })
      sum += weight * Math.abs(apart)
      weights += weight
    })
    if (weights > 0 && weights >= allWeights * LEAST_WEIGHT_SHARE) matches.push({ row, distance: sum / weights, parts, missing })
  }
  return matches.sort((a, b) => a.distance - b.distance || a.row - b.row).slice(0, limit)
}
