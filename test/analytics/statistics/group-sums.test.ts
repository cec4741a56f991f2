import { expect, test } from 'vitest'
import { sumByGroup } from '../../../src/analytics/statistics/group-sums.ts'

test('sums by group, leaving out what is unknown and what belongs to none', () => {
  const { sums, known, members } = sumByGroup([1, 2, NaN, 4, 8], [0, 0, 0, -1, 2], 3)
  expect([...sums]).toEqual([3, 0, 8])
  expect([...known]).toEqual([2, 0, 1])
  expect([...members]).toEqual([3, 0, 1])
})

test('columns of different lengths are a bug', () => {
  expect(() => sumByGroup([1], [0, 1], 2)).toThrow('found 2 and 1')
})
