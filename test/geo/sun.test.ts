import { describe, expect, it } from 'vitest'
import { sunPosition } from '../../src/geo/sun.ts'

/** Altitude and azimuth by the package astronomy-engine, geometric (no refraction). */
const HELSINKI = [24.9384, 60.1699] as const
const TALLINN = [24.7536, 59.437] as const
const EXPECTED = [
  ['2025-06-21T10:20:00Z', HELSINKI, 53.265, 179.199],
  ['2025-12-21T10:20:00Z', HELSINKI, 6.389, 180.37],
  ['2025-03-20T10:00:00Z', HELSINKI, 29.606, 172.049],
  ['2025-06-21T10:20:00Z', TALLINN, 53.996, 178.897],
  ['2025-12-21T10:20:00Z', TALLINN, 7.122, 180.2],
  ['2025-03-20T10:00:00Z', TALLINN, 30.318, 171.776],
] as const

describe('sunPosition', () => {
  it.each(EXPECTED)('stands where astronomy-engine puts it at %s', (instant, [longitude, latitude], altitude, azimuth) => {
    const sun = sunPosition(longitude, latitude, new Date(instant))
    expect(Math.abs(sun.altitudeDegrees - altitude)).toBeLessThan(0.02)
    expect(Math.abs(sun.azimuthDegrees - azimuth)).toBeLessThan(0.02)
  })

  it('crosses the meridian overhead at the equator on the equinox', () => {
    // Solar noon at Greenwich on 2025-03-20, whose equation of time is -7.5 minutes.
    const sun = sunPosition(0, 0, new Date('2025-03-20T12:07:27Z'))
    expect(sun.altitudeDegrees).toBeGreaterThan(89.7)
  })

  it('is in the east in the morning and in the west in the evening', () => {
    expect(sunPosition(...HELSINKI, new Date('2025-03-20T05:00:00Z')).azimuthDegrees).toBeLessThan(110)
    expect(sunPosition(...HELSINKI, new Date('2025-03-20T15:30:00Z')).azimuthDegrees).toBeGreaterThan(250)
  })

  it('stays under the horizon at midnight in December', () => {
    expect(sunPosition(...HELSINKI, new Date('2025-12-21T22:20:00Z')).altitudeDegrees).toBeLessThan(-50)
  })
})
