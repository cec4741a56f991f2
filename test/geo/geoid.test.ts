import { describe, expect, test } from 'vitest'
import { CITIES, cityById } from '../../src/cities/index.ts'
import { geoidHeightMetres } from '../../src/geo/geoid.ts'

/** FIN2023N2000 (National Land Survey of Finland); beyond its border the grid is extrapolated. */
const VECTORS = [
  { city: 'helsinki', name: 'Senate Square', at: [24.9522, 60.1697], height: 17.5914 },
  { city: 'helsinki', name: 'Rautatientori', at: [24.9384, 60.1699], height: 17.6137 },
  { city: 'helsinki', name: 'Pasila', at: [24.9458, 60.1922], height: 17.6147 },
  { city: 'tallinn', name: 'Raekoja plats', at: [24.7536, 59.437], height: 17.8868 },
] as const

test.each(VECTORS)('$name lies within the stated error of the grid', ({ city, at, height }) => {
  const { geoid } = cityById(city)
  const actual = geoidHeightMetres(geoid, at[0], at[1])
  expect(Math.abs(actual - height)).toBeLessThanOrEqual(geoid.maximumErrorMetres)
})

describe.each(CITIES)('$id', ({ geoid, anchor, extentDegrees }) => {
  const [west, south, east, north] = geoid.boundsDegrees

  test('covers the city and its anchor', () => {
    expect(west).toBeLessThanOrEqual(extentDegrees[0])
    expect(south).toBeLessThanOrEqual(extentDegrees[1])
    expect(east).toBeGreaterThanOrEqual(extentDegrees[2])
    expect(north).toBeGreaterThanOrEqual(extentDegrees[3])
    expect(anchor.longitudeDegrees).toBeGreaterThan(west)
    expect(anchor.longitudeDegrees).toBeLessThan(east)
    expect(anchor.latitudeDegrees).toBeGreaterThan(south)
    expect(anchor.latitudeDegrees).toBeLessThan(north)
  })

  test('stays between 17 and 18.5 m, which is where the geoid lies on both shores of the Gulf', () => {
    for (let column = 0; column <= 10; column += 1) {
      for (let row = 0; row <= 10; row += 1) {
        const height = geoidHeightMetres(geoid, west + ((east - west) * column) / 10, south + ((north - south) * row) / 10)
        expect(height).toBeGreaterThan(17)
        expect(height).toBeLessThan(18.5)
      }
    }
  })

  test('does not run away outside its bounds', () => {
    expect(geoidHeightMetres(geoid, west - 50, south - 20)).toBe(geoidHeightMetres(geoid, west, south))
    expect(geoidHeightMetres(geoid, east + 50, north + 20)).toBe(geoidHeightMetres(geoid, east, north))
  })
})
