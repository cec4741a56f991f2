import { describe, expect, test } from 'vitest'
import {
  crossesRay,
  firstPointOf,
  forEachPoint,
  forEachRing,
  forEachSegment,
  isInRing,
  isInside,
  measureRing,
  packRing,
  pointAt,
  pointRange,
  ringArea,
  segmentsCross,
  squaredDistanceToSegment,
} from '../../src/geo/rings.ts'
import { ringsCross } from '../../src/geo/ring-crossing.ts'
import { packPolygons } from './pack-polygons.ts'

/** Two features: a square of 10 with a hole of 2, and a triangle with a point of no ring between. */
const SHAPES = packPolygons([
  [
    [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
      [0, 0],
    ],
    [
      [4, 4],
      [6, 4],
      [6, 6],
      [4, 6],
      [4, 4],
    ],
  ],
  [],
  [
    [
      [20, 0],
      [26, 0],
      [20, 4],
      [20, 0],
    ],
  ],
])
/** The pentagon that Braden (1986) reckons by the surveyor's formula: its area is 30, and it runs clockwise. */
const BRADEN = [
  [3, 4],
  [5, 11],
  [12, 8],
  [9, 5],
  [5, 6],
  [3, 4],
] as const

describe('what is visited', () => {
  test('rings with the ranges of their points, and none of a feature without', () => {
    const seen: number[][] = []
    for (const feature of [0, 1, 2]) forEachRing(SHAPES, feature, (...range) => seen.push([feature, ...range]))
    expect(seen).toEqual([
      [0, 0, 5, 0],
      [0, 5, 10, 1],
      [2, 10, 14, 2],
    ])
    expect([pointRange(SHAPES, 0), pointRange(SHAPES, 1)]).toEqual([
      [0, 10],
      [10, 10],
    ])
    expect([firstPointOf(SHAPES, 2), firstPointOf(SHAPES, 1), pointAt([1, 2, 3, 4], 1)]).toEqual([
      [20, 0],
      [NaN, NaN],
      [3, 4],
    ])
  })

  test('points and segments of a range, whatever array they stand in', () => {
    for (const coordinates of [[1, 2, 3, 4, 5, 6], Float64Array.of(1, 2, 3, 4, 5, 6), Int32Array.of(1, 2, 3, 4, 5, 6)]) {
      const [points, segments]: [number[][], number[][]] = [[], []]
      forEachPoint(coordinates, (...point) => points.push(point), 1)
      forEachSegment(coordinates, (...segment) => segments.push(segment))
      expect(points).toEqual([
        [3, 4, 1],
        [5, 6, 2],
      ])
      expect(segments).toEqual([
        [1, 2, 3, 4, 0],
        [3, 4, 5, 6, 1],
      ])
    }
  })
})

describe('ring area', () => {
  test('of a published polygon, either way round, closed and open', () => {
    expect(ringArea(packRing(BRADEN))).toBe(-30)
    expect(ringArea(packRing(BRADEN.toReversed()))).toBe(30)
    expect(ringArea(packRing(BRADEN.slice(0, -1)))).toBe(-30)
  })

  test('is exact far from the origin, and of a range within others', () => {
    const far = packRing(BRADEN.map(([x, y]) => [x + 25_496_000, y + 6_672_000]))
    expect(ringArea(far)).toBe(-30)
    expect(ringArea(SHAPES.positions, 5, 10)).toBe(4)
  })

  test('with the centre of area: a triangle’s is the mean of its corners', () => {
    expect(measureRing(SHAPES.positions, 10, 14)).toEqual({ area: 12, x: 22, y: 4 / 3 })
    expect(measureRing(Float64Array.of(1, 2, 3, 4, 1, 2))).toEqual({ area: 0, x: 1, y: 2 })
  })
})

describe('point in ring', () => {
  test('holes are out, islands in them in, and neighbours share no border', () => {
    expect([isInside(SHAPES, 0, 1, 1), isInside(SHAPES, 0, 5, 5), isInside(SHAPES, 0, 11, 5), isInside(SHAPES, 1, 5, 5)]).toEqual([
      true,
      false,
      false,
      false,
    ])
    expect([isInside(SHAPES, 0, 0, 5), isInside(SHAPES, 0, 10, 5), isInside(SHAPES, 0, 5, 0), isInside(SHAPES, 0, 5, 10)]).toEqual([
      true,
      false,
      true,
      false,
    ])
  })

  test('an open ring is closed, and a ray through a corner counts it once', () => {
    const rhombus = [0, -1, 1, 0, 0, 1, -1, 0]
    expect([isInRing(rhombus, 0.2, 0.1), isInRing(rhombus, -0.9, 0), isInRing(rhombus, -1.1, 0), isInRing(rhombus, 0.9, 0.9)]).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect([crossesRay(0, 0, 0, 2, -1, 1), crossesRay(0, 0, 0, 2, 1, 1), crossesRay(0, 1, 5, 1, -1, 1)]).toEqual([true, false, false])
  })
})

describe('crossing', () => {
  test('in a point within both, not at an end nor along each other', () => {
    expect(segmentsCross(0, 0, 2, 2, 0, 2, 2, 0)).toBe(true)
    expect(segmentsCross(0, 0, 2, 2, 2, 2, 4, 0)).toBe(false)
    expect(segmentsCross(0, 0, 2, 0, 1, 0, 1, 5)).toBe(false)
    expect(segmentsCross(0, 0, 4, 0, 1, 0, 3, 0)).toBe(false)
  })

  /** A comb of many teeth, with its last tooth bent over the one before or not. */
  const comb = (teeth: number, isBent: boolean) => {
    const ring: [number, number][] = [[-1, -1]]
    for (let tooth = 0; tooth < teeth; tooth++) ring.push([tooth, 0], [tooth + 0.5, 1])
    if (isBent) ring.push([teeth - 1.9, 0.5])
    ring.push([teeth, -1], [-1, -1])
    return packRing(ring)
  }
  test.each([2, 20, 99, 100, 400])('of %d teeth, with and without the index', (teeth) => {
    for (const isBent of [true, false]) {
      const ring = comb(teeth, isBent)
      expect(ringsCross(ring, [0, ring.length / 2])).toBe(isBent)
    }
  })

  test('of two rings of one feature', () => {
    const rings = [
      [
        [0, 0],
        [4, 0],
        [4, 4],
        [0, 4],
        [0, 0],
      ],
      [
        [2, 2],
        [6, 2],
        [6, 3],
        [2, 3],
        [2, 2],
      ],
    ] as const
    expect(ringsCross(packRing(rings.flat()), [0, 5, 10])).toBe(true)
    expect(ringsCross(packRing(rings[1]), [0, 5])).toBe(false)
  })
})

test('distance from a segment: beside it, beyond its end, and from a point', () => {
  expect([
    squaredDistanceToSegment(1, 2, 0, 0, 4, 0),
    squaredDistanceToSegment(7, 4, 0, 0, 4, 0),
    squaredDistanceToSegment(3, 4, 0, 0, 0, 0),
  ]).toEqual([4, 25, 25])
})
