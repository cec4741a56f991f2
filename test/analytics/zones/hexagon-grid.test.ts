import { bboxPolygon, booleanIntersects, hexGrid, polygon } from '@turf/turf'
import { expect, test } from 'vitest'
import { makeHexagons, type BoxMetres } from '../../../src/analytics/zones/hexagon-grid.ts'
import { indexPolygons } from '../../../src/geo/locate-points.ts'
import type { PackedGeometry } from '../../../src/geo/packed-geometry.ts'
import { makeRandom } from '../../../src/analytics/random/seeded-random.ts'

/** About the box of Helsinki in its CRS. */
const BOX: BoxMetres = [25_490_000, 6_664_000, 25_513_000, 6_688_000]

function cornersOf({ positions }: PackedGeometry, hexagon: number): readonly (readonly [number, number])[] {
  return Array.from({ length: 7 }, (_, corner) => {
    const at = (hexagon * 7 + corner) * 2
    return [positions[at] as number, positions[at + 1] as number] as const
  })
}

/** Signed area by the shoelace formula, about the first corner to keep digits. */
function areaOf(corners: readonly (readonly [number, number])[]): number {
  const [x0, y0] = corners[0] as readonly [number, number]
  return corners.slice(0, -1).reduce((sum, [x, y], index) => {
    const [x2, y2] = corners[index + 1] as readonly [number, number]
    return sum + ((x - x0) * (y2 - y0) - (x2 - x0) * (y - y0)) / 2
  }, 0)
}

test('every hexagon has the area asked for, runs counter-clockwise and has equal sides', () => {
  const { geometry, ids } = makeHexagons(BOX, 1e6)
  expect(ids.length).toBeGreaterThan(500)
  for (let hexagon = 0; hexagon < ids.length; hexagon++) {
    const corners = cornersOf(geometry, hexagon)
    expect(Math.abs(areaOf(corners) / 1e6 - 1)).toBeLessThan(1e-9)
    const [x1, y1] = corners[0] as readonly [number, number]
    const [x2, y2] = corners[1] as readonly [number, number]
    // Area of a regular hexagon by its side: 620.4 m for 1 km².
    expect(Math.hypot(x2 - x1, y2 - y1)).toBeCloseTo(620.403, 3)
  }
})

test('every point of the box lies in one hexagon, and no hexagon lies outside of it', () => {
  const box: BoxMetres = [100, 50, 1300, 850]
  const { geometry, ids } = makeHexagons(box, 12_000)
  const find = indexPolygons(geometry)
  const random = makeRandom(5)
  for (let draw = 0; draw < 20_000; draw++) {
    expect(find(100 + random.uniform() * 1200, 50 + random.uniform() * 800)).toBeGreaterThanOrEqual(0)
  }
  const inside = bboxPolygon([...box])
  ids.forEach((_, hexagon) => {
    expect(booleanIntersects(polygon([cornersOf(geometry, hexagon).map((corner) => [...corner])]), inside)).toBe(true)
  })
  const covered = ids.reduce((sum, _, hexagon) => sum + areaOf(cornersOf(geometry, hexagon)), 0)
  expect(covered).toBeGreaterThan(1200 * 800)
})

test('a hexagon keeps its id and corners when the box grows or moves', () => {
  const small = makeHexagons([25_500_000, 6_670_000, 25_503_000, 6_673_000], 250_000)
  const large = makeHexagons(BOX, 250_000)
  const rowOf = new Map(large.ids.map((id, row) => [id, row]))
  expect(small.ids.length).toBeGreaterThan(30)
  small.ids.forEach((id, row) => expect(cornersOf(large.geometry, rowOf.get(id) as number)).toEqual(cornersOf(small.geometry, row)))
})

test('a hexagon and its six neighbours by id share two corners each, to the last bit', () => {
  const { geometry, ids } = makeHexagons(BOX, 1e6)
  const rowOf = new Map(ids.map((id, row) => [id, row]))
  const [q, r] = (ids[Math.floor(ids.length / 2)] as string).split(',').map(Number) as [number, number]
  const keys = (row: number) => new Set(cornersOf(geometry, row).map((corner) => corner.join()))
  const own = keys(rowOf.get(`${q},${r}`) as number)
  for (const [stepQ, stepR] of [
    [1, 0],
    [0, 1],
    [-1, 1],
    [-1, 0],
    [0, -1],
    [1, -1],
  ] as const) {
    const other = keys(rowOf.get(`${q + stepQ},${r + stepR}`) as number)
    expect([...own].filter((key) => other.has(key))).toHaveLength(2)
  }
})

test('the hexagon at the origin of the CRS is 0,0', () => {
  const { geometry, ids } = makeHexagons([-1, -1, 1, 1], 1e6)
  expect(ids).toEqual(['0,0'])
  expect(geometry.positions[0]).toBe(0)
  expect(geometry.positions[1]).toBeCloseTo(620.403, 3)
})

test('in number they are within a row of the area of the box by that of a hexagon, as of Turf on its sphere', () => {
  const width = BOX[2] - BOX[0]
  const height = BOX[3] - BOX[1]
  const count = makeHexagons(BOX, 250_000).ids.length
  const inside = (width * height) / 250_000
  expect(count).toBeGreaterThan(inside)
  expect(count).toBeLessThan(((width + 1240) * (height + 1240)) / 250_000)
  // Turf's hexagons of the same side near the equator, where degrees are near metres; it leaves the edges out.
  const degrees = 180 / (Math.PI * 6_371_008.8)
  const turf = hexGrid([0, 0, width * degrees, height * degrees], 310.2, { units: 'meters' }).features.length
  expect(Math.abs(count / turf - 1)).toBeLessThan(0.1)
})

test.each([
  ['no area', BOX, 0, 'found 0 m²'],
  ['a box turned around', [1, 0, 0, 1], 10, 'Expected a box'],
  ['more than can be looked at', BOX, 1, 'at most 500000'],
] as const)('%s is refused', (_, box, area, message) => {
  expect(() => makeHexagons(box, area)).toThrow(message)
})
