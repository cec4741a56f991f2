import { expect, test } from 'vitest'
import { findMatches, type MatchMeasure } from '../../../src/analytics/statistics/find-matches.ts'

/** Own values 10 and 200. Median deviations from the median, by hand: 2 and 100. A distance is in 1.4826 of these. */
const TO_DEVIATIONS = 1.4826
const measure = (id: string, weight: number, own: number, candidates: number[], pooled: number[]): MatchMeasure<string> => ({
  id,
  weight,
  own,
  candidates,
  pooled,
})
const SPREAD_OF_2 = [8, 12]
const SPREAD_OF_100 = [100, 300]

test('distances are weighted means of differences in pooled deviations, and the parts say which', () => {
  const matches = findMatches(
    [measure('density', 3, 10, [14, 10, 9], SPREAD_OF_2), measure('floor', 1, 200, [200, 500, 100], SPREAD_OF_100)],
    10,
  )
  // Apart: 2 and 0; 0 and 3; -0.5 and -1. Weighted: (6 + 0) / 4, (0 + 3) / 4, (1.5 + 1) / 4.
  expect(matches.map(({ row }) => row)).toEqual([2, 1, 0])
  matches.forEach(({ distance }, place) => expect(distance * TO_DEVIATIONS).toBeCloseTo([0.625, 0.75, 1.5][place] as number, 12))
  expect(matches[0]?.parts).toEqual([
    { measureId: 'density', own: 10, other: 9, apart: -0.5 / TO_DEVIATIONS },
    { measureId: 'floor', own: 200, other: 100, apart: -1 / TO_DEVIATIONS },
  ])
  expect(matches[0]?.missing).toEqual([])
})

test('what is unknown on either side is left out and said; known by less than half of the weight is not compared', () => {
  const matches = findMatches(
    [
      measure('a', 2, 10, [NaN, 12, 14], SPREAD_OF_2),
      measure('b', 1, NaN, [1, 1, 1], SPREAD_OF_2),
      measure('c', 1, 200, [200, NaN, 200], SPREAD_OF_100),
    ],
    10,
  )
  expect(matches.map(({ row, missing }) => [row, missing])).toEqual([
    [1, ['b', 'c']],
    [2, ['b']],
  ])
})

test('a measure that is the same everywhere says nothing', () => {
  expect(findMatches([measure('a', 1, 5, [5], [5, 5, 5]), measure('b', 1, 10, [12], SPREAD_OF_2)], 1)[0]).toMatchObject({
    distance: 1 / TO_DEVIATIONS,
    missing: ['a'],
  })
})

test('one extreme zone does not make all others look alike', () => {
  const among = (pooled: number[]) => findMatches([measure('green', 1, 10, [12], pooled)], 1)[0]?.distance as number
  // Deviations from 10: 4, 2, 0, 2, 4 and then 4, 2, 0, 2, 14277: the median is 2 both times.
  expect(among([6, 8, 10, 12, 14_287])).toBe(among([6, 8, 10, 12, 14]))
  expect(among([6, 8, 10, 12, 14])).toBeCloseTo(1 / TO_DEVIATIONS, 12)
})

test('where half of the zones are equal the scale is the standard deviation', () => {
  // Mean 2, deviations -2, -2, -2, 6: variance (4 + 4 + 4 + 36) / 4.
  expect(findMatches([measure('a', 1, 0, [6], [0, 0, 0, 8])], 1)[0]?.distance).toBeCloseTo(6 / Math.sqrt(12), 12)
})

test('of zones as near the first stands first, and no more are given than asked for', () => {
  const candidates = [12, 8, 10, 12, 8, 10]
  expect(findMatches([measure('a', 1, 10, candidates, SPREAD_OF_2)], 4).map(({ row }) => row)).toEqual([2, 5, 0, 1])
})

test('neither unit nor the scale of the weights matters', () => {
  const inMetres = [measure('a', 3, 10, [14, 10, 9], SPREAD_OF_2), measure('b', 1, 200, [200, 500, 100], SPREAD_OF_100)]
  const otherwise = inMetres.map(({ id, weight, own, candidates, pooled }) =>
    measure(
      id,
      weight * 7,
      own * 0.3048 + 5,
      Array.from(candidates, (value) => value * 0.3048 + 5),
      Array.from(pooled, (value) => value * 0.3048 + 5),
    ),
  )
  const [one, two] = [findMatches(inMetres, 3), findMatches(otherwise, 3)]
  expect(two.map(({ row }) => row)).toEqual(one.map(({ row }) => row))
  two.forEach(({ distance }, place) => expect(distance).toBeCloseTo(one[place]?.distance as number, 12))
})

test('a weight of 0 is a bug', () => {
  expect(() => findMatches([measure('a', 0, 1, [1], SPREAD_OF_2)], 1)).toThrow('weight above 0 for a')
})
