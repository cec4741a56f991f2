import { expect, test } from 'vitest'
import { measurePath } from '../../../src/analytics/view/measure-path.ts'

const at = (x: number, y: number, heightMetres = 0) => ({ x, y, heightMetres })

test('a straight step is measured over the ground and through the air', () => {
  // 3-4-5 on the ground, 5-12-13 with the height.
  expect(measurePath([at(0, 0), at(3, 4, 12)])).toEqual({
    lengthMetres: 5,
    spatialLengthMetres: 13,
    distanceMetres: 5,
    spatialDistanceMetres: 13,
    riseMetres: 12,
    slope: 2.4,
    areaSquareMetres: null,
    perimeterMetres: null,
  })
})

test('a path of three corners has an area, whatever way round', () => {
  const ring = [at(100, 100), at(130, 100), at(130, 140)]
  expect(measurePath(ring)).toMatchObject({
    lengthMetres: 70,
    distanceMetres: 50,
    areaSquareMetres: 600,
    perimeterMetres: 120,
    riseMetres: 0,
    slope: 0,
  })
  expect(measurePath(ring.toReversed())?.areaSquareMetres).toBe(600)
})

test('an outline that crosses itself encloses no area that could be told', () => {
  expect(measurePath([at(0, 0), at(10, 10), at(10, 0), at(0, 10)])?.areaSquareMetres).toBeNull()
})

test('a point alone, and a point over itself, have no slope', () => {
  expect(measurePath([at(0, 0)])).toBeNull()
  expect(measurePath([at(0, 0), at(0, 0, 9)])).toMatchObject({ distanceMetres: 0, spatialDistanceMetres: 9, slope: null })
})
