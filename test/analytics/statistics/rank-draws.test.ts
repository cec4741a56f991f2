import { describe, expect, test } from 'vitest'
import { makeRandom } from '../../../src/analytics/random/seeded-random.ts'
import { deviationOfMeanAbsoluteError, divideUncertain, makeDraw, sumUncertain } from '../../../src/analytics/statistics/estimated-parts.ts'
import { drawRanks, rankOf } from '../../../src/analytics/statistics/rank-draws.ts'
import { packShares } from '../../../src/analytics/zones/zone-shares.ts'

const OPTIONS = { draws: 4000, seed: 1 }
/** Zones of plain sums with errors of their own. */
const own = (means: number[], deviations: number[]) => ({
  means: Float64Array.from(means),
  floors: new Float64Array(means.length).fill(-Infinity),
  commonDeviations: new Float64Array(means.length),
  ownDeviations: Float64Array.from(deviations),
})

test('ranks: 1 is the highest, equals share a rank, the unknown have none', () => {
  expect([...rankOf(Float64Array.of(5, NaN, 9, 5, 1))]).toEqual([2, 0, 1, 2, 4])
})

describe('drawn ranks', () => {
  test('hold always where nothing is estimated', async () => {
    const sums = own([5, 3, NaN, 8], [0, 0, 0, 0])
    const table = await drawRanks(sums.means, makeDraw([sums]), OPTIONS)
    expect([...table.ranks]).toEqual([2, 3, 0, 1])
    expect([...table.rankLow]).toEqual([2, 3, 0, 1])
    expect([...table.rankHigh]).toEqual([2, 3, 0, 1])
    expect([...table.rankHolds]).toEqual([1, 1, NaN, 1])
    expect([...table.low]).toEqual([5, 3, NaN, 8])
  })

  test('of two zones change as often as the normal distribution says', async () => {
    // The difference is normal, mean 1 and deviation √2 · 1: below 0 with Φ(-0.7071) = 0.23975.
    const sums = own([11, 10], [1, 1])
    const { rankHolds, low, high } = await drawRanks(sums.means, makeDraw([sums]), OPTIONS)
    expect(Math.abs((rankHolds[0] as number) - 0.76025)).toBeLessThan(4 * Math.sqrt((0.76 * 0.24) / 4000))
    expect(rankHolds[1]).toBe(rankHolds[0])
    // 5 % and 95 % of the normal: 1.645 deviations; a quantile of 4,000 draws is off by about 0.034.
    expect(Math.abs((low[0] as number) - (11 - 1.645))).toBeLessThan(0.14)
    expect(Math.abs((high[0] as number) - (11 + 1.645))).toBeLessThan(0.14)
  })

  test('never change within a city by an error that is wholly common, but do between cities', async () => {
    const common = (means: number[]) => ({
      ...own(
        means,
        means.map(() => 0),
      ),
      commonDeviations: Float64Array.from(means, (mean) => mean * 0.1),
    })
    const one = common([10, 9.9, 9.8])
    expect([...(await drawRanks(one.means, makeDraw([one]), OPTIONS)).rankHolds]).toEqual([1, 1, 1])
    const two = [common([10]), common([9.9])]
    const apart = await drawRanks([10, 9.9], makeDraw(two), OPTIONS)
    expect(apart.rankHolds[0]).toBeLessThan(0.6)
    expect([apart.rankLow[0], apart.rankHigh[0]]).toEqual([1, 2])
  })

  test('are the same for the same seed, others for another', async () => {
    const sums = own([11, 10, 9], [1, 1, 1])
    const draw = (seed: number) => drawRanks(sums.means, makeDraw([sums]), { draws: 500, seed })
    expect(await draw(3)).toEqual(await draw(3))
    expect((await draw(3)).low).not.toEqual((await draw(4)).low)
  })

  test('report their progress and stop when asked to', async () => {
    const sums = own([2, 1], [1, 1])
    const told: number[] = []
    await drawRanks(sums.means, makeDraw([sums]), { draws: 250, seed: 1, onProgress: (share) => told.push(share) > 0 })
    expect(told).toEqual([0.4, 0.8, 1])
    let calls = 0
    const cancelled = drawRanks(sums.means, makeDraw([sums]), { draws: 1000, seed: 1, onProgress: async () => ++calls < 2 })
    await expect(cancelled).rejects.toThrow('Cancelled')
    expect(calls).toBe(2)
  })

  test('without draws are a bug', async () => {
    await expect(drawRanks([1], () => {}, { draws: 0, seed: 1 })).rejects.toThrow('found 0')
  })
})

describe('sums of estimated buildings', () => {
  test('by hand: two known, two estimated, one across the border', () => {
    const shares = packShares(
      [
        [0, 1, 2],
        [2, 3],
      ],
      [
        [1, 1, 0.5],
        [0.5, 1],
      ],
    )
    const sums = sumUncertain(shares, [100, 200, 80, NaN], [0, 0.1, 0.2, 0.3], 0.36)
    expect([...sums.means]).toEqual([340, 40])
    expect([...sums.floors]).toEqual([100, 0])
    // Deviations 20 and 8; √0.36 = 0.6 of them is common, √0.64 = 0.8 their own.
    expect(sums.commonDeviations[0]).toBeCloseTo(0.6 * 28, 12)
    expect(sums.ownDeviations[0]).toBeCloseTo(0.8 * Math.hypot(20, 8), 12)
    const ratios = divideUncertain(sums, [10, 0])
    expect([ratios.means[0], ratios.floors[0], ratios.means[1]]).toEqual([34, 10, NaN])
  })

  test('spread as drawing every building does', () => {
    const random = makeRandom(8)
    const amounts = Array.from({ length: 300 }, () => 100 + 900 * random.uniform())
    const relative = amounts.map((_, building) => (building % 3 === 0 ? 0 : 0.4))
    const sums = sumUncertain(packShares([amounts.map((_, building) => building)], [amounts.map(() => 1)]), amounts, relative)
    const drawn = Array.from({ length: 4000 }, () => {
      const common = random.normal()
      return amounts.reduce(
        (sum, amount, building) =>
          sum + amount * (1 + (relative[building] as number) * (Math.sqrt(0.25) * common + Math.sqrt(0.75) * random.normal())),
        0,
      )
    })
    const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length
    const deviation = Math.sqrt(drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / drawn.length)
    const stated = Math.hypot(sums.commonDeviations[0] as number, sums.ownDeviations[0] as number)
    expect(Math.abs(deviation / stated - 1)).toBeLessThan(5 / Math.sqrt(2 * 4000))
    expect(Math.abs(mean - (sums.means[0] as number))).toBeLessThan((5 * stated) / Math.sqrt(4000))
  })

  test('never fall below what is known for certain', () => {
    const sums = sumUncertain(packShares([[0, 1]], [[1, 1]]), [100, 10], [0, 50])
    const values = new Float64Array(1)
    const { normal, ...rest } = makeRandom(3)
    for (let index = 0; index < 200; index++) {
      makeDraw([sums])({ normal, ...rest }, values)
      expect(values[0]).toBeGreaterThanOrEqual(100)
    }
  })

  test('a mean error of normal errors is 0.798 of their deviation', () => {
    const random = makeRandom(6)
    const errors = Array.from({ length: 100_000 }, () => Math.abs(3 * random.normal()))
    expect(deviationOfMeanAbsoluteError(errors.reduce((sum, error) => sum + error, 0) / errors.length)).toBeCloseTo(3, 1)
  })
})
