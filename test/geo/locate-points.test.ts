import { booleanPointInPolygon, polygon } from '@turf/turf'
import { describe, expect, test } from 'vitest'
import { indexPolygons } from '../../src/geo/locate-points.ts'
import { packPolygons } from './pack-polygons.ts'

const SQUARES = packPolygons([
  [[[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]], [[4, 4], [6, 4], [6, 6], [4, 6], [4, 4]]],
  [[[10, 0], [20, 0], [20, 10], [10, 10], [10, 0]]],
])

describe('points in polygons', () => {
  test('are found, holes and the outside are not', () => {
    const find = indexPolygons(SQUARES)
    expect([find(2, 2), find(15, 5), find(5, 5), find(-1, 5), find(25, 5)]).toEqual([0, 1, -1, -1, -1])
  })

  test('a shared border belongs to one of the two, and to no more', () => {
    const find = indexPolygons(SQUARES)
    expect(find(10, 5)).toBe(1)
    expect(find(0, 5)).toBe(0)
    expect(find(20, 5)).toBe(-1)
  })

  test('agree with Turf on random points in a jagged ring', () => {
    let seed = 11
    const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647
    const ring: [number, number][] = Array.from({ length: 200 }, (_, index) => {
      const angle = (index / 200) * 2 * Math.PI
      const radius = 50 + 40 * random()
      return [radius * Math.cos(angle), radius * Math.sin(angle)]
    })
    ring.push(ring[0] as [number, number])
    const find = indexPolygons(packPolygons([[ring]]))
    const truth = polygon([ring])
    let inside = 0
    for (let round = 0; round < 5000; round++) {
      const point: [number, number] = [random() * 200 - 100, random() * 200 - 100]
      const isInside = booleanPointInPolygon(point, truth)
      expect(find(...point) === 0).toBe(isInside)
      if (isInside) inside++
    }
    expect(inside).toBeGreaterThan(500)
  })

  test('an empty feature and no features are nowhere', () => {
    expect(indexPolygons(packPolygons([]))(0, 0)).toBe(-1)
    expect(indexPolygons(packPolygons([[]]))(0, 0)).toBe(-1)
  })
})
