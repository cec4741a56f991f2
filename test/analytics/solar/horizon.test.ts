import { array, assert, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { horizonTangents, makeCompass, skyViewFactor } from '../../../src/analytics/solar/horizon.ts'
import { createScene, isCovered } from '../../../src/analytics/solar/scene.ts'
import { packPolygons } from '../../geo/pack-polygons.ts'
import { bruteForceHorizon } from './brute-force.ts'
import { anyBlock, solidsOf } from './scenes.ts'

const degrees = (tangent: number | undefined) => (Math.atan(tangent ?? NaN) * 180) / Math.PI
const NORTH = 0
const EAST = 18
const WEST = 54

describe('the horizon of a point', () => {
  test('before one wall stands at atan(h / d), and is flat elsewhere', () => {
    // A block of 21.7 m whose west wall is 30 m east of a point at 1.7 m.
    const scene = createScene(solidsOf([[30, -10, 5, 20, 21.7]]))
    const tangents = horizonTangents(scene, [0, 0, 1.7], makeCompass(72), 500)
    expect(degrees(tangents[EAST])).toBeCloseTo(33.690067525979785, 9)
    expect(tangents[NORTH]).toBe(0)
    expect(tangents[WEST]).toBe(0)
    // 15° off, the wall is met at 30 m / cos 15°; 20° off, the ray passes it by.
    expect(tangents[EAST + 3]).toBeCloseTo((20 * Math.cos(Math.PI / 12)) / 30, 9)
    expect(tangents[EAST + 4]).toBe(0)
  })

  test('is that of the steepest, not of the nearest or the highest', () => {
    const scene = createScene(
      solidsOf([
        [10, -5, 5, 10, 4],
        [40, -5, 5, 10, 24],
        [200, -5, 5, 10, 100],
      ]),
    )
    expect(horizonTangents(scene, [0, 0, 0], makeCompass(72), 500)[EAST]).toBeCloseTo(24 / 40, 12)
    expect(horizonTangents(scene, [0, 0, 0], makeCompass(72), 30)[EAST]).toBeCloseTo(4 / 10, 12)
    expect(horizonTangents(scene, [0, 0, 24], makeCompass(72), 500)[EAST]).toBeCloseTo(76 / 200, 12)
  })

  test('has no gap where walls join, and none from within a yard', () => {
    // The point sees corners at exactly 45°.
    const yard = createScene({
      geometry: packPolygons([
        [
          [
            [-20, -20],
            [20, -20],
            [20, 20],
            [-20, 20],
            [-20, -20],
          ],
          [
            [-10, -10],
            [-10, 10],
            [10, 10],
            [10, -10],
            [-10, -10],
          ],
        ],
      ]),
      topsMetres: [10],
    })
    const tangents = horizonTangents(yard, [0, 0, 0], makeCompass(8), 500)
    tangents.forEach((tangent, azimuth) => expect(tangent).toBeCloseTo(azimuth % 2 === 0 ? 1 : Math.SQRT1_2, 9))
    expect(isCovered(yard, 0, 0, 0)).toBe(false)
    expect(isCovered(yard, 15, 0, 0)).toBe(true)
    expect(isCovered(yard, 15, 0, 10)).toBe(false)
  })

  test('is what a look at every wall finds, in any small town', () => {
    assert(
      property(
        array(anyBlock, { minLength: 1, maxLength: 40 }),
        integer({ min: -1000, max: 5000 }),
        integer({ min: -1000, max: 5000 }),
        integer({ min: 0, max: 300 }),
        (blocks, x, y, z) => {
          const solids = solidsOf(blocks)
          const place = [x / 10 + 0.031, y / 10 + 0.017, z / 10] as const
          const found = horizonTangents(createScene(solids), place, makeCompass(36), 300)
          bruteForceHorizon(solids, place, 36, 300).forEach((angle, azimuth) => {
            expect(Math.abs(Math.atan(found[azimuth] as number) - angle)).toBeLessThan(1e-9)
          })
        },
      ),
      { numRuns: 200, seed: 1 },
    )
  })

  test('of a scene with nothing is flat', () => {
    expect([...horizonTangents(createScene(solidsOf([])), [0, 0, 0], makeCompass(4), 100)]).toEqual([0, 0, 0, 0])
  })

  test('what cannot be a scene or a compass is refused', () => {
    const { geometry } = solidsOf([[0, 0, 1, 1, 1]])
    expect(() => createScene({ geometry, topsMetres: [] })).toThrow('Expected 1 tops, one a solid, found 0')
    expect(() => createScene(solidsOf([[0, 0, Infinity, 1, 1]]))).toThrow('finite')
    expect(() => makeCompass(3)).toThrow('Expected at least 4 azimuths, found 3')
  })
})

describe('the sky view factor', () => {
  test('is 1 on a plain, and 0 down a shaft', () => {
    expect(skyViewFactor(new Float64Array(36))).toBe(1)
    expect(skyViewFactor(new Float64Array(36).fill(Infinity))).toBe(0)
  })

  test('at the middle of a round basin is cos² of the angle to its rim', () => {
    const rim = Array.from({ length: 721 }, (_, step) => {
      const radians = (step * Math.PI) / 360
      return [50 * Math.cos(radians), 50 * Math.sin(radians)] as const
    })
    const scene = createScene({ geometry: packPolygons([[rim]]), topsMetres: [25] })
    // tan = 25 / 50, so cos² = 0.8.
    expect(skyViewFactor(horizonTangents(scene, [0, 0, 0], makeCompass(72), 500))).toBeCloseTo(0.8, 4)
  })

  test('at the foot of an endless wall is one half', () => {
    const scene = createScene(solidsOf([[-50_000, 0.001, 100_000, 10, 1000]]))
    expect(skyViewFactor(horizonTangents(scene, [0, 0, 0], makeCompass(360), 100_000))).toBeCloseTo(0.5, 2)
  })
})

/** In the middle of the floor of a street without end: Oke (1987), Boundary Layer Climates, cos(atan(2 H / W)). */
test.each([
  [10, 20],
  [20, 20],
  [24, 12],
])('the sky view in a street canyon of height %d m and width %d m is that of the formula', (height, width) => {
  // Rows of 10 km on either side stand for endless ones: what is open at their ends is less than 0.002 of the sky.
  const scene = createScene(
    solidsOf([
      [width / 2, -5000, 10, 10_000, height],
      [-width / 2 - 10, -5000, 10, 10_000, height],
    ]),
  )
  const seen = skyViewFactor(horizonTangents(scene, [0, 0, 0], makeCompass(360), 6000))
  expect(Math.abs(seen - Math.cos(Math.atan((2 * height) / width)))).toBeLessThan(0.002)
})
