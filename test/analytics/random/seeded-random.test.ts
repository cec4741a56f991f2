import { expect, test } from 'vitest'
import { makeRandom, makeRandomFromState } from '../../../src/analytics/random/seeded-random.ts'
import { shuffle } from '../../../src/analytics/random/shuffle.ts'

test('gives the sequence that the reference code gives from the state 1, 2, 3, 4', () => {
  // Blackman and Vigna's xoshiro128starstar.c, as in the tests of the Rust crate rand_xoshiro.
  const random = makeRandomFromState([1, 2, 3, 4])
  expect(Array.from({ length: 10 }, () => random.next())).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ])
})

test('one seed always gives one sequence, another seed another', () => {
  const take = (seed: number) => Array.from({ length: 50 }, makeRandom(seed).next)
  expect(take(7)).toEqual(take(7))
  expect(take(7)).not.toEqual(take(8))
  expect(new Set(take(0)).size).toBe(50)
})

test('a state of zeros is refused, since nothing would come of it', () => {
  expect(() => makeRandomFromState([0, 0, 0, 0])).toThrow('zeros')
})

test('numbers below ten come as often as each other', () => {
  const random = makeRandom(1)
  const counts = new Array<number>(10).fill(0)
  for (let draw = 0; draw < 100_000; draw++) {
    const value = random.below(10)
    counts[value] = (counts[value] as number) + 1
  }
  // Chi-square with 9 degrees of freedom: 27.88 is passed once in a thousand seeds.
  expect(counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(27.88)
})

test('normal numbers have the moments of the standard normal', () => {
  const { normal } = makeRandom(2)
  const values = Array.from({ length: 100_000 }, normal)
  const moment = (power: number) => values.reduce((sum, value) => sum + value ** power, 0) / values.length
  // Bounds of five standard errors: sqrt(1, 2, 15, 96) / sqrt(100,000) each.
  expect(Math.abs(moment(1))).toBeLessThan(0.016)
  expect(Math.abs(moment(2) - 1)).toBeLessThan(0.023)
  expect(Math.abs(moment(3))).toBeLessThan(0.062)
  expect(Math.abs(moment(4) - 3)).toBeLessThan(0.16)
})

test('every order of three comes as often as another', () => {
  const random = makeRandom(3)
  const counts = new Map<string, number>()
  for (let draw = 0; draw < 60_000; draw++) {
    const order = shuffle([0, 1, 2], random).join('')
    counts.set(order, (counts.get(order) ?? 0) + 1)
  }
  expect(counts.size).toBe(6)
  // Chi-square with 5 degrees of freedom at one in a thousand.
  expect([...counts.values()].reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(20.52)
})
