import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { OpenRing } from '../../../src/geo/open-rings.ts'
import { snapPoint, snapRings } from '../../../src/scenario/shape/snap-point.ts'

const NONE = new Float64Array(0)
/** A wall from (0, 20) to (30, 20). */
const WALL = Float64Array.of(0, 20, 30, 20)
const near = (x: number, y: number) => [expect.closeTo(x, 6), expect.closeTo(y, 6)]
const snap = (raw: readonly [number, number], corners: OpenRing, segments = NONE, lengthMetres: number | null = null) =>
  snapPoint({ raw, reachMetres: 2, corners, segments, lengthMetres })

describe('what a pointer means', () => {
  test('where it is, where nothing is near', () => {
    expect(snap([5, 6], [])).toEqual({ point: [5, 6], kind: 'free', guide: null })
  })

  test('a corner near by before the edge that it ends', () => {
    expect(snap([1, 19], [], WALL)).toMatchObject({ point: [0, 20], kind: 'corner' })
    expect(snap([10, 19], [], WALL)).toMatchObject({ point: [10, 20], kind: 'edge' })
    expect(snap([10, 17], [], WALL).kind).toBe('free')
  })

  test('a right angle to the last edge, in steps of a decimetre', () => {
    const snapped = snap(
      [11, 7.234],
      [
        [0, 0],
        [10, 0],
      ],
    )
    expect(snapped).toMatchObject({ kind: 'right-angle', point: near(10, 7.2) })
  })

  test('straight on', () => {
    expect(
      snap(
        [17.04, 1],
        [
          [0, 0],
          [10, 0],
        ],
      ),
    ).toMatchObject({ kind: 'parallel', point: near(17, 0) })
  })

  test('level with the first corner, so that the shape closes at a right angle', () => {
    const corners: OpenRing = [
      [0, 0],
      [10, 0],
      [10, 8],
    ]
    expect(snap([0.7, 8.5], corners)).toMatchObject({ point: near(0, 8), guide: [[0, 0], near(0, 8)] })
  })

  test('up to a wall along a right angle', () => {
    expect(
      snap(
        [11, 19],
        [
          [0, 0],
          [10, 0],
        ],
        WALL,
      ),
    ).toMatchObject({ kind: 'right-angle', point: near(10, 20) })
  })

  test('across a slanting wall that the first corner lies on', () => {
    const slanting = Float64Array.of(0, 0, 40, 30)
    // Across (4, 3) / 5 is (-3, 4) / 5: ten metres on are (-6, 8).
    expect(snap([-6.2, 7.9], [[0, 0]], slanting)).toMatchObject({ kind: 'right-angle', point: near(-6, 8) })
  })

  test('the first corner again', () => {
    expect(
      snap(
        [1, 1],
        [
          [0, 0],
          [10, 0],
          [10, 10],
        ],
      ),
    ).toEqual({ point: [0, 0], kind: 'close', guide: null })
  })

  test('exactly as far as was typed, in the direction that is meant', () => {
    expect(
      snap(
        [11, 7],
        [
          [0, 0],
          [10, 0],
        ],
        NONE,
        12.34,
      ),
    ).toMatchObject({ kind: 'right-angle', point: near(10, 12.34) })
    expect(snap([13, 4], [[10, 0]], NONE, 10).point).toEqual(near(16, 8))
    // Nothing is pointed at: the shape turns left.
    expect(
      snap(
        [10, 0],
        [
          [0, 0],
          [10, 0],
        ],
        NONE,
        5,
      ).point,
    ).toEqual(near(10, 5))
  })

  test('a typed length always holds', () => {
    const metres = fc.double({ min: 1, max: 100, noNaN: true })
    fc.assert(
      fc.property(fc.tuple(metres, metres), metres, (raw, length) => {
        const [x, y] = snap(
          raw,
          [
            [0, 0],
            [50, 0],
          ],
          WALL,
          length,
        ).point
        expect(Math.hypot(x - 50, y)).toBeCloseTo(length, 6)
      }),
    )
  })
})

test('a shape that is moved clicks to the corner of another, else to its edge', () => {
  const ring = [
    [10, 5],
    [20, 5],
    [20, 18.5],
    [10, 18.5],
  ] as const
  expect(snapRings([ring], WALL, 2)).toEqual([0, 1.5])
  expect(snapRings([ring.map(([x, y]) => [x + 9, y] as const)], WALL, 2)).toEqual([1, 1.5])
  expect(snapRings([ring], NONE, 2)).toEqual([0, 0])
})
