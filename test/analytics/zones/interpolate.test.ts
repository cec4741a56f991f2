import { describe, expect, test } from 'vitest'
import { makeRandom } from '../../../src/analytics/random/seeded-random.ts'
import { measurePolygonMoments } from '../../../src/analytics/statistics/polygon-moments.ts'
import { makeHexagons } from '../../../src/analytics/zones/hexagon-grid.ts'
import { interpolateExtensive, interpolateIntensive, shareByBuildings } from '../../../src/analytics/zones/interpolate.ts'
import { shareFeatures } from '../../../src/analytics/zones/share-features.ts'
import { packShares } from '../../../src/analytics/zones/zone-shares.ts'
import { packPolygons, square } from '../../geo/pack-polygons.ts'

/** A source of 100 m over two targets: 25 m of it in the first; and one wholly in the second. */
const SOURCES = packPolygons([[square(0, 0, 100)], [square(100, 0, 100)]])
const TARGETS = packPolygons([
  [
    [
      [-75, 0],
      [25, 0],
      [25, 100],
      [-75, 100],
      [-75, 0],
    ],
  ],
  [square(25, -50, 200)],
  [square(900, 900, 10)],
])

function cells(side: number, count: number) {
  return packPolygons(
    Array.from({ length: count * count }, (_, cell) => [square((cell % count) * side, Math.floor(cell / count) * side, side)]),
  )
}

test('a sum is split by area, a mean is weighted by area', () => {
  const shares = shareFeatures(SOURCES, TARGETS)
  expect([...interpolateExtensive([80, 40], shares)]).toEqual([20, 100, NaN])
  // In the second target 7,500 m² of a density of 8 and 10,000 m² of one of 4.
  expect([...interpolateIntensive([8, 4], shares, [1e4, 1e4])]).toEqual([8, (7500 * 8 + 10000 * 4) / 17500, NaN])
})

test('what is not known is left out, and alone it is nothing', () => {
  const shares = shareFeatures(SOURCES, TARGETS)
  expect([...interpolateExtensive([NaN, 40], shares)]).toEqual([NaN, 40, NaN])
  expect([...interpolateIntensive([NaN, 4], shares, [1e4, 1e4])]).toEqual([NaN, 4, NaN])
})

test('by buildings, people go where the floors are; a source without buildings is split by area', () => {
  const sources = packPolygons([[square(0, 0, 100)], [square(100, 0, 100)], [square(0, 200, 100)]])
  const targets = packPolygons([
    [
      [
        [0, 0],
        [50, 0],
        [50, 300],
        [0, 300],
        [0, 0],
      ],
    ],
    [
      [
        [50, 0],
        [200, 0],
        [200, 300],
        [50, 300],
        [50, 0],
      ],
    ],
  ])
  // Three in the first source, of which the last stands across the border of the targets; one in the second.
  const buildings = packPolygons([[square(10, 10, 10)], [square(80, 10, 10)], [square(45, 50, 10)], [square(150, 50, 10)]])
  const shares = shareByBuildings(shareFeatures(sources, targets), shareFeatures(buildings, sources), shareFeatures(buildings, targets), [
    300,
    100,
    200,
    NaN,
  ])
  // 600 m² of floor in the first source: 300 + 100 in the west, 100 + 100 in the east. The second's one has no known floor.
  const result = interpolateExtensive([60, 10, 8], shares)
  expect(result[0]).toBeCloseTo(40 + 0 + 4, 9)
  expect(result[1]).toBeCloseTo(20 + 10 + 4, 9)
})

describe.each([1, 2, 3])('whatever the values (seed %i)', (seed) => {
  const random = makeRandom(seed)
  const sources = cells(250, 8)
  const hexagons = makeHexagons([0, 0, 2000, 2000], 40_000 + 20_000 * random.uniform()).geometry
  const shares = shareFeatures(sources, hexagons)
  const values = Array.from({ length: 64 }, () => 5000 * random.uniform() ** 3)
  const total = (numbers: Iterable<number>) => [...numbers].reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0)

  test('the sum is kept to 1e-9, by area and by buildings', () => {
    expect(Math.abs(total(interpolateExtensive(values, shares)) / total(values) - 1)).toBeLessThan(1e-9)
    const buildings = packPolygons(Array.from({ length: 500 }, () => [square(1990 * random.uniform(), 1990 * random.uniform(), 10)]))
    const floors = Array.from({ length: 500 }, () => 1000 * random.uniform())
    const built = shareByBuildings(shares, shareFeatures(buildings, sources), shareFeatures(buildings, hexagons), floors)
    expect(Math.abs(total(interpolateExtensive(values, built)) / total(values) - 1)).toBeLessThan(1e-9)
  })

  test('one density everywhere stays so, and a mean lies between the least and the greatest', () => {
    const areas = measurePolygonMoments(sources).areasSquareMetres
    for (const value of interpolateIntensive(
      values.map(() => 7),
      shares,
      areas,
    ))
      expect(value).toBeCloseTo(7, 12)
    for (const value of interpolateIntensive(values, shares, areas)) {
      expect(value).toBeGreaterThanOrEqual(Math.min(...values))
      expect(value).toBeLessThanOrEqual(Math.max(...values))
    }
  })

  test('it is linear', () => {
    const other = values.map(() => 100 * random.uniform())
    const both = interpolateExtensive(
      values.map((value, index) => 2 * value - (other[index] as number)),
      shares,
    )
    const [one, two] = [interpolateExtensive(values, shares), interpolateExtensive(other, shares)]
    both.forEach((value, target) => expect(value).toBeCloseTo(2 * (one[target] as number) - (two[target] as number), 6))
  })
})

test('a source outside of all targets in part loses that part, and no rounding is made of it', () => {
  expect([...interpolateExtensive([100], packShares([[0]], [[0.9]]))]).toEqual([90])
})
