import { describe, expect, test } from 'vitest'
import { sumShares } from '../../../src/analytics/zones/zone-shares.ts'
import { shareFeatures } from '../../../src/analytics/zones/share-features.ts'
import type { PackedGeometry } from '../../../src/geo/packed-geometry.ts'
import { makeRandom } from '../../../src/analytics/random/seeded-random.ts'
import { packPolygons, square } from '../../geo/pack-polygons.ts'

/** Shares of each zone as [feature, share]. */
function sharesOf(features: PackedGeometry, zones: PackedGeometry): [number, number][][] {
  const found = shareFeatures(features, zones)
  return Array.from({ length: found.zoneStarts.length - 1 }, (_, zone) => {
    const [from, to] = [found.zoneStarts[zone] as number, found.zoneStarts[zone + 1] as number]
    return Array.from(
      { length: to - from },
      (_unused, entry) => [found.features[from + entry] as number, found.shares[from + entry] as number] as [number, number],
    )
  })
}

/** Side by side, 1 km each, at coordinates as large as a city's. */
const [X, Y] = [25_496_000, 6_672_000]
const TWO = packPolygons([[square(X, Y, 1000)], [square(X + 1000, Y, 1000)]])

describe('shares by hand', () => {
  test('whole, halved, three quarters, outside, touching', () => {
    const features = packPolygons([
      [square(X + 100, Y + 100, 20)],
      [square(X + 990, Y + 100, 20)],
      [square(X + 995, Y + 200, 20)],
      [square(X + 5000, Y, 20)],
      [square(X + 1000, Y + 300, 20)],
      [square(X + 1990, Y + 990, 20)],
    ])
    const [west, east] = sharesOf(features, TWO)
    expect(west?.map(([feature]) => feature)).toEqual([0, 1, 2])
    expect(west?.[0]?.[1]).toBe(1)
    expect(west?.[1]?.[1]).toBeCloseTo(0.5, 9)
    expect(west?.[2]?.[1]).toBeCloseTo(0.25, 9)
    expect(east?.map(([feature]) => feature)).toEqual([1, 2, 4, 5])
    expect(east?.[2]?.[1]).toBe(1)
    // A quarter of the last one is in the corner of the zone, the rest in none.
    expect(east?.[3]?.[1]).toBeCloseTo(0.25, 9)
  })

  test('a courtyard is no area, and a zone in a hole of another is out of it', () => {
    const ring = packPolygons([[square(X + 980, Y + 100, 40), square(X + 990, Y + 110, 20)]])
    expect(sharesOf(ring, TWO).map((zone) => zone[0]?.[1])).toEqual([expect.closeTo(0.5, 9), expect.closeTo(0.5, 9)])
    const holed = packPolygons([[square(X, Y, 1000), square(X + 400, Y + 400, 200)], [square(X + 400, Y + 400, 200)]])
    const features = packPolygons([[square(X + 450, Y + 450, 20)], [square(X + 590, Y + 450, 20)]])
    const [around, within] = sharesOf(features, holed)
    expect(around).toEqual([[1, expect.closeTo(0.5, 9)]])
    expect(within).toEqual([
      [0, 1],
      [1, expect.closeTo(0.5, 9)],
    ])
  })

  test('a U across a crooked border: both arms count', () => {
    // Arms of 10 × 30 joined by a foot of 30 × 10; the border runs at x = 0, then turns east at y = 25.
    const u = [
      [-15, 0],
      [15, 0],
      [15, 40],
      [5, 40],
      [5, 10],
      [-5, 10],
      [-5, 40],
      [-15, 40],
      [-15, 0],
    ].map(([x, y]) => [X + (x as number), Y + (y as number)] as const)
    const west = [
      [-100, -100],
      [0, -100],
      [0, 25],
      [100, 25],
      [100, 100],
      [-100, 100],
      [-100, -100],
    ].map(([x, y]) => [X + (x as number), Y + (y as number)] as const)
    // West has the west half (15 · 10 + 10 · 30) and the east arm above 25 (10 · 15) of 900.
    expect(sharesOf(packPolygons([[u]]), packPolygons([[west]]))[0]?.[0]?.[1]).toBeCloseTo((450 + 150) / 900, 9)
  })

  test('a feature without area is where its first point is; one without points is nowhere', () => {
    const line = packPolygons([
      [
        [
          [X + 10, Y + 10],
          [X + 20, Y + 10],
          [X + 10, Y + 10],
        ],
      ],
      [],
    ])
    expect(sharesOf(line, TWO)).toEqual([[[0, 1]], []])
  })
})

describe('by chance', () => {
  /** Cells of a crooked grid: corners moved at random, shared by the neighbours. */
  function crookedGrid(seed: number, side: number) {
    const random = makeRandom(seed)
    const corners = Array.from({ length: (side + 1) ** 2 }, (_, index) => {
      const [column, row] = [index % (side + 1), Math.floor(index / (side + 1))]
      const isEdge = column === 0 || row === 0 || column === side || row === side
      const off = () => (isEdge ? 0 : (random.uniform() - 0.5) * 60)
      return [X + column * 100 + off(), Y + row * 100 + off()] as const
    })
    const cells = Array.from({ length: side * side }, (_, index) => {
      const corner = Math.floor(index / side) * (side + 1) + (index % side)
      const ring = [corner, corner + 1, corner + side + 2, corner + side + 1, corner].map(
        (each) => corners[each] as readonly [number, number],
      )
      return [ring]
    })
    const features = Array.from({ length: 300 }, () => [
      square(X + random.uniform() * (side * 100 - 40), Y + random.uniform() * (side * 100 - 40), 5 + random.uniform() * 35),
    ])
    return { cells, features: packPolygons(features), random }
  }

  test.each([1, 2, 3])('in zones without gaps the shares of every feature add up to 1 (seed %i)', (seed) => {
    const { cells, features } = crookedGrid(seed, 6)
    const found = shareFeatures(features, packPolygons(cells))
    const sums = new Float64Array(300)
    found.features.forEach((feature, entry) => (sums[feature] = (sums[feature] as number) + (found.shares[entry] as number)))
    // Points are rounded to a micrometre, on squares of 5 m and more.
    for (const sum of sums) expect(sum).toBeCloseTo(1, 6)
    expect(found.features.length).toBeGreaterThan(400)
  })

  test('the order of the zones and of their points changes nothing', () => {
    const { cells, features, random } = crookedGrid(4, 5)
    const order = cells.map((_, index) => index).sort(() => random.uniform() - 0.5)
    const turned = order.map((cell) => (cells[cell] as (typeof cells)[number]).map((ring) => ring.toReversed()))
    const value = (feature: number) => feature + 1
    const plain = sumShares(shareFeatures(features, packPolygons(cells)), value)
    const other = sumShares(shareFeatures(features, packPolygons(turned)), value)
    order.forEach((cell, place) => expect(other[place]).toBeCloseTo(plain[cell] as number, 6))
  })
})
