import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shrinkArea } from '../../../src/analytics/form/shrink-area.ts'
import { cleanArea } from '../../../src/analytics/zones/clean-area.ts'
import { featureArea } from '../../../src/analytics/zones/planar-rings.ts'
import type { PackedGeometry } from '../../../src/geo/packed-geometry.ts'
import { forEachPoint, forEachSegment, ringRange, squaredDistanceToSegment } from '../../../src/geo/rings.ts'

type Corner = readonly [number, number]
const [EAST, NORTH] = [25_496_000, 6_673_000]
/** One area of rings relative to a place such as the cities' systems have. */
const areaOf = (...rings: Corner[][]) => cleanArea([rings.map((ring) => ring.map(([x, y]): Corner => [x + EAST, y + NORTH]))])
const rectangle = (west: number, south: number, east: number, north: number): Corner[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
]

/** Least distance from any corner of a shape to the border of another. */
function leastDistance(shape: PackedGeometry, border: PackedGeometry): number {
  let least = Infinity
  forEachPoint(shape.positions, (x, y) => {
    for (let ring = 0; ring + 1 < border.ringStarts.length; ring++) {
      forEachSegment(
        border.positions,
        (x1, y1, x2, y2) => {
          least = Math.min(least, squaredDistanceToSegment(x, y, x1, y1, x2, y2))
        },
        ...ringRange(border, ring),
      )
    }
  })
  return Math.sqrt(least)
}

describe('an area less a strip along its border', () => {
  test('of a rectangle is the smaller rectangle', () => {
    const rest = shrinkArea(areaOf(rectangle(0, 0, 100, 60)), 0, 10)
    expect(featureArea(rest, 0)).toBeCloseTo(80 * 40, 6)
    const xs = [...rest.positions].filter((_, index) => index % 2 === 0).map((x) => x - EAST)
    expect([Math.min(...xs), Math.max(...xs)].map((x) => Math.round(x * 1e6) / 1e6)).toEqual([10, 90])
  })

  test('of a triangle with a circle inscribed of 10 m: as the square of what is left of the radius', () => {
    // 30-40-50: inscribed radius (30 + 40 - 50) / 2 = 10 m; less 4 m, each length is 0.6 of it: 600 · 0.36.
    const triangle: Corner[] = [
      [0, 0],
      [40, 0],
      [0, 30],
    ]
    expect(featureArea(shrinkArea(areaOf(triangle), 0, 4), 0)).toBeCloseTo(216, 6)
    expect(featureArea(shrinkArea(areaOf(triangle), 0, 10.01), 0)).toBe(0)
  })

  test('of an L bends round the corner that points inwards', () => {
    // 100 × 100 less 50 × 50. By hand, strip 10 m: 80 × 80 less the square grown by 10 m: 50 · 50 and strips of
    // 10 m on two sides within the rest: 40 · 40 + 2 · 40 · 10 + a quarter of a circle of 10 m.
    const corner: Corner[] = [
      [0, 0],
      [100, 0],
      [100, 50],
      [50, 50],
      [50, 100],
      [0, 100],
    ]
    const exact = 80 * 80 - (40 * 40 + 2 * 40 * 10 + (Math.PI * 100) / 4)
    const area = featureArea(shrinkArea(areaOf(corner), 0, 10), 0)
    expect(Math.abs(area - exact)).toBeLessThan(0.05)
  })

  test('keeps off a hole too, and falls into two where it is narrow', () => {
    const withHole = areaOf(rectangle(0, 0, 100, 100), rectangle(40, 40, 60, 60))
    const exact = 80 * 80 - (20 * 20 + 4 * 20 * 10 + Math.PI * 100)
    expect(Math.abs(featureArea(shrinkArea(withHole, 0, 10), 0) - exact)).toBeLessThan(0.5)
    const dumbbell: Corner[] = [
      [0, 0],
      [40, 0],
      [40, 15],
      [60, 15],
      [60, 0],
      [100, 0],
      [100, 40],
      [60, 40],
      [60, 25],
      [40, 25],
      [40, 40],
      [0, 40],
    ]
    const parts = shrinkArea(areaOf(dumbbell), 0, 6)
    expect(parts.ringStarts.length - 1).toBe(2)
    // Two squares of 28 m, each with a bulge towards the neck of 10 m: 2 ∫₀⁵ (6 - √(36 - t²)) dt.
    const bulge = 2 * (30 - (5 * Math.sqrt(11) + 36 * Math.asin(5 / 6)) / 2)
    expect(Math.abs(featureArea(parts, 0) - 2 * (28 * 28 + bulge))).toBeLessThan(0.05)
  })

  test('of no width is the area; too wide a strip leaves nothing; a width below 0 is refused', () => {
    const square = areaOf(rectangle(0, 0, 20, 20))
    expect(featureArea(shrinkArea(square, 0, 0), 0)).toBeCloseTo(400, 6)
    expect(shrinkArea(square, 0, 10.5).ringStarts.length - 1).toBe(0)
    expect(() => shrinkArea(square, 0, -1)).toThrow(/0 m or more/)
    expect(() => shrinkArea(square, 0, NaN)).toThrow(/0 m or more/)
  })

  test('never comes nearer to the border than asked, and shrinks as the strip grows, whatever the shape', () => {
    // A star about the middle: any radii make a ring that does not cross itself.
    const radii = fc.array(fc.integer({ min: 20, max: 100 }), { minLength: 3, maxLength: 12 })
    fc.assert(
      fc.property(radii, fc.integer({ min: 1, max: 15 }), (lengths, strip) => {
        const star = areaOf(
          lengths.map((length, index): Corner => {
            const angle = (2 * Math.PI * index) / lengths.length
            return [length * Math.cos(angle), length * Math.sin(angle)]
          }),
        )
        const rest = shrinkArea(star, 0, strip)
        expect(leastDistance(rest, star)).toBeGreaterThan(strip * 0.9996)
        expect(featureArea(shrinkArea(star, 0, strip + 1), 0)).toBeLessThanOrEqual(featureArea(rest, 0) + 1e-6)
      }),
      { numRuns: 60, seed: 1 },
    )
  })
})
