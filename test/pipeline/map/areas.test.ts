import { describe, expect, test } from 'vitest'
import type { Position } from '../../../src/pipeline/dataset.ts'
import { multiPolygonArea, multiPolygonContains } from '../../../src/pipeline/geometry/planar.ts'
import { createAreaTester } from '../../../src/pipeline/geometry/area-tester.ts'
import { buildAreas } from '../../../src/pipeline/map/build-areas.ts'
import { buildPlaces } from '../../../src/pipeline/map/build-places.ts'
import { clipAreas } from '../../../src/pipeline/geometry/clip-areas.ts'
import { readGeoPackageBox } from '../../../src/pipeline/formats/read-geopackage.ts'
import { splitIssues } from '../../../src/pipeline/split-issues.ts'
import { createIssue } from '../../../src/pipeline/issues.ts'
import { unionPolygons } from '../../../src/pipeline/geometry/union-polygons.ts'

const square = (x: number, y: number, size: number): Position[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
]
const area = (ring: Position[]) => ({
  label: '0',
  file: 'f',
  class: 'park',
  name: null,
  geometry: { type: 'MultiPolygon' as const, coordinates: [[ring]] },
})

test('the area tester agrees with the plain test, holes and islands included', () => {
  const polygons = [[square(0, 0, 1000), square(200, 200, 400).reverse()], [square(300, 300, 100)]]
  const contains = createAreaTester(polygons)
  for (let x = -35; x < 1100; x += 37) {
    for (let y = -35; y < 1100; y += 41) expect(contains(x, y)).toBe(multiPolygonContains(polygons, x, y))
  }
})

describe('areas', () => {
  test('are cut at the edge of the city; what lies outside goes', () => {
    const mask = [[square(0, 0, 1000)]]
    const cut = clipAreas([area(square(900, 900, 200)), area(square(100, 100, 50)), area(square(2000, 0, 50))], mask)
    expect(cut.map(({ geometry }) => Math.round(multiPolygonArea(geometry.coordinates)))).toEqual([10_000, 2500])
  })
  test('carry their size; the smallest are left out and counted', () => {
    const { features, issues } = buildAreas([area(square(0, 0, 100)), area(square(500, 0, 5))], {
      prefix: 'green',
      simplifyMetres: 0.5,
      smallestSquareMetres: 100,
      withArea: true,
    })
    expect(features.map(({ properties }) => properties['area_m2'])).toEqual([10_000])
    expect(splitIssues(issues)).toEqual({ issues: [], leftOut: { 'smaller-than-drawn': 1 } })
  })
  test('in one make one, without a seam', () => {
    const joined = unionPolygons([[[square(0, 0, 100)]], [[square(100, 0, 100)]]])
    expect(joined).toHaveLength(1)
    expect(multiPolygonArea(joined)).toBe(20_000)
  })
})

test('faults keep their lines, selections are counts', () => {
  const { issues, leftOut } = splitIssues([
    createIssue('dropped', 'f', '1', 'not-a-number'),
    createIssue('dropped', 'f', '2', 'short-unnamed-path'),
    createIssue('dropped', 'f', '3', 'short-unnamed-path'),
  ])
  expect(issues.map(({ code }) => code)).toEqual(['not-a-number'])
  expect(leftOut).toEqual({ 'short-unnamed-path': 2 })
})

test('the box of a GeoPackage geometry comes from its header', () => {
  const bytes = new Uint8Array(40)
  bytes.set([0x47, 0x50, 0, 3])
  ;[1, 2, 3, 4].forEach((value, index) => new DataView(bytes.buffer).setFloat64(8 + index * 8, value, true))
  expect(readGeoPackageBox(bytes)).toEqual([1, 3, 2, 4])
  expect(readGeoPackageBox(new Uint8Array(10))).toBeNull()
})

test('a square of several streets is one place, its namesake across town another', () => {
  const places = buildPlaces(
    [
      { name: 'Kauppatori', class: 'square', place: [0, 0] },
      { name: 'Kauppatori', class: 'square', place: [100, 0] },
      { name: 'Kauppatori', class: 'landmark', place: [9000, 0] },
    ],
    [{ name: 'Kauppatori', en: 'Market Square', sv: 'Salutorget' }],
    'fi',
  )
  expect(places.map(({ properties, geometry }) => [properties['id'], geometry.coordinates])).toEqual([
    ['place-square-kauppatori', [50, 0]],
    ['place-landmark-kauppatori-2', [9000, 0]],
  ])
  expect(places[0]?.properties).toMatchObject({
    name: 'Kauppatori',
    name_fi: 'Kauppatori',
    name_en: 'Market Square',
    name_sv: 'Salutorget',
    name_et: null,
  })
})
