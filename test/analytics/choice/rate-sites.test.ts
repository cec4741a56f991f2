import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rateSites, type SiteCriterion } from '../../../src/analytics/choice/rate-sites.ts'
import { rescaleValues } from '../../../src/analytics/choice/rescale.ts'

const OPTIONS = { draws: 400, seed: 1 }
const criterion = (scores: readonly number[], weight: number, leastWeight = weight, mostWeight = weight): SiteCriterion => ({
  scores: Float64Array.from(scores),
  weight,
  leastWeight,
  mostWeight,
})

describe('values as scores', () => {
  test('between limits in a straight line, upwards and downwards, and no better than the limits', () => {
    const limits = { kind: 'linear', low: 100, high: 300 } as const
    expect([...rescaleValues([50, 100, 150, 300, 900, NaN], limits, 'up')]).toEqual([0, 0, 2.5, 10, 10, NaN])
    expect([...rescaleValues([50, 100, 150, 300, 900, NaN], limits, 'down')]).toEqual([10, 10, 7.5, 0, 0, NaN])
    expect(() => rescaleValues([1], { kind: 'linear', low: 2, high: 2 }, 'up')).toThrow(/lower limit below/)
    expect(() => rescaleValues([1], { kind: 'linear', low: NaN, high: 2 }, 'up')).toThrow(/lower limit below/)
  })

  test('by ranks, the share of the others that lie lower; equals count half', () => {
    // Five known: 3 has none below; the two 5 have one below and each other; 7 has three, 9 four.
    expect([...rescaleValues([9, 5, NaN, 5, 3, 7], { kind: 'ranks' }, 'up')]).toEqual([10, 3.75, NaN, 3.75, 0, 7.5])
    expect([...rescaleValues([4], { kind: 'ranks' }, 'up')]).toEqual([5])
    expect([...rescaleValues([2, 2], { kind: 'ranks' }, 'down')]).toEqual([5, 5])
  })
})

describe('rated sites', () => {
  test('by hand: three criteria, four sites, one of which is not known', async () => {
    const rating = await rateSites([criterion([10, 4, 0, 5], 2), criterion([0, 5, 10, 5], 1), criterion([5, 5, 5, NaN], 1)], OPTIONS)
    // (2·10 + 0 + 5) / 4; (2·4 + 5 + 5) / 4; (0 + 10 + 5) / 4.
    expect([...rating.totals]).toEqual([6.25, 4.5, 3.75, NaN])
    expect([...rating.ranks]).toEqual([1, 2, 3, 0])
    // Fixed weights: the best tenth of three is one, always the same.
    expect([...rating.bestShares]).toEqual([1, 0, 0, NaN])
  })

  test('two opposite sites are each the best in half of all weights from 0 to 1', async () => {
    const opposite = [criterion([10, 0], 1, 0, 1), criterion([0, 10], 1, 0, 1)]
    const { bestShares } = await rateSites(opposite, { draws: 4000, seed: 7 })
    // Binomial: a deviation of √(0.25 / 4000) = 0.8 %.
    expect(Math.abs((bestShares[0] as number) - 0.5)).toBeLessThan(0.032)
    expect((bestShares[0] as number) + (bestShares[1] as number)).toBe(1)
    // Where the first weighs 2 to 4 and the second 0 to 2, the first wins always.
    expect([...(await rateSites([criterion([10, 0], 3, 2, 4), criterion([0, 10], 1, 0, 2)], OPTIONS)).bestShares]).toEqual([1, 0])
  })

  test('the best tenth of 20 is two, and whoever ties with the last of them', async () => {
    const scores = Array.from({ length: 20 }, (_, site) => (site < 3 ? ([9, 8, 8][site] as number) : site / 10))
    expect(
      [...(await rateSites([criterion(scores, 1)], OPTIONS)).bestShares]
        .map((share, site) => (share === 1 ? site : -1))
        .filter((site) => site >= 0),
    ).toEqual([0, 1, 2])
  })

  test('are the same for the same seed; a criterion without weight neither counts nor hides a site', async () => {
    const criteria = [criterion([1, 2, 3], 1, 0, 2), criterion([3, 1, 2], 1, 0, 2)]
    expect(await rateSites(criteria, OPTIONS)).toEqual(await rateSites(criteria, OPTIONS))
    expect([...(await rateSites([...criteria, criterion([NaN, NaN, NaN], 0)], OPTIONS)).totals]).toEqual([2, 1.5, 2.5])
  })

  test('tell how far they are, and stop when told so', async () => {
    const shares: number[] = []
    const run = rateSites([criterion([1, 2], 1)], { draws: 250, seed: 1, onProgress: (share) => shares.push(share) < 2 })
    await expect(run).rejects.toThrow('Cancelled')
    expect(shares).toEqual([0.4, 0.8])
  })

  test('refuse weights that cannot be', async () => {
    await expect(rateSites([], OPTIONS)).rejects.toThrow(/one criterion or more/)
    await expect(rateSites([criterion([1], 0)], OPTIONS)).rejects.toThrow(/one criterion or more/)
    await expect(rateSites([criterion([1], 1, 2, 1)], OPTIONS)).rejects.toThrow(/lower first, found 2 and 1/)
    await expect(rateSites([criterion([1], NaN, 0, 1)], OPTIONS)).rejects.toThrow(/found NaN/)
    await expect(rateSites([criterion([1], 1)], { ...OPTIONS, draws: 0 })).rejects.toThrow(/draws above 0/)
  })
})

describe('whatever the scores', () => {
  const sites = fc.array(fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 })), { minLength: 1, maxLength: 40 })
  const boundsOfOne = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 3 }))
  type Bounds = readonly [low: number, width: number]
  const make = (all: readonly (readonly [number, number])[], bounds: readonly [Bounds, Bounds], factor = 1) =>
    bounds.map(([low, width], index) =>
      criterion(
        all.map((scores) => scores[index] as number),
        (low + width) * factor,
        low * factor,
        (low + width) * factor,
      ),
    )

  test('weights twice or four times as large change nothing', async () => {
    await fc.assert(
      fc.asyncProperty(sites, fc.tuple(boundsOfOne, boundsOfOne), fc.constantFrom(2, 4, 0.5), async (all, both, factor) => {
        expect(await rateSites(make(all, both, factor), { draws: 50, seed: 3 })).toEqual(
          await rateSites(make(all, both), { draws: 50, seed: 3 }),
        )
      }),
      { numRuns: 60, seed: 1 },
    )
  })

  test('a site that is best in everything is in the best tenth under any weights, and totals lie within the scores', async () => {
    await fc.assert(
      fc.asyncProperty(sites, fc.tuple(boundsOfOne, boundsOfOne), async (all, both) => {
        const rating = await rateSites(make([...all, [10, 10]], both), { draws: 50, seed: 3 })
        expect(rating.bestShares.at(-1)).toBe(1)
        expect(rating.ranks.at(-1)).toBe(1)
        all.forEach(([first, second], site) => {
          expect(rating.totals[site]).toBeGreaterThanOrEqual(Math.min(first, second) - 1e-9)
          expect(rating.totals[site]).toBeLessThanOrEqual(Math.max(first, second) + 1e-9)
        })
      }),
      { numRuns: 60, seed: 1 },
    )
  })
})
