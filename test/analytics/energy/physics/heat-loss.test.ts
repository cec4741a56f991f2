import { expect, test } from 'vitest'
import { degreeDaysOfMonth, heatLossWattsPerKelvin, spaceHeatKilowattHours } from '../../../../src/analytics/energy/physics/heat-loss.ts'

test('degree days of a month are those of the published means of Helsinki, January to March 2021', () => {
  // Finnish Meteorological Institute: means −3.5, −6.6 and 0.0 °C; its own sums, 636, 661 and 527, are of daily values.
  expect(degreeDaysOfMonth(31, -3.5)).toBeCloseTo(635.5, 9)
  expect(degreeDaysOfMonth(28, -6.6)).toBeCloseTo(660.8, 9)
  expect(degreeDaysOfMonth(31, 0)).toBeCloseTo(527, 9)
  expect(degreeDaysOfMonth(31, 18.2)).toBe(0)
})

// By hand: 10 m × 20 m, 9 m high. Walls 60 · 9 = 540 m², a fifth of it windows; volume 1,800 m³.
const body = { footprintSquareMetres: 200, perimeterMetres: 60, wallHeightMetres: 9 }
const old = { wallU: 0.75, roofU: 0.45, floorU: 0.45, windowU: 2.4, airChangesPerHour: 0.5, heatRecoveryShare: 0 }

test('the loss coefficient is Σ U·A + 0.33·n·V·(1 − η)', () => {
  // 432 · 0.75 + 108 · 2.4 + 200 · 0.45 + 200 · 0.45 = 763.2; 0.33 · 0.5 · 1,800 = 297.
  expect(heatLossWattsPerKelvin(body, old, 0.2)).toBeCloseTo(763.2 + 297, 9)
  expect(heatLossWattsPerKelvin(body, { ...old, heatRecoveryShare: 0.75 }, 0.2)).toBeCloseTo(763.2 + 297 / 4, 9)
})

test('space heat is the loss over the year less the gains, of which no more than nine tenths of the loss count', () => {
  expect(spaceHeatKilowattHours(1060.2, 4000, 6300)).toBeCloseTo(101_779.2 - 6300, 6)
  expect(spaceHeatKilowattHours(100, 4000, 1e9)).toBeCloseTo(960, 9)
})
