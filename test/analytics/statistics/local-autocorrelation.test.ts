import { describe, expect, test } from 'vitest'
import { makeRandom } from '../../../src/analytics/random/seeded-random.ts'
import { shuffle } from '../../../src/analytics/random/shuffle.ts'
import { describeAutocorrelation } from '../../../src/analytics/statistics/describe-autocorrelation.ts'
import { adjustFalseDiscovery } from '../../../src/analytics/statistics/false-discovery.ts'
import { measureMoran } from '../../../src/analytics/statistics/global-autocorrelation.ts'
import { measureGetisOrd, measureLocalMoran } from '../../../src/analytics/statistics/local-autocorrelation.ts'
import { pseudoPValue } from '../../../src/analytics/statistics/pseudo-p-value.ts'
import { selectWeights, standardiseRows, weightsOfLists } from '../../../src/analytics/statistics/spatial-weights.ts'
import { latticeLists } from './lattice.ts'
import {
  COLUMBUS_CRIME,
  COLUMBUS_NEIGHBOURS,
  ST_LOUIS_HOMICIDES,
  ST_LOUIS_NEIGHBOURS,
  ST_LOUIS_PRINTED_LISA_P,
} from './published-examples.ts'

const OPTIONS = { permutations: 999, seed: 42 }
const ST_LOUIS = standardiseRows(weightsOfLists(ST_LOUIS_NEIGHBOURS))

/** A full matrix, for formulas written out over it. */
function denseOf(lists: readonly (readonly number[])[], self: boolean): number[][] {
  return lists.map((list, row) => lists.map((_, column) => (list.includes(column) || (self && row === column) ? 1 : 0)))
}
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

test('Gi* of 1 to 16 on four by four cells, as by hand', () => {
  const { z, normalPValues } = measureGetisOrd(
    Array.from({ length: 16 }, (_, cell) => cell + 1),
    weightsOfLists(latticeLists(4, 4)),
    OPTIONS,
  )
  expect(z[0]).toBeCloseTo(-2.354355, 6)
  expect(z[5]).toBeCloseTo(-1.416103, 6)
  expect(z[15]).toBeCloseTo(2.354355, 6)
  // scipy: erfc(2.354355 / sqrt(2)).
  expect(normalPValues[0]).toBeCloseTo(0.018555, 5)
})

test('Gi* of six places within 15 m of each other, as PySAL has it', () => {
  // esda/tests/test_getisord.py, test_star_binary: (10, 10), (20, 10), (40, 10), (15, 20), (30, 20), (30, 30).
  const lists = [[1, 3], [0, 3, 4], [4], [0, 1, 4], [1, 2, 3, 5], [4]]
  expect(measureGetisOrd([2, 3, 3.2, 5, 8, 7], weightsOfLists(lists), OPTIONS).z[0]).toBeCloseTo(-1.39727626, 7)
})

describe.each([
  ['St. Louis', ST_LOUIS_HOMICIDES, ST_LOUIS_NEIGHBOURS],
  ['Columbus', COLUMBUS_CRIME, COLUMBUS_NEIGHBOURS],
] as const)('%s, over the full matrix', (_, values, lists) => {
  const mean = sum(values) / values.length
  const variance = sum(values.map((value) => (value - mean) ** 2)) / values.length

  test('local I is (x - mean) times the mean deviation of the neighbours, over the sample variance', () => {
    const { i } = measureLocalMoran(values, standardiseRows(weightsOfLists(lists)), OPTIONS)
    denseOf(lists, false).forEach((row, zone) => {
      const lag = sum(row.map((weight, other) => weight * (values[other] as number))) / sum(row) - mean
      const expected = (((values[zone] as number) - mean) * lag) / ((variance * values.length) / (values.length - 1))
      expect(i[zone]).toBeCloseTo(expected, 9)
    })
  })

  test('local I sum up to the global one', () => {
    const weights = standardiseRows(weightsOfLists(lists))
    const n = values.length
    expect((sum([...measureLocalMoran(values, weights, OPTIONS).i]) / n) * (n / (n - 1))).toBeCloseTo(measureMoran(values, weights).i, 9)
  })

  test('Gi* is the standardised sum over a zone and its neighbours', () => {
    const { z } = measureGetisOrd(values, weightsOfLists(lists), OPTIONS)
    const n = values.length
    denseOf(lists, true).forEach((row, zone) => {
      const w = sum(row)
      const spread = Math.sqrt(variance) * Math.sqrt((n * sum(row.map((weight) => weight ** 2)) - w ** 2) / (n - 1))
      expect(z[zone]).toBeCloseTo((sum(row.map((weight, other) => weight * (values[other] as number))) - w * mean) / spread, 9)
    })
  })
})

