import { describe, expect, test } from 'vitest'
import { classOf, domainOf, MAXIMUM_CLASSES, prettyBreaks } from '../../../src/layers/colour/breaks.ts'

describe('the domain', () => {
  test('runs from the 2nd to the 98th percentile', () => {
    const values = Float64Array.from({ length: 101 }, (_, index) => index)
    expect(domainOf([values])).toEqual([2, 98])
  })

  test('asks each city by itself: the smaller one is not drowned', () => {
    const large = Float64Array.from({ length: 10_000 }, () => 5)
    const small = Float64Array.from({ length: 10 }, () => 50)
    expect(domainOf([large, small])).toEqual([5, 50])
  })

  test('leaves out what is not known, and is null where nothing is', () => {
    expect(domainOf([Float64Array.of(NaN, 3, Infinity, 3)])).toEqual([3, 3])
    expect(domainOf([Float64Array.of(NaN, NaN), new Float64Array()])).toBeNull()
  })
})

describe('breaks', () => {
  test('are round numbers', () => {
    expect(prettyBreaks([2.8, 27.3], 'linear')).toEqual([4, 8, 12, 16, 20, 24])
    expect(prettyBreaks([0, 100], 'linear')).toEqual([20, 40, 60, 80])
    expect(prettyBreaks([-1, 1], 'linear')).toEqual([-0.8, -0.4, 0, 0.4, 0.8])
    expect(prettyBreaks([3, 616], 'logarithmic')).toEqual([10, 30, 100, 300])
    expect(prettyBreaks([1.5, 60], 'logarithmic')).toEqual([2, 5, 10, 20, 50])
  })

  test('are none where all values are one', () => {
    expect(prettyBreaks([7, 7], 'linear')).toEqual([])
    expect(prettyBreaks([7, 7], 'logarithmic')).toEqual([])
  })

  test('are inside the domain, ascending and few, for any domain', () => {
    let seed = 7
    const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647
    for (let round = 0; round < 500; round++) {
      const from = (random() - 0.3) * 10 ** Math.floor(random() * 7)
      const to = from + random() * 10 ** Math.floor(random() * 7) + 1e-3
      for (const spacing of ['linear', 'logarithmic'] as const) {
        const breaks = prettyBreaks([from, to], spacing)
        expect(breaks.length, `${from} to ${to}, ${spacing}`).toBeGreaterThan(0)
        expect(breaks.length).toBeLessThan(MAXIMUM_CLASSES)
        expect(breaks).toEqual(breaks.toSorted((a, b) => a - b))
        expect(breaks[0]).toBeGreaterThan(from)
        expect(breaks.at(-1)).toBeLessThan(to)
      }
    }
  })

  test('a value at a break is in the class above it', () => {
    expect([0, 9.99, 10, 19.99, 20, 99].map((value) => classOf(value, [10, 20]))).toEqual([0, 0, 1, 1, 2, 2])
  })
})
