import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { OpenRing, Point } from '../../../src/geo/open-rings.ts'
import { refuseCorner, refuseRing, SHAPE_LIMITS } from '../../../src/scenario/shape/check-corners.ts'
import { centreOfRing, distanceMetres, polygonSquareMetres, ringSquareMetres } from '../../../src/scenario/shape/measure-shape.ts'
import { mainDirection, moveRings, rotateRings, turnBetween } from '../../../src/scenario/shape/move-shape.ts'
import { splitRing } from '../../../src/scenario/shape/split-ring.ts'

const SQUARE: OpenRing = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
]
/** A U that opens to the north: 30 × 20 less a notch of 10 × 15. */
const COMB: OpenRing = [
  [0, 0],
  [30, 0],
  [30, 20],
  [20, 20],
  [20, 5],
  [10, 5],
  [10, 20],
  [0, 20],
]
const numberIn = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const point = fc.tuple(numberIn(-50, 50), numberIn(-50, 50))
/** Corners by growing angle about the origin: such a ring never crosses itself. */
const starRing = fc.array(fc.tuple(numberIn(0.05, 0.95), numberIn(5, 60)), { minLength: 3, maxLength: 14 }).map((spokes): OpenRing =>
  spokes.map(([share, radius], at): Point => {
    const angle = (2 * Math.PI * (at + share)) / spokes.length
    return [radius * Math.cos(angle), radius * Math.sin(angle)]
  }),
)

describe('measured by hand', () => {
  test('areas and centres', () => {
    expect(ringSquareMetres(SQUARE)).toBe(100)
    expect(ringSquareMetres(SQUARE.toReversed())).toBe(100)
    expect(ringSquareMetres(COMB)).toBe(450)
    expect(
      polygonSquareMetres([
        COMB,
        [
          [1, 1],
          [3, 1],
          [3, 3],
          [1, 3],
        ],
      ]),
    ).toBe(446)
    expect(centreOfRing(SQUARE)).toEqual([5, 5])
  })

  test('a quarter turn about the centre brings a square back, one corner on', () => {
    const [turned] = rotateRings([SQUARE], [5, 5], Math.PI / 2)
    expect(turned?.map(([x, y]) => [Math.round(x * 1e6) / 1e6 + 0, Math.round(y * 1e6) / 1e6 + 0])).toEqual([
      [10, 0],
      [10, 10],
      [0, 10],
      [0, 0],
    ])
  })

  test('the main direction is that of the longest edge, and a turn is the shorter one', () => {
    expect(mainDirection(COMB)).toBe(0)
    expect(turnBetween(0, Math.PI * 0.9)).toBeCloseTo(-Math.PI * 0.1, 9)
    expect(turnBetween(0.2, 0.5)).toBeCloseTo(0.3, 9)
  })
})

test('moving and turning keep lengths and areas', () => {
  fc.assert(
    fc.property(starRing, point, numberIn(-10, 10), (ring, shift, radians) => {
      const [moved] = moveRings(rotateRings([ring], centreOfRing(ring), radians), shift)
      expect(ringSquareMetres(moved as OpenRing)).toBeCloseTo(ringSquareMetres(ring), 4)
      expect(distanceMetres((moved as OpenRing)[0] as Point, (moved as OpenRing)[1] as Point)).toBeCloseTo(
        distanceMetres(ring[0] as Point, ring[1] as Point),
        6,
      )
    }),
  )
})

describe('a shape is split by a line', () => {
  test('a square in halves', () => {
    const pieces = splitRing(SQUARE, [5, -1], [5, 11])
    expect(pieces.map(ringSquareMetres)).toEqual([50, 50])
  })

  test('a U across its two arms gives three pieces: both arms and the foot', () => {
    const pieces = splitRing(COMB, [-1, 10], [31, 10])
    expect(pieces.map(ringSquareMetres).sort((a, b) => a - b)).toEqual([100, 100, 250])
  })

  test('along an edge, past it, and by a line without length: not at all', () => {
    expect(splitRing(SQUARE, [0, 10], [10, 10])).toEqual([SQUARE])
    expect(splitRing(SQUARE, [0, 20], [10, 20])).toEqual([SQUARE])
    expect(splitRing(SQUARE, [5, 5], [5, 5])).toEqual([SQUARE])
  })

  test('through two corners', () => {
    expect(splitRing(SQUARE, [0, 0], [10, 10]).map(ringSquareMetres)).toEqual([50, 50])
  })

  test('whatever the shape and the line: areas add up, and every piece lies on one side', () => {
    fc.assert(
      fc.property(starRing, point, point, (ring, from, to) => {
        fc.pre(distanceMetres(from, to) > 1)
        const pieces = splitRing(ring, from, to)
        const sum = pieces.reduce((total, piece) => total + ringSquareMetres(piece), 0)
        expect(Math.abs(sum - ringSquareMetres(ring))).toBeLessThan(1e-6 * Math.max(1, sum))
        const length = distanceMetres(from, to)
        for (const piece of pieces) {
          const sides = piece.map(([x, y]) => ((y - from[1]) * (to[0] - from[0]) - (x - from[0]) * (to[1] - from[1])) / length)
          expect(Math.min(...sides) > -1e-5 || Math.max(...sides) < 1e-5).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('refused as it happens', () => {
  const line: OpenRing = [
    [0, 0],
    [10, 0],
    [10, 10],
  ]
  test.each([
    ['a corner that goes on', [0, 10], null],
    ['an edge over an earlier one', [5, -5], 'crosses'],
    ['a corner on an earlier edge', [4, 0], 'crosses'],
    ['an edge back along the last one', [10, 4], 'crosses'],
    ['a corner beside the last one', [10.1, 10.1], 'short-edge'],
    ['a corner beyond the plane', [10, 3000], 'too-far'],
  ] as const)('%s', (_, next, expected) => {
    expect(refuseCorner(line, next)).toBe(expected)
  })

  test.each([
    ['a square', SQUARE, null],
    ['two corners', SQUARE.slice(0, 2), 'too-few-corners'],
    [
      'less than four square metres',
      [
        [0, 0],
        [1, 0],
        [1, 3],
        [0, 3],
      ] as OpenRing,
      'too-small',
    ],
    [
      'a bow tie, closed across',
      [
        [0, 0],
        [10, 10],
        [10, 0],
        [0, 10],
      ] as OpenRing,
      'crosses',
    ],
    [
      'corners on one line',
      [
        [0, 0],
        [10, 0],
        [20, 0],
      ] as OpenRing,
      'crosses',
    ],
  ] as const)('%s', (_, ring, expected) => {
    // The edges before the closing one are looked at corner by corner.
    const before = ring.slice(1).reduce<string | null>((found, next, at) => found ?? refuseCorner(ring.slice(0, at + 1), next), null)
    expect(before ?? refuseRing(ring)).toBe(expected)
  })

  test('no simple shape is refused for crossing', () => {
    fc.assert(
      fc.property(starRing, (ring) => {
        fc.pre(ring.every((corner, at) => distanceMetres(corner, ring[(at + 1) % ring.length] as Point) > 1))
        fc.pre(ringSquareMetres(ring) >= SHAPE_LIMITS.leastSquareMetres)
        const reasons = ring.slice(1).map((next, at) => refuseCorner(ring.slice(0, at + 1), next))
        expect(reasons.every((reason) => reason === null)).toBe(true)
        expect(refuseRing(ring)).toBeNull()
      }),
    )
  })
})
