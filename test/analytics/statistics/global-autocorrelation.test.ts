import { describe, expect, test } from 'vitest'
import { makeRandom } from '../../../src/analytics/random/seeded-random.ts'
import { shuffle } from '../../../src/analytics/random/shuffle.ts'
import { measureGeary, measureMoran, testMoran } from '../../../src/analytics/statistics/global-autocorrelation.ts'
import { twoSidedNormalTail } from '../../../src/analytics/statistics/normal-tail.ts'
import { selectWeights, standardiseRows, weightsOfLists } from '../../../src/analytics/statistics/spatial-weights.ts'
import { latticeLists } from './lattice.ts'
import { COLUMBUS_CRIME, COLUMBUS_NEIGHBOURS, ST_LOUIS_HOMICIDES, ST_LOUIS_NEIGHBOURS } from './published-examples.ts'

const ROOKS = weightsOfLists(latticeLists(4, 4))
const lattice = (value: (row: number, column: number) => number) =>
  Array.from({ length: 16 }, (_, cell) => value(Math.floor(cell / 4), cell % 4))

describe('on four by four cells, by hand', () => {
  test.each([
    ['a chessboard', lattice((row, column) => (row + column) % 2), -1, -1, 1.875],
    ['two halves', lattice((row) => (row < 2 ? 0 : 1)), 0.6666667, 0.7083333, 0.3125],
    ['1 to 16', lattice((row, column) => row * 4 + column + 1), 0.6666667, 0.75, 0.1875],
  ])('%s', (_, values, iBinary, iRow, c) => {
    expect(measureMoran(values, ROOKS).i).toBeCloseTo(iBinary, 7)
    expect(measureMoran(values, standardiseRows(ROOKS)).i).toBeCloseTo(iRow, 7)
    expect(measureGeary(values, ROOKS)).toBeCloseTo(c, 7)
  })
})

describe('as other tools print it', () => {
  test('the homicides of St. Louis: PySAL', () => {
    const weights = standardiseRows(weightsOfLists(ST_LOUIS_NEIGHBOURS))
    const { i, expected, varianceNormal } = measureMoran(ST_LOUIS_HOMICIDES, weights)
    expect(i).toBeCloseTo(0.24365582621771659, 9)
    expect(expected).toBeCloseTo(-0.012987012987012988, 15)
    // PySAL's p_norm is one-sided.
    expect(twoSidedNormalTail((i - expected) / Math.sqrt(varianceNormal)) / 2).toBeCloseTo(0.00013573931385468807, 10)
    expect(measureGeary(ST_LOUIS_HOMICIDES, weights)).toBeCloseTo(0.597, 3)
    // Printed: 0.0022 with 9,999 permutations, one-sided; twice that, give or take four standard errors.
    const pValue = testMoran(ST_LOUIS_HOMICIDES, weights, 9999, makeRandom(1))
    expect(Math.abs(pValue - 0.0044)).toBeLessThan(0.0044 * 4 * Math.sqrt(2 / 22))
  })

  test('the crimes of Columbus: spdep', () => {
    const weights = standardiseRows(weightsOfLists(COLUMBUS_NEIGHBOURS))
    // "Number of nonzero links: 236".
    expect(weights.neighbours).toHaveLength(236)
    const { i, expected } = measureMoran(COLUMBUS_CRIME, weights)
    expect(i).toBeCloseTo(0.500188557, 9)
    expect(expected).toBeCloseTo(-0.020833333, 9)
  })

  test('the variance on three by three cells: PySAL', () => {
    const weights = weightsOfLists(latticeLists(3, 3))
    expect(measureMoran([1, 2, 3, 4, 5, 6, 7, 8, 9], weights).varianceNormal).toBeCloseTo(0.053125, 12)
  })
})

describe('whatever the values', () => {
  const weights = standardiseRows(weightsOfLists(ST_LOUIS_NEIGHBOURS))
  const draw = (seed: number) => Array.from({ length: 78 }, makeRandom(seed).normal)

  test.each([1, 2, 3, 4, 5])('I and C do not change with the order of the zones, nor with unit or origin (seed %i)', (seed) => {
    const values = draw(seed)
    const { i } = measureMoran(values, weights)
    const c = measureGeary(values, weights)
    const order = shuffle(Array.from(values.keys()), makeRandom(seed + 100)) as number[]
    const ordered = order.map((zone) => values[zone] as number)
    expect(measureMoran(ordered, selectWeights(weights, order)).i).toBeCloseTo(i, 12)
    expect(measureGeary(ordered, selectWeights(weights, order))).toBeCloseTo(c, 12)
    const moved = values.map((value) => -3.7 * value + 1200)
    expect(measureMoran(moved, weights).i).toBeCloseTo(i, 9)
    expect(measureGeary(moved, weights)).toBeCloseTo(c, 9)
  })

  test('on average over many orders I is its expectation, and its variance as stated for normal values', () => {
    const random = makeRandom(9)
    const draws = Array.from({ length: 4000 }, () => measureMoran(Array.from({ length: 78 }, random.normal), weights).i)
    const { expected, varianceNormal } = measureMoran(draw(1), weights)
    const mean = draws.reduce((sum, i) => sum + i, 0) / draws.length
    const variance = draws.reduce((sum, i) => sum + (i - mean) ** 2, 0) / draws.length
    expect(Math.abs(mean - expected)).toBeLessThan(5 * Math.sqrt(varianceNormal / draws.length))
    expect(Math.abs(variance / varianceNormal - 1)).toBeLessThan(5 * Math.sqrt(2 / draws.length))
  })

  test('p-values of values without pattern are spread evenly', () => {
    const random = makeRandom(11)
    const pValues = Array.from({ length: 400 }, () => testMoran(Array.from({ length: 78 }, random.normal), weights, 99, random))
    const low = pValues.filter((pValue) => pValue <= 0.2).length
    expect(Math.abs(low - 80)).toBeLessThan(4 * Math.sqrt(400 * 0.2 * 0.8))
  })

  test('of equal values nothing is said', () => {
    const same = new Float64Array(78).fill(0.1)
    expect(measureMoran(same, weights).i).toBeNaN()
    expect(measureGeary(same, weights)).toBeNaN()
    expect(testMoran(same, weights, 9, makeRandom(1))).toBeNaN()
  })

  test('values of another number of zones are a bug', () => {
    expect(() => measureMoran([1, 2], weights)).toThrow('found 2 and 78')
  })
})

test('tails of the normal distribution are those of the tables', () => {
  // Two-sided p by scipy.special.erfc(z / sqrt(2)).
  const known = [
    [0, 1],
    [0.5, 0.6170750774519738],
    [1.959963984540054, 0.05],
    [2.9999, 0.0027006829],
    [3, 0.0026997960632601866],
    [6, 1.973175290075396e-9],
  ] as const
  for (const [z, p] of known) {
    expect(twoSidedNormalTail(z) / p).toBeCloseTo(1, 6)
    expect(twoSidedNormalTail(-z)).toBe(twoSidedNormalTail(z))
  }
  expect(twoSidedNormalTail(NaN)).toBeNaN()
})
