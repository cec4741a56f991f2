import { expect, test } from 'vitest'
import { estimateEnergy } from '../../../src/analytics/energy/estimate-energy.ts'
import { checkFinalEnergy } from '../../../src/analytics/energy/heated-shares.ts'
import { columnsOf, roundAssumptions } from './energy-fixtures.ts'

const columns = columnsOf([
  { use: 'apartments', year: 1965, footprint: 1000, storeys: 5 },
  { use: 'house', year: 1990, footprint: 200, storeys: 1 },
  { use: 'office', year: 1990, footprint: 500, storeys: 4 },
  { use: 'industrial', year: 1990, footprint: 9000, storeys: 1 },
])
const published = { finalEnergyMegawattHours: 2000, homesShare: 0.3, servicesShare: 0.2 }

test('modelled heat and electricity are held against the published total, sector by sector', () => {
  const { sectors, heatedShares } = checkFinalEnergy(columns, published)
  // By hand. Homes: 5,000 m² of RKT4 and 200 m² of OKT2; services: 2,000 m² of LPR2; industry has no class.
  expect(sectors.homes.modelledHeatGigawattHours).toBeCloseTo((5000 * 140 + 200 * 228) / 1e6, 12)
  expect(sectors.homes.modelledElectricityGigawattHours).toBeCloseTo((5000 * 54 + 200 * 41) / 1e6, 12)
  expect(sectors.services.modelledHeatGigawattHours).toBeCloseTo((2000 * 173) / 1e6, 12)
  expect(sectors.services.modelledElectricityGigawattHours).toBeCloseTo((2000 * 69) / 1e6, 12)
  expect(sectors.homes.publishedGigawattHours).toBeCloseTo(0.6, 12)
  expect(heatedShares.homes).toBeCloseTo(0.6 / 1.0238, 12)
  expect(heatedShares.services).toBeCloseTo(0.4 / 0.484, 12)
})

test('with the shares, heat and electricity of both sectors add up to what is published', () => {
  const assumptions = roundAssumptions()
  const { heatedShares } = checkFinalEnergy(columns, published, assumptions)
  const energy = estimateEnergy(columns, { assumptions, heatedShares })
  const sum = [0, 1, 2].reduce(
    (total, index) =>
      total +
      (energy.heatKilowattHours[index] as number) +
      (energy.propertyElectricityKilowattHours[index] as number) +
      (energy.userElectricityKilowattHours[index] as number),
    0,
  )
  expect(sum / 1e6).toBeCloseTo(1, 12)
})

test('a sector without a building stays as it is', () => {
  expect(checkFinalEnergy(columnsOf([{ use: 'house', year: 1990, footprint: 200, storeys: 1 }]), published).heatedShares.services).toBe(1)
})
