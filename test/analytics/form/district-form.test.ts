import { expect, test } from 'vitest'
import { measureDistrictForm } from '../../../src/analytics/form/district-form.ts'

/** The Spacematrix vector: 10,000 m² of land, 3,000 m² of footprint, five storeys. */
const VECTOR = {
  // Two buildings in the first district, none in the second; the third building is in neither.
  shares: { zoneStarts: Uint32Array.of(0, 2, 2), features: Uint32Array.of(0, 1), shares: Float64Array.of(1, 1) },
  footprintsSquareMetres: [1000, 2000, 999],
  heightsMetres: [10, 16, 99],
  grossFloorAreasSquareMetres: [5000, 10_000, 99],
  landAreasSquareMetres: [10_000, 10_000],
  coverageShares: [1, 0.74],
}

test('gives the ratios of the Spacematrix example', () => {
  const form = measureDistrictForm(VECTOR)
  expect(form.buildingSharePercent[0]).toBeCloseTo(30, 10)
  expect(form.floorSpaceIndex[0]).toBeCloseTo(1.5, 10)
  expect(form.buildingCounts[0]).toBe(2)
  expect(form.buildingsPerSquareKilometre[0]).toBeCloseTo(200, 10)
  expect(form.meanHeightMetres[0]).toBeCloseTo(14, 10)
})

test('knows nothing of a district that is mapped on less than three quarters: not mapped is not empty', () => {
  for (const figures of Object.values(measureDistrictForm(VECTOR))) expect(figures[1]).toBeNaN()
})

test('of a district mapped on most of its land, ratios are those of that land, and there is no sum', () => {
  const form = measureDistrictForm({ ...VECTOR, coverageShares: [0.8, 0.8] })
  expect(form.buildingCounts[0]).toBeNaN()
  // 3,000 m² and 15,000 m² on 8,000 m².
  expect(form.buildingSharePercent[0]).toBeCloseTo(37.5, 10)
  expect(form.floorSpaceIndex[0]).toBeCloseTo(1.875, 10)
  expect(form.buildingsPerSquareKilometre[0]).toBeCloseTo(250, 10)
  expect(form.meanHeightMetres[0]).toBeCloseTo(14, 10)
})

test('a mapped district without buildings is empty, but has no mean height', () => {
  const form = measureDistrictForm({ ...VECTOR, coverageShares: [1, 1] })
  expect(form.buildingCounts[1]).toBe(0)
  expect(form.buildingSharePercent[1]).toBe(0)
  expect(form.meanHeightMetres[1]).toBeNaN()
})

test('without land there is no share of it', () => {
  const form = measureDistrictForm({ ...VECTOR, landAreasSquareMetres: [0, 0] })
  expect(form.buildingSharePercent[0]).toBeNaN()
  expect(form.buildingCounts[0]).toBe(2)
})

test('counts a building on a border by its share', () => {
  const shares = { zoneStarts: Uint32Array.of(0, 2, 3), features: Uint32Array.of(0, 1, 1), shares: Float64Array.of(1, 0.25, 0.75) }
  const form = measureDistrictForm({ ...VECTOR, shares, coverageShares: [1, 1] })
  expect([...form.buildingCounts]).toEqual([1.25, 0.75])
  // (1000 + 2000 / 4) and 2000 · 3 / 4 of 10,000 m²; heights by footprint.
  expect([...form.buildingSharePercent]).toEqual([15, 15])
  expect(form.meanHeightMetres[0]).toBeCloseTo((10 * 1000 + 16 * 500) / 1500, 10)
})
