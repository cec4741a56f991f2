import { expect, test } from 'vitest'
import { SOLAR_ASSUMPTIONS, SOLAR_DEFAULTS } from '../../../src/analytics/solar/solar-assumptions.ts'
import { estimateSolarYields, fullSunYield, shadeFactor } from '../../../src/analytics/solar/solar-yield.ts'

test('a roof of 100 m² in full sun yields 100 × 0.5 × 0.2 × 900 × 0.8 kWh a year', () => {
  const roofs = { roofAreasSquareMetres: [100, 100, NaN], directShares: [1, 0.6, 1], skyShares: [1, 0.8, 1] }
  // The second gets 0.5 × 0.6 + 0.5 × 0.8 = 0.7 of it.
  expect([...estimateSolarYields(roofs)]).toEqual([7200, 5040, NaN])
  expect(fullSunYield()).toBe(72)
})

test('other assumptions are followed', () => {
  const assumptions = {
    ...SOLAR_DEFAULTS,
    'solar-diffuse-share': 0.25,
    'solar-usable-share': 0.4,
    'solar-specific-yield': 950,
    'solar-orientation-share': 1,
  }
  expect(shadeFactor(0.6, 0.8, assumptions)).toBeCloseTo(0.65, 12)
  expect(fullSunYield(assumptions)).toBeCloseTo(76, 12)
})

test.each(SOLAR_ASSUMPTIONS)('$id has its default within its range', ({ default: standard, low, high }) => {
  expect(standard).toBeGreaterThanOrEqual(low)
  expect(standard).toBeLessThanOrEqual(high)
})
