import { expect, test } from 'vitest'
import { horizonTangents, makeCompass, skyViewFactor } from '../../../src/analytics/solar/horizon.ts'
import { createScene } from '../../../src/analytics/solar/scene.ts'
import { solidsOf } from '../solar/scenes.ts'

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
