import { expect, test } from 'vitest'
import { findIslands } from '../../../../src/pipeline/cities/helsinki/land.ts'
import type { MultiPolygonRings, PolygonRings } from '../../../../src/pipeline/geometry/planar.ts'

const square = (x: number, y: number, side: number): PolygonRings => [
  [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
    [x, y],
  ],
]

test('what a further source has beside the land is an island; what is land already, and a rock, is none', () => {
  const land: MultiPolygonRings = [square(0, 0, 1000)]
  const island = square(1200, 0, 100)
  const pier = square(995, 500, 100)
  const promontory = square(980, 200, 100)
  const rock = square(1500, 0, 5)
  // The pier has 5 % of its width on land and the promontory a fifth: both are the shore drawn otherwise.
  expect(findIslands(land, [square(300, 300, 50), rock, island, pier, promontory])).toEqual([island])
})

test('of two outlines of one island the larger is taken', () => {
  expect(findIslands([square(0, 0, 10)], [square(110, 10, 60), square(100, 0, 80)])).toEqual([square(100, 0, 80)])
})
