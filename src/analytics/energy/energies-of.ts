import type { EnergyBatch } from './estimate-energy.ts'

/** Modelled energy by building, as facts name it. */
export const ENERGIES = [
  'heatKilowattHoursPerYear',
  'electricityKilowattHoursPerYear',
  'carbonDioxideKilogramsPerYear',
  'peakHeatKilowatts',
] as const
type Energies = Readonly<Record<(typeof ENERGIES)[number], Float64Array>> & { readonly heatAssumed: Uint8Array }

/** What of the energy of buildings their facts hold. */
export function energiesOf(batch: EnergyBatch): Energies {
  return {
    heatKilowattHoursPerYear: batch.heatKilowattHours,
    electricityKilowattHoursPerYear: batch.propertyElectricityKilowattHours.map(
      (property, building) => property + (batch.userElectricityKilowattHours[building] as number),
    ),
    carbonDioxideKilogramsPerYear: batch.carbonDioxideKilograms,
    peakHeatKilowatts: batch.peakHeatKilowatts,
    heatAssumed: batch.assumedBits.map((bits) => (bits === 0 ? 0 : 1)),
  }
}
