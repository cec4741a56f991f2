import { booleanPointInPolygon, polygon } from '@turf/turf'
import { describe, expect, test } from 'vitest'
import { indexPolygons } from '../../src/geo/locate-points.ts'
import { isInside } from '../../src/geo/rings.ts'
import { packPolygons } from './pack-polygons.ts'

const SQUARES = packPolygons([
  [
    [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
      [0, 0],
    ],
    [
      [4, 4],
      [6, 4],
      [6, 6],
      [4, 6],
      [4, 4],
    ],
  ],
  [
    [
      [10, 0],
      [20, 0],
      [20, 10],
      [10, 10],
      [10, 0],
    ],
  ],
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
      const isTrulyInside = booleanPointInPolygon(point, truth)
      expect(find(...point) === 0).toBe(isTrulyInside)
      if (isTrulyInside) inside++
    }
    expect(inside).toBeGreaterThan(500)
  })

  test('agree with looking at every polygon, where they overlap, on their corners and along the grid', () => {
    let seed = 7
    const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647
    const star = (x: number, y: number, corners: number): [number, number][] => {
      const ring = Array.from({ length: corners }, (_, index): [number, number] => {
        const angle = (index / corners) * 2 * Math.PI
        const radius = 5 + 20 * random()
        return [Math.round(x + radius * Math.cos(angle)), Math.round(y + radius * Math.sin(angle))]
      })
      return [...ring, ring[0] as [number, number]]
    }
    const geometry = packPolygons([
      [star(0, 0, 40)],
      [star(30, 10, 30), star(60, 40, 12)],
      [star(20, 5, 50)],
      [
        [
          [0, 0],
          [100, 0],
          [100, 1e-3],
          [0, 0],
        ],
      ],
    ])
    const find = indexPolygons(geometry)
    const count = geometry.featureStarts.length - 1
    const lookAtAll = (x: number, y: number) =>
      Array.from({ length: count }, (_, feature) => feature).find((feature) => isInside(geometry, feature, x, y)) ?? -1
    const found = new Set<number>()
    for (let round = 0; round < 20_000; round++) {
      const [x, y] = [random() * 140 - 30, random() * 110 - 30]
      // Corners have whole numbers, so half of the points lie on corners and along edges.
      const [px, py] = round % 2 === 0 ? [Math.round(x), Math.round(y)] : [x, y]
      expect(find(px, py), `${px}, ${py}`).toBe(lookAtAll(px, py))
      found.add(find(px, py))
    }
    expect([...found].sort((a, b) => a - b)).toEqual([-1, 0, 1, 2, 3])
  })

  test('a strip that is all width, and places far off', () => {
    const find = indexPolygons(
      packPolygons([
        [
          [
            [0, 0],
            [1000, 0],
            [1000, 1e-6],
            [0, 1e-6],
            [0, 0],
          ],
        ],
      ]),
    )
    expect([find(500, 5e-7), find(500, 1), find(1e12, 0), find(NaN, 0)]).toEqual([0, -1, -1, -1])
  })

  test('an empty feature and no features are nowhere', () => {
    expect(indexPolygons(packPolygons([]))(0, 0)).toBe(-1)
    expect(indexPolygons(packPolygons([[]]))(0, 0)).toBe(-1)
  })
})
