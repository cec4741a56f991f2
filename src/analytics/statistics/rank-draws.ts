import { makeRandom, type Random } from '../random/seeded-random.ts'
import { quantileOfSorted } from './summary.ts'

/** Writes one draw of every zone's value into `values`; a zone without a value stays NaN. */
export type DrawValues = (random: Random, values: Float64Array) => void

export interface RankDrawOptions {
  readonly draws: number
  readonly seed: number
  /** Told the share done, 0-1, after every hundredth draw; false cancels. */
  readonly onProgress?: ((share: number) => boolean | Promise<boolean>) | undefined
}

/** One entry a zone. Rank 1 is the highest, as high ones share a rank; 0 and NaN where there is no value. */
export interface RankTable {
  /** 5 % and 95 % of the drawn values. */
  readonly low: Float64Array
  readonly high: Float64Array
  readonly ranks: Uint16Array
  /** 5 % and 95 % of the drawn ranks: the ranges of 90 % of the draws. */
  readonly rankLow: Uint16Array
  readonly rankHigh: Uint16Array
  /** Share of the draws in which the rank was what it is, 0-1. */
  readonly rankHolds: Float64Array
}

const CHUNK = 100

/**
 * How far ranks can be trusted (Monte Carlo): every zone's value is drawn again and again within its
 * uncertainty, the zones are ranked each time, and the ranges of values and ranks are returned.
 *
 * @param values as measured, from which the ranks are taken; NaN where unknown
 * @throws Error "Cancelled" when `onProgress` says false
 */
export async function drawRanks(values: ArrayLike<number>, draw: DrawValues, options: RankDrawOptions): Promise<RankTable> {
  const { draws, seed, onProgress } = options
  if (!(Number.isInteger(draws) && draws > 0)) throw new Error(`Expected a whole number of draws above 0, found ${draws}`)
  const count = values.length
  const ranks = rankOf(Float64Array.from(values))
  const drawnValues = Array.from({ length: count }, () => new Float64Array(draws))
  const drawnRanks = Array.from({ length: count }, () => new Uint16Array(draws))
  const random = makeRandom(seed)
  const drawn = new Float64Array(count)
  for (let index = 0; index < draws; index++) {
    drawn.fill(NaN)
    draw(random, drawn)
    // What is not known is not ranked, whatever was drawn for it.
    for (let zone = 0; zone < count; zone++) if (ranks[zone] === 0) drawn[zone] = NaN
    const order = rankOf(drawn)
    for (let zone = 0; zone < count; zone++) {
      ;(drawnValues[zone] as Float64Array)[index] = drawn[zone] as number
      ;(drawnRanks[zone] as Uint16Array)[index] = order[zone] as number
    }
    const done = index + 1
    if (done % CHUNK !== 0 && done !== draws) continue
    if (onProgress !== undefined && !(await onProgress(done / draws))) throw new Error('Cancelled')
  }
  const holds = (zone: number) => (drawnRanks[zone] as Uint16Array).reduce((sum, rank) => sum + (rank === ranks[zone] ? 1 : 0), 0) / draws
  const rankHolds = Float64Array.from(ranks, (rank, zone) => (rank === 0 ? NaN : holds(zone)))
  drawnValues.forEach((all) => all.sort())
  drawnRanks.forEach((all) => all.sort())
  const valueAt = (share: number) => Float64Array.from(drawnValues, (all, zone) => (ranks[zone] === 0 ? NaN : quantileOfSorted(all, share)))
  const rankAt = (share: number) => Uint16Array.from(drawnRanks, (all) => all[Math.round((draws - 1) * share)] as number)
  return { low: valueAt(0.05), high: valueAt(0.95), ranks, rankLow: rankAt(0.05), rankHigh: rankAt(0.95), rankHolds }
}

/** 1 and how many are higher; 0 for NaN. */
export function rankOf(values: Float64Array): Uint16Array {
  const order = Array.from(values.keys())
    .filter((zone) => !Number.isNaN(values[zone]))
    .sort((a, b) => (values[b] as number) - (values[a] as number))
  const ranks = new Uint16Array(values.length)
  order.forEach((zone, place) => {
    const before = order[place - 1]
    ranks[zone] = before !== undefined && values[before] === values[zone] ? (ranks[before] as number) : place + 1
  })
  return ranks
}
