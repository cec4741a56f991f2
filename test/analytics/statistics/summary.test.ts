import { expect, test } from 'vitest'
import { makeRandom } from '../../../src/analytics/random/seeded-random.ts'
import { quantileOfSorted, robustZScores, summarise, zScores, zScoresWithin } from '../../../src/analytics/statistics/summary.ts'

test('mean, deviation, median and MAD of a textbook list, unknown values skipped', () => {
  // 1, 1, 2, 2, 4, 6, 9: median 2, absolute deviations 1, 1, 0, 0, 2, 4, 7 and their median 1.
  expect(summarise([1, 1, NaN, 2, 2, 4, 6, 9])).toMatchObject({ count: 7, median: 2, medianAbsoluteDeviation: 1, least: 1, greatest: 9 })
  // 2, 4, 4, 4, 5, 5, 7, 9: mean 5, deviation 2.
  expect(summarise([2, 4, 4, 4, 5, 5, 7, 9])).toMatchObject({ mean: 5, standardDeviation: 2, median: 4.5 })
  expect(summarise([NaN])).toEqual({
    count: 0,
    mean: NaN,
    standardDeviation: NaN,
    median: NaN,
    medianAbsoluteDeviation: NaN,
    least: NaN,
    greatest: NaN,
  })
})

test.each([1, 2, 3, 4])('z-scores have mean 0 and deviation 1, within a group too, whatever unit and origin (seed %i)', (seed) => {
  const random = makeRandom(seed)
  const values = Array.from({ length: 144 }, () => 1e5 + 3e4 * random.normal() ** 2)
  values[7] = NaN
  const groups = values.map((_, index) => (index < 60 ? 0 : 1))
  const pooled = zScores(values)
  expect(summarise(pooled).mean).toBeCloseTo(0, 10)
  expect(summarise(pooled).standardDeviation).toBeCloseTo(1, 10)
  const within = zScoresWithin(values, groups)
  for (const part of [within.slice(0, 60), within.slice(60)]) {
    expect(summarise(part).mean).toBeCloseTo(0, 10)
    expect(summarise(part).standardDeviation).toBeCloseTo(1, 10)
  }
  expect([pooled[7], within[7]]).toEqual([NaN, NaN])
  const rescaled = zScores(values.map((value) => value / 1000 - 5))
  expect(rescaled.map((z, index) => (index === 7 ? 0 : Math.abs(z - (pooled[index] as number)))).every((apart) => apart < 1e-9)).toBe(true)
})

test('robust z-scores of normal values are near their z-scores, and one giant does not move the others', () => {
  const values = Array.from({ length: 20_000 }, makeRandom(5).normal)
  const robust = robustZScores(values)
  // The MAD of so many values is off by about 1 %; five times that.
  expect(Math.abs(summarise(robust).standardDeviation - 1)).toBeLessThan(0.05)
  const small = [3, 5, 6, 7, 8, 9, 10, 12]
  const giant = [...small.slice(0, 7), 1e6]
  expect([...robustZScores(giant).slice(0, 7)]).toEqual([...robustZScores(small).slice(0, 7)])
  // Median 7.5; deviations 4.5 2.5 1.5 0.5 0.5 1.5 2.5 4.5, of which the median is 2.
  expect(robustZScores(small)[0]).toBeCloseTo(-4.5 / (1.4826 * 2), 12)
})

test('where nothing differs no score is given', () => {
  expect([...zScores([4, 4, 4])]).toEqual([NaN, NaN, NaN])
  expect([...robustZScores([4, 4, 4, 9])]).toEqual([NaN, NaN, NaN, NaN])
})

test('quantiles are those of R and NumPy', () => {
  // numpy.quantile([1, 2, 4, 8], [0, 0.05, 0.5, 0.95, 1]).
  expect([0, 0.05, 0.5, 0.95, 1].map((share) => quantileOfSorted([1, 2, 4, 8], share))).toEqual([1, 1.15, 3, expect.closeTo(7.4, 12), 8])
})
