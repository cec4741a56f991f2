import { expect, test } from 'vitest'
import { degreesToUnitSquare, metresPerPixel, styleZoom, tileAt, tileBoundsDegrees } from '../../src/basemap/mercator.ts'

test('tile 0/0/0 is the whole map, to the latitude of EPSG:3857', () => {
  const [west, south, east, north] = tileBoundsDegrees({ x: 0, y: 0, level: 0 })
  expect([west, east]).toEqual([-180, 180])
  expect(north).toBeCloseTo(85.0511287798066, 10)
  expect(south).toBeCloseTo(-85.0511287798066, 10)
})

/** From the README of mapbox/mercantile: bounds of tile (486, 332, 10). */
test('bounds of tile 10/486/332', () => {
  const [west, south, east, north] = tileBoundsDegrees({ x: 486, y: 332, level: 10 })
  expect(west).toBeCloseTo(-9.140625, 10)
  expect(south).toBeCloseTo(53.12040528310657, 10)
  expect(east).toBeCloseTo(-8.7890625, 10)
  expect(north).toBeCloseTo(53.33087298301705, 10)
})

/** By the formula of the OpenStreetMap wiki ("Slippy map tilenames"), computed apart from this code. */
test.each([
  { name: 'Senate Square', at: [24.9522, 60.1697], level: 14 },
  { name: 'Raekoja plats', at: [24.7453, 59.4372], level: 14 },
  { name: 'Senate Square from afar', at: [24.9522, 60.1697], level: 10 },
] as const)('tile of $name by the secant form', ({ at: [longitude, latitude], level }) => {
  const radians = (latitude * Math.PI) / 180
  const y = Math.floor(((1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2) * 2 ** level)
  expect(tileAt(longitude, latitude, level)).toEqual({ x: Math.floor(((longitude + 180) / 360) * 2 ** level), y, level })
})

/** The published vector tiles of Tallinn (tokenless-tiles/estonia) are the columns 9308 to 9327 of level 14. */
test('Tallinn lies in the columns 9308 to 9327 of level 14', () => {
  const { x } = tileAt(24.7453, 59.4372, 14)
  expect(x).toBeGreaterThanOrEqual(9308)
  expect(x).toBeLessThanOrEqual(9327)
})

test('a tile contains what is found in it', () => {
  const tile = tileAt(24.9522, 60.1697, 16)
  const [west, south, east, north] = tileBoundsDegrees(tile)
  expect(west <= 24.9522 && 24.9522 < east && south < 60.1697 && 60.1697 <= north).toBe(true)
})

test('null island is the middle of the unit square', () => {
  expect(Array.from(degreesToUnitSquare(Float64Array.of(0, 0)))).toEqual([0.5, 0.5])
})

test('resolution is that of the OpenStreetMap wiki: 156,543 m at zoom 0, 2.39 m at zoom 15 and 60°', () => {
  expect(metresPerPixel(0, 0)).toBeCloseTo(156543.03, 2)
  expect(metresPerPixel(15, 60)).toBeCloseTo(2.3887, 4)
  expect(styleZoom(14, 512)).toBe(15)
})
