import { describe, expect, test } from 'vitest'
import { median } from './measure-page.ts'

describe('median', () => {
  test.each([
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
    [[7], 7],
  ])('of %j', (values, expected) => {
    expect(median(values)).toBe(expected)
  })
  test('of nothing is not a number', () => {
    expect(median([])).toBeNaN()
  })
})
