import { expect, test } from 'vitest'
import { boxesMeet, boxHolds, boxOfFeature, boxOfPoints, EMPTY_BOX, joinBoxes, widenBox } from '../../src/geo/boxes.ts'
import { packPolygons } from './pack-polygons.ts'

test('of points, all or some, without what is no number; of a feature', () => {
  expect(boxOfPoints([3, 4, 1, 9, 5, NaN, NaN, -8])).toEqual([1, -8, 5, 9])
  expect(boxOfPoints([3, 4, 1, 9, 5, 0], 1, 2)).toEqual([1, 9, 1, 9])
  expect([boxOfPoints([]), boxOfPoints([NaN, NaN])]).toEqual([null, null])
  const shapes = packPolygons([
    [
      [
        [0, 0],
        [3, 0],
        [0, 2],
        [0, 0],
      ],
    ],
    [],
  ])
  expect([boxOfFeature(shapes, 0), boxOfFeature(shapes, 1)]).toEqual([[0, 0, 3, 2], null])
})

test('meet also where they touch, hold also on the edge', () => {
  expect([boxesMeet([0, 0, 1, 1], [1, 1, 2, 2]), boxesMeet([0, 0, 1, 1], [1.1, 0, 2, 1]), boxesMeet([0, 0, 9, 9], [3, 3, 4, 4])]).toEqual([
    true,
    false,
    true,
  ])
  expect([boxHolds([0, 0, 1, 1], 1, 0), boxHolds([0, 0, 1, 1], 1, 1.1), boxHolds([0, 0, 1, 1], NaN, 0)]).toEqual([true, false, false])
})

test('the empty box meets nothing and adds nothing', () => {
  expect([boxesMeet(EMPTY_BOX, [-9, -9, 9, 9]), boxHolds(EMPTY_BOX, 0, 0)]).toEqual([false, false])
  expect(joinBoxes(EMPTY_BOX, [1, 2, 3, 4])).toEqual([1, 2, 3, 4])
  expect(joinBoxes([0, 3, 2, 9], [1, 2, 3, 4])).toEqual([0, 2, 3, 9])
  expect([widenBox([0, 0, 1, 1], 2), widenBox([0, 0, 1, 1], 2, 3)]).toEqual([
    [-2, -2, 3, 3],
    [-2, -3, 3, 4],
  ])
})
