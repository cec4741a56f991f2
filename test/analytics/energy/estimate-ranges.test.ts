import { expect, test } from 'vitest'
import { estimateEnergyRanges } from '../../../src/analytics/energy/estimate-ranges.ts'
import { columnsOf, ROUND_CITY } from './energy-fixtures.ts'

const block = { use: 'apartments', year: 1950, footprint: 200, storeys: 3, perimeter: 60 } as const
const options = { place: ROUND_CITY }

test('heat and electricity of a block of known year and storeys are as sure as its intensities', () => {
  const { heat, electricity } = estimateEnergyRanges(columnsOf([block]), options)
  // ± 15 % of the one intensity of 143; of 1950 it is in its band whatever the bands' own ranges.
  expect(heat.value).toBe(143 * 600)
  expect(heat.low).toBeCloseTo(143 * 600 * 0.85, 6)
  expect(heat.high).toBeCloseTo(143 * 600 * 1.15, 6)
  // 13 and 40, each ± 15 % by itself: the root of the squares.
  const off = 600 * 0.15 * Math.hypot(13, 40)
  expect(electricity.low).toBeCloseTo(53 * 600 - off, 6)
  expect(electricity.high).toBeCloseTo(53 * 600 + off, 6)
})

test('a retrofit is less sure than what stands, and its range holds its value', () => {
  const before = estimateEnergyRanges(columnsOf([block]), options).heat
  const after = estimateEnergyRanges(columnsOf([{ ...block, packageCode: 2 }]), options).heat
  expect((after.high - after.low) / after.value).toBeGreaterThan((before.high - before.low) / before.value)
  expect(after.low).toBeLessThan(after.value)
  expect(after.high).toBeGreaterThan(after.value)
})

test('an edited assumption is varied about what it was set to', () => {
  const { heat } = estimateEnergyRanges(columnsOf([block]), { ...options, edited: { RKT3: 100 } })
  expect(heat.value).toBe(100 * 600)
  expect(heat.high).toBeCloseTo((100 + 0.15 * 143) * 600, 6)
})
