import { expect, test } from 'vitest'
import { boundGigawattHours, sumGigawattHours } from '../../../src/analytics/energy/heat-bounds.ts'
import { cityById } from '../../../src/cities/index.ts'

test('the bound is the part of the final energy that homes and services used', () => {
  // By hand from the published table: 8,440,945 MWh, of which 39.9 % domestic and 17.9 % services.
  expect(boundGigawattHours(cityById('tallinn').energyBound as NonNullable<ReturnType<typeof cityById>['energyBound']>)).toBeCloseTo(
    4878.866,
    2,
  )
})

test('the sum leaves out buildings without a modelled heat demand', () => {
  expect(sumGigawattHours(Float64Array.of(1e6, NaN, 2.5e6, 0))).toBe(3.5)
})
