import { expect, test } from 'vitest'
import { findInteriorPoints } from '../../src/geo/interior-points.ts'

/** Sums of the lengths so far, 0 first. */
const startsOf = (lengths: readonly number[]) => {
  const starts = new Uint32Array(lengths.length + 1)
  lengths.forEach((length, index) => (starts[index + 1] = (starts[index] as number) + length))
  return starts
}
const pack = (...features: readonly (readonly (readonly number[])[])[]) =>
  ({
    type: 'polygons',
    positions: Float64Array.from(features.flat(2)),
    ringStarts: startsOf(features.flat().map(({ length }) => length / 2)),
    featureStarts: startsOf(features.map(({ length }) => length)),
  }) as const
const box = (west: number, south: number, east: number, north: number) => [west, south, east, south, east, north, west, north, west, south]

test.each([
  ['the middle of a rectangle', [box(0, 0, 4, 2)], [2, 1]],
  ['the middle of the larger of two', [box(0, 0, 1, 1), box(10, 0, 14, 2)], [12, 1]],
  // The centre lies in the bay: 2 wide walls of a U, 6 high, about a bay of 6. Area 2·6·2 + 6·2 = 36, centre at 5, (24·3 + 12·1)/36 = 7/3.
  ['the middle of the western wall of a U', [[0, 0, 10, 0, 10, 6, 8, 6, 8, 2, 2, 2, 2, 6, 0, 6, 0, 0]], [1, 7 / 3]],
  ['beside the yard of a block', [box(0, 0, 10, 10), box(3, 2, 8, 8)], [1.5, 5]],
])('%s', (_, feature, expected) => {
  const [x, y] = findInteriorPoints(pack(feature))
  expect(x).toBeCloseTo(expected[0] as number, 12)
  expect(y).toBeCloseTo(expected[1] as number, 12)
})

test('each feature has its own, and one without an area has none', () => {
  expect(Array.from(findInteriorPoints(pack([box(0, 0, 2, 2)], [], [[5, 5, 6, 6, 5, 5]], [box(4, 4, 6, 6)])))).toEqual([
    1,
    1,
    NaN,
    NaN,
    NaN,
    NaN,
    5,
    5,
  ])
})
