import { describe, expect, test } from 'vitest'
import { directEnergy, directSunShare, sumYearOfSun } from '../../../src/analytics/solar/year-of-sun.ts'
import { sunPosition } from '../../../src/geo/sun.ts'

const PLACE = [24.7536, 59.437] as const
const COUNT = 72
const year = sumYearOfSun(...PLACE, COUNT)
const ring = (angleOf: (azimuth: number) => number) =>
  Float64Array.from({ length: COUNT }, (_, azimuth) => Math.tan((angleOf(azimuth * 5) * Math.PI) / 180))

/** The same by a plain sum over other instants, the horizon taken in the sun's own direction. */
function sumPlainly(angleOf: (azimuthDegrees: number) => number): number {
  let [passed, all] = [0, 0]
  for (let instant = Date.UTC(2025, 0) + 3 * 60_000; instant < Date.UTC(2026, 0); instant += 7 * 60_000) {
    const { altitudeDegrees, azimuthDegrees } = sunPosition(...PLACE, new Date(instant))
    if (altitudeDegrees <= 0) continue
    all += directEnergy(altitudeDegrees)
    if (altitudeDegrees > angleOf(azimuthDegrees)) passed += directEnergy(altitudeDegrees)
  }
  return passed / all
}

describe('a year of sun', () => {
  test('passes whole over a flat horizon and not at all over a shaft', () => {
    expect(directSunShare(year, new Float64Array(COUNT))).toBe(1)
    expect(directSunShare(year, new Float64Array(COUNT).fill(Infinity))).toBeCloseTo(0, 12)
  })

  test.each([
    ['10° all around', () => 10],
    ['25° all around', () => 25],
    ['40° all around', () => 40],
    ['30° to the south', (azimuth: number) => (Math.abs(azimuth - 180) < 47.5 ? 30 : 0)],
    ['60° to the north', (azimuth: number) => (azimuth < 47.5 || azimuth > 312.5 ? 60 : 0)],
  ])('past %s is what a plain sum gives', (_, angleOf) => {
    expect(Math.abs(directSunShare(year, ring(angleOf)) - sumPlainly(angleOf))).toBeLessThan(0.004)
  })

  test('of direct light overhead 0.7 comes through, and less the lower the sun', () => {
    // Air mass 1 gives 0.7, by definition of the formula.
    expect(directEnergy(90)).toBeCloseTo(0.7, 3)
    // At 30° the air mass is 1.994: sin 30° × 0.7^(1.994^0.678) = 0.2828.
    expect(directEnergy(30)).toBeCloseTo(0.2828, 3)
    expect(directEnergy(0)).toBe(0)
  })
})
