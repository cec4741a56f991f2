import { expect, test } from 'vitest'
import { createLocalPlane } from '../../src/geo/local-plane.ts'
import { closeRing, polygonHolds } from '../../src/geo/open-rings.ts'

const SQUARE = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
] as const
const YARD = [
  [4, 4],
  [6, 4],
  [6, 6],
  [4, 6],
] as const

test('a point lies in a polygon, but not in its hole', () => {
  expect(polygonHolds([SQUARE], [5, 5])).toBe(true)
  expect(polygonHolds([SQUARE, YARD], [5, 5])).toBe(false)
  expect(polygonHolds([SQUARE, YARD], [1, 9])).toBe(true)
  expect(polygonHolds([SQUARE], [11, 5])).toBe(false)
  expect(polygonHolds([], [0, 0])).toBe(false)
})

test('a ring is closed by its first point', () => {
  expect(closeRing(YARD).at(-1)).toEqual([4, 4])
  expect(closeRing([])).toEqual([])
})

test('a plane goes there and back, and its metres are those of the ground', () => {
  const plane = createLocalPlane([24.7453, 59.4372])
  const [longitude, latitude] = plane.toDegrees([123.4, -56.7])
  const [x, y] = plane.toMetres([longitude, latitude])
  expect([x, y]).toEqual([expect.closeTo(123.4, 6), expect.closeTo(-56.7, 6)])
  // A minute of latitude is 1,857 m at 59.4° on WGS84 (a nautical mile by its first definition, 1,852 m at 44°).
  expect(plane.toMetres([24.7453, 59.4372 + 1 / 60])[1]).toBeCloseTo(1857, -1)
})
