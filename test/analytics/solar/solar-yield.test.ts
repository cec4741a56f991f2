import { expect, test } from 'vitest'
import { estimateSolarYields, fullSunYield, shadeFactor, SOLAR_DEFAULTS } from '../../../src/analytics/solar/solar-yield.ts'

test('a roof of 100 m² in full sun yields 100 × 0.5 × 0.2 × 900 × 0.8 kWh a year', () => {
  const roofs = { roofAreasSquareMetres: [100, 100, NaN], directShares: [1, 0.6, 1], skyShares: [1, 0.8, 1] }
  // The second gets 0.5 × 0.6 + 0.5 × 0.8 = 0.7 of it.
  expect([...estimateSolarYields(roofs)]).toEqual([7200, 5040, NaN])
  expect(fullSunYield()).toBe(72)
})

test('other assumptions are followed', () => {
  const assumptions = { ...SOLAR_DEFAULTS, diffuseShare: 0.25, usableShare: 0.4, kilowattHoursPerKilowattPeak: 950, orientationShare: 1 }
  expect(shadeFactor(0.6, 0.8, assumptions)).toBeCloseTo(0.65, 12)
  expect(fullSunYield(assumptions)).toBeCloseTo(76, 12)
})