describe('p-values', () => {
  const { pValues, deviations, lags } = measureLocalMoran(ST_LOUIS_HOMICIDES, ST_LOUIS, OPTIONS)

  test('of St. Louis, halved, are those that PySAL prints, but for chance', () => {
    ST_LOUIS_PRINTED_LISA_P.forEach((printed, zone) => {
      // Both are counts of 999 draws; five standard errors of the difference and one draw.
      const half = (pValues[zone] as number) / 2
      const middle = (half + printed) / 2
      expect(Math.abs(half - printed)).toBeLessThan(5 * Math.sqrt((2 * middle * (1 - middle)) / 999) + 0.0011)
    })
  })

  test("PySAL's ten zones below 0.05 lie in the quarters that it prints: 4, 1, 3, 1, 3, 1, 1, 3, 3, 3", () => {
    // Quarters: 1 high-high, 2 low-high, 3 low-low, 4 high-low.
    const quarter = (zone: number) =>
      (deviations[zone] as number) > 0 ? ((lags[zone] as number) > 0 ? 1 : 4) : (lags[zone] as number) > 0 ? 2 : 3
    const zones = ST_LOUIS_PRINTED_LISA_P.flatMap((printed, zone) => (printed < 0.05 ? [zone] : []))
    expect(zones.map(quarter)).toEqual([4, 1, 3, 1, 3, 1, 1, 3, 3, 3])
  })

  test('are exact where every choice of neighbours can be counted', () => {
    // Values 1 to 6, one neighbour each: zone 5 (6) has zone 4 (5), the highest of the five others.
    const weights = weightsOfLists([[1], [0], [3], [2], [5], [4]])
    const { pValues: exact } = measureLocalMoran([1, 2, 3, 4, 5, 6], weights, { permutations: 99_999, seed: 1 })
    expect(exact[5]).toBeCloseTo(2 / 5, 2)
    // Zone 2 (3) has zone 3 (4), of 1, 2, 4, 5, 6: three are as high, three as low.
    expect(exact[2]).toBe(1)
  })

  test('and all else stay with their zones in whatever order these stand, and are the same for the same seed', () => {
    for (const seed of [1, 2, 3]) {
      const order = shuffle(Array.from(ST_LOUIS_HOMICIDES.keys()), makeRandom(seed)) as number[]
      const values = order.map((zone) => ST_LOUIS_HOMICIDES[zone] as number)
      const turned = describeAutocorrelation(values, selectWeights(weightsOfLists(ST_LOUIS_NEIGHBOURS), order), OPTIONS)
      const straight = describeAutocorrelation(ST_LOUIS_HOMICIDES, weightsOfLists(ST_LOUIS_NEIGHBOURS), OPTIONS)
      expect([...turned.local.pValues]).toEqual(order.map((zone) => straight.local.pValues[zone]))
      expect([...turned.gi.qValues]).toEqual(order.map((zone) => straight.gi.qValues[zone]))
      expect(turned.local.classes).toEqual(order.map((zone) => straight.local.classes[zone]))
    }
  })

  test("of Gi* are those of the local I, since both ask whether the neighbours' sum is extreme", () => {
    const gi = measureGetisOrd(ST_LOUIS_HOMICIDES, weightsOfLists(ST_LOUIS_NEIGHBOURS), OPTIONS)
    expect([...gi.pValues]).toEqual([...pValues])
  })

  test('count what is equal as extreme, and are never 0 nor above 1', () => {
    expect(pseudoPValue(5, [1, 2, 3, 4])).toBe(2 / 5)
    expect(pseudoPValue(3, [3, 3, 3, 3])).toBe(1)
    expect(pseudoPValue(0.1 + 0.2, [0.3, 0, 0, 0])).toBe(4 / 5)
  })
})

