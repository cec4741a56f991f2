import { expect, test } from 'vitest'
import { measurePerimeters } from '../../../../src/analytics/energy/physics/measure-perimeters.ts'
import { packPolygons } from '../../../geo/pack-polygons.ts'

test('outer walls and those of a courtyard count', () => {
  const outline: [number, number][] = [
    [0, 0],
    [30, 0],
    [30, 20],
    [0, 20],
    [0, 0],
  ]
  const yard: [number, number][] = [
    [10, 5],
    [20, 5],
    [20, 15],
    [10, 15],
    [10, 5],
  ]
  expect([...measurePerimeters(packPolygons([[outline], [outline, yard]]))]).toEqual([100, 140])
})
