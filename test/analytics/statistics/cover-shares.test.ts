import { expect, test } from 'vitest'
import { measureCoverShares } from '../../../src/analytics/statistics/cover-shares.ts'
import { packPolygons, square } from '../../geo/pack-polygons.ts'

test('shares of squares are exact when their sides fall on cells', () => {
  const zones = packPolygons([[square(0, 0, 1000)], [square(1000, 0, 1000)], [square(5000, 5000, 100)]])
  const cover = packPolygons([[square(0, 0, 500)], [square(1500, 0, 1000)]])
  expect([...measureCoverShares(zones, cover)]).toEqual([0.25, 0.5, 0])
})

test('what covers twice counts once', () => {
  const zones = packPolygons([[square(0, 0, 1000)]])
  const cover = packPolygons([[square(0, 0, 500)], [square(0, 0, 500)], [square(250, 250, 250)]])
  expect([...measureCoverShares(zones, cover)]).toEqual([0.25])
})

test('a hole in the cover covers nothing', () => {
  const zones = packPolygons([[square(0, 0, 1000)]])
  expect([...measureCoverShares(zones, packPolygons([[square(0, 0, 1000), square(250, 250, 500)]]))]).toEqual([0.75])
})

test('within land, neither the sea nor what covers it counts', () => {
  const zones = packPolygons([[square(0, 0, 1000)], [square(3000, 0, 1000)]])
  const cover = packPolygons([[square(0, 0, 500)], [square(0, 500, 500)]])
  const land = packPolygons([[square(0, 0, 500)], [square(500, 0, 500)]])
  expect([...measureCoverShares(zones, cover, { cellMetres: 10, within: land })]).toEqual([0.5, NaN])
})

test('a circle of 500 m covers its area within one per cent', () => {
  const circle = Array.from({ length: 361 }, (_, degree): [number, number] => {
    const angle = ((degree % 360) * Math.PI) / 180
    return [1003 + 500 * Math.cos(angle), 997 + 500 * Math.sin(angle)]
  })
  const share = measureCoverShares(packPolygons([[square(0, 0, 2000)]]), packPolygons([[circle]]))[0] as number
  expect(share * 2000 * 2000).toBeCloseTo(Math.PI * 500 ** 2, -4)
  expect(Math.abs((share * 4e6) / (Math.PI * 500 ** 2) - 1)).toBeLessThan(0.01)
})