describe('the table', () => {
  test('leaves out zones without a value and those left without neighbours', () => {
    const lists = latticeLists(1, 5)
    const { count, local, gi } = describeAutocorrelation([1, 2, 3, NaN, 5], weightsOfLists(lists), OPTIONS)
    expect(count).toBe(3)
    expect(local.classes.slice(3)).toEqual(['no-data', 'no-data'])
    for (const column of [local.i, local.pValues, local.qValues, gi.z, gi.pValues]) expect([column[3], column[4]]).toEqual([NaN, NaN])
  })

  test('finds a hot corner and a cold one, and nothing in noise', () => {
    const lists = latticeLists(12, 12)
    const random = makeRandom(4)
    const noise = Array.from({ length: 144 }, random.normal)
    const bumps = noise.map((value, cell) => {
      const [row, column] = [Math.floor(cell / 12), cell % 12]
      return value + (row < 4 && column < 4 ? 6 : row > 7 && column > 7 ? -6 : 0)
    })
    const { local, moran } = describeAutocorrelation(bumps, weightsOfLists(lists), OPTIONS)
    expect(local.classes[13]).toBe('high-high')
    expect(local.classes[130]).toBe('low-low')
    expect(moran.pValue).toBe(0.002)
    expect(
      describeAutocorrelation(noise, weightsOfLists(lists), OPTIONS).local.classes.filter((name) => name !== 'none').length,
    ).toBeLessThan(3)
  })

  test('says nothing where all values are equal, or nothing is known', () => {
    const weights = weightsOfLists(latticeLists(3, 3))
    expect(describeAutocorrelation(new Float64Array(9).fill(0.3), weights, OPTIONS).local.classes).toEqual(new Array(9).fill('none'))
    expect(describeAutocorrelation(new Float64Array(9).fill(NaN), weights, OPTIONS)).toMatchObject({
      count: 0,
      moran: { i: NaN, expected: NaN, pValue: NaN },
    })
  })
})

test('q-values are those of R, p.adjust(c(0.01, 0.02, 0.03, 0.04, 0.05), "BH") and of the paper\'s example', () => {
  adjustFalseDiscovery([0.01, 0.04, 0.03, 0.02, 0.05]).forEach((q) => expect(q).toBeCloseTo(0.05, 12))
  // Benjamini and Hochberg 1995, section 3.2: of 15 p-values the first four are kept at 0.05.
  const paper = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1]
  const q = adjustFalseDiscovery(paper)
  expect([...q].filter((value) => value <= 0.05)).toHaveLength(4)
  expect(q[3]).toBeCloseTo((0.0095 * 15) / 4, 12)
  expect([...adjustFalseDiscovery([NaN, 0.01, 0.02])]).toEqual([NaN, 0.02, 0.02])
})

test('progress rises from pass to pass and ends at 1 or just before', () => {
  const shares: number[] = []
  const line = weightsOfLists([[1], [0, 2], [1, 3], [2]])
  describeAutocorrelation([1, 2, 3, 4], line, { permutations: 99, seed: 1, onProgress: (share) => shares.push(share) })
  expect(shares.length).toBe(4 + 4 + 99)
  expect(shares.toSorted((a, b) => a - b)).toEqual(shares)
  expect(shares.at(-1)).toBeCloseTo(1, 1)
})
