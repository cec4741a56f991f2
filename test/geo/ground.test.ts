import { describe, expect, test } from 'vitest'
import { groundOf } from '../../src/cities/ground.ts'
import { CITIES } from '../../src/cities/index.ts'
import { geoidHeightMetres } from '../../src/geo/geoid.ts'
import { createGround, type ElevationGrid } from '../../src/geo/ground.ts'

const GEOID = CITIES[0].geoid
/** Two by three cells of 0.1° by 0.2° from 24° east, 60° north. */
const GRID: ElevationGrid = {
  westDegrees: 24,
  southDegrees: 60,
  stepEastDegrees: 0.1,
  stepNorthDegrees: 0.2,
  columns: 3,
  rows: 4,
  heightsMetres: Float32Array.of(0, 10, 20, 4, 14, 24, 8, 18, 28, NaN, 22, 32),
}

describe.each(CITIES)('$id without elevations', (city) => {
  test('is flat at its zero level, which the geoid raises', () => {
    const ground = groundOf(city)
    expect(ground.heightMetres(24.9, 60.1)).toBe(0)
    expect(ground.ellipsoidalHeightMetres(24.9, 60.1)).toBe(geoidHeightMetres(city.geoid, 24.9, 60.1))
    expect(groundOf(city)).toBe(ground)
  })
})

describe('with elevations', () => {
  const ground = createGround(GEOID, GRID)
  test.each([
    ['at a node', 24.1, 60.2, 14],
    ['at the last node', 24.2, 60.6, 32],
    ['between two', 24.05, 60, 5],
    // A quarter east and half north in the first cell: 0.25 × 10 on the south side, 4 + 0.25 × 10 on the north.
    ['within a cell', 24.025, 60.1, 4.5],
    ['west of all, at the edge', 20, 60.2, 4],
    ['north-east of all, at the corner', 30, 70, 32],
    ['where a corner is not known, which counts as zero', 24.05, 60.6, 11],
  ])('%s', (_, longitude, latitude, height) => {
    expect(ground.heightMetres(longitude, latitude)).toBeCloseTo(height, 9)
    expect(ground.ellipsoidalHeightMetres(longitude, latitude)).toBeCloseTo(height + geoidHeightMetres(GEOID, longitude, latitude), 9)
  })

  test('a grid that is not one is refused', () => {
    expect(() => createGround(GEOID, { ...GRID, rows: 3 })).toThrow('Expected 3 × 3 elevations, found 12')
    expect(() => createGround(GEOID, { ...GRID, columns: 1, rows: 12 })).toThrow('at least 2 × 2')
    expect(() => createGround(GEOID, { ...GRID, stepEastDegrees: 0 })).toThrow('steps above 0')
  })
})
