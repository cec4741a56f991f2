import { makeRandom, type Random } from '../random/seeded-random.ts'
import { rankOf } from '../statistics/rank-draws.ts'

/** What sites are rated by: scores from 0 to 10 (`rescaleValues`), and how much they weigh. */
export interface SiteCriterion {
  /** One entry a site; NaN where it is not known. */
  readonly scores: Float64Array
  readonly weight: number
  /** Bounds within which the weight is drawn. */
  readonly leastWeight: number
  readonly mostWeight: number
}

export interface SiteDrawOptions {
  readonly draws: number
  readonly seed: number
  /** Told the share done, 0-1, after every hundredth draw; false cancels. */
  readonly onProgress?: ((share: number) => boolean | Promise<boolean>) | undefined
}

/** One entry a site. Where a criterion that may weigh anything is not known, there is no figure: NaN, and rank 0. */
export interface SiteRating {
  /** Weighted mean of the scores, 0-10. */
  readonly totals: Float64Array
  /** 1 is the best; equals share a rank. */
  readonly ranks: Uint16Array
  /** Share of the draws of weights in which the site is in the best tenth, 0-1. */
  readonly bestShares: Float64Array
}

const CHUNK = 100
const TENTH = 10

/** Weighted mean of each site's scores; NaN where one that may weigh anything is NaN. */
function totalScores(criteria: readonly SiteCriterion[], weights: readonly number[], totals: Float64Array): void {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  totals.fill(0)
  criteria.forEach(({ scores, mostWeight, weight }, index) => {
    if (mostWeight === 0 && weight === 0) return
    const share = (weights[index] as number) / sum
    for (let site = 0; site < totals.length; site++) totals[site] = (totals[site] as number) + share * (scores[site] as number)
  })
}

/**
 * Rates sites by a weighted sum, and tries whether the best stay the best (Monte Carlo): weights are drawn evenly within
 * their bounds, and counted is how often a site is in the best tenth of the sites that are known. As many as tie with
 * the last of them are in it too.
 *
 * @throws Error "Cancelled" when `onProgress` says false, or a sentence where weights cannot be
 */
export async function rateSites(criteria: readonly SiteCriterion[], { draws, seed, onProgress }: SiteDrawOptions): Promise<SiteRating> {
  if (!(Number.isInteger(draws) && draws > 0)) throw new Error(`Expected a whole number of draws above 0, found ${draws}`)
  checkCriteria(criteria)
  const count = criteria[0]?.scores.length ?? 0
  const totals = new Float64Array(count)
  totalScores(
    criteria,
    criteria.map(({ weight }) => weight),
    totals,
  )
  const ranks = rankOf(totals)
  const known = Uint32Array.from(totals.keys()).filter((site) => !Number.isNaN(totals[site]))
  const best = new Uint32Array(count)
  const drawn = new Float64Array(count)
  const sorted = new Float64Array(known.length)
  const random = makeRandom(seed)
  for (let done = 1; done <= draws; done++) {
    totalScores(criteria, drawWeights(criteria, random), drawn)
    known.forEach((site, place) => (sorted[place] = drawn[site] as number))
    sorted.sort()
    const least = sorted[known.length - Math.ceil(known.length / TENTH)] as number
    for (const site of known) if ((drawn[site] as number) >= least) best[site] = (best[site] as number) + 1
    if (done % CHUNK !== 0 && done !== draws) continue
    if (onProgress !== undefined && !(await onProgress(done / draws))) throw new Error('Cancelled')
  }
  return { totals, ranks, bestShares: Float64Array.from(best, (times, site) => (Number.isNaN(totals[site]) ? NaN : times / draws)) }
}

function drawWeights(criteria: readonly SiteCriterion[], random: Random): number[] {
  return criteria.map(({ leastWeight, mostWeight }) => leastWeight + random.uniform() * (mostWeight - leastWeight))
}

function checkCriteria(criteria: readonly SiteCriterion[]): void {
  for (const { weight, leastWeight, mostWeight } of criteria) {
    if (!(leastWeight >= 0 && leastWeight <= mostWeight && Number.isFinite(mostWeight))) {
      throw new Error(`Expected bounds of a weight from 0 up, the lower first, found ${leastWeight} and ${mostWeight}`)
    }
    if (!(weight >= 0 && Number.isFinite(weight))) throw new Error(`Expected a weight of 0 or more, found ${weight}`)
  }
  if (!criteria.some(({ weight }) => weight > 0) || !criteria.some(({ mostWeight }) => mostWeight > 0)) {
    throw new Error('Expected one criterion or more with a weight above 0')
  }
}
