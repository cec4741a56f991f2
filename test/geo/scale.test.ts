import { describe, expect, it } from 'vitest'
import { chooseScaleBar, metresPerPixel, sightDistanceMetres } from '../../src/geo/scale.ts'

describe('scale', () => {
  it('sees twice the height times tan 22.5° over the whole height when looking straight down', () => {
    expect(metresPerPixel(1000, -90, 800) * 800).toBeCloseTo(828.427, 3)
  })
  it('looks twice as far as it is high at 30° under the horizon', () => {
    expect(sightDistanceMetres(500, -30)).toBeCloseTo(1000, 9)
  })
  it('stays finite at the horizon and above it', () => {
    expect(sightDistanceMetres(100, 0)).toBeLessThan(1500)
    expect(sightDistanceMetres(100, 20)).toBe(sightDistanceMetres(100, 0))
  })
  it.each([
    [1, 120, 100],
    [1.9, 120, 200],
    [0.34, 120, 20],
    [40, 100, 2000],
    [0.01, 100, 1],
  ])('draws a bar of a round length at %f metres a pixel', (metresPerOnePixel, maximumPixels, metres) => {
    const bar = chooseScaleBar(metresPerOnePixel, maximumPixels)
    expect(bar.metres).toBeCloseTo(metres, 9)
    expect(bar.pixels).toBeLessThanOrEqual(maximumPixels + 1e-9)
    expect(bar.pixels * metresPerOnePixel).toBeCloseTo(metres, 9)
  })
})
