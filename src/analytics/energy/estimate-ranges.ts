import type { AssumptionValues } from './assumptions/assumption.ts'
import { energyAssumptionsOf } from './assumptions/energy-assumptions.ts'
import { listEnergyAssumptions, type EnergyPlace } from './assumptions/list-assumptions.ts'
import { estimateEnergy, type EnergyBatch, type EnergyColumns } from './estimate-energy.ts'
import type { HeatAssumptions } from './heat-intensities.ts'
import type { HeatedShares } from './sectors.ts'

/** Sums over the buildings that an estimate gives, each with its range. */
const ENERGY_SUMS = ['heat', 'electricity', 'carbonDioxide', 'peakHeat'] as const
export type EnergySum = (typeof ENERGY_SUMS)[number]

export interface Range {
  readonly value: number
  readonly low: number
  readonly high: number
}

export interface RangeOptions {
  readonly place: EnergyPlace
  readonly edited?: AssumptionValues
  readonly base?: HeatAssumptions
  /** Held as they are while the assumptions vary. */
  readonly heatedShares?: HeatedShares
}

/**
 * Sums of heat and electricity (kWh a year), CO₂ (kg a year) and peak power (kW) with the range that the assumptions' own
 * ranges leave: each is set to its low and its high by itself, and the deviations to either side add up as independent
 * errors do, by the root of their squares. An edited assumption is varied by its range about the edited value. Buildings
 * without a figure add nothing. Takes some 250 evaluations: for one building or a few hundred at once, for more in a worker.
 */
export function estimateEnergyRanges(
  columns: EnergyColumns,
  { place, edited = {}, base, heatedShares }: RangeOptions,
): Readonly<Record<EnergySum, Range>> {
  const sumWith = (values: AssumptionValues) =>
    sumEnergy(
      estimateEnergy(columns, {
        assumptions: energyAssumptionsOf(place, values, base),
        ...(heatedShares === undefined ? {} : { heatedShares }),
      }),
    )
  const middle = sumWith(edited)
  const below = ENERGY_SUMS.map(() => 0)
  const above = ENERGY_SUMS.map(() => 0)
  for (const row of listEnergyAssumptions([place])) {
    const shift = Object.hasOwn(edited, row.id) ? (edited[row.id] as number) - row.default : 0
    for (const end of [row.low, row.high]) {
      if (end === row.default) continue
      const sums = sumWith({ ...edited, [row.id]: end + shift })
      ENERGY_SUMS.forEach((_, index) => {
        const off = (sums[index] as number) - (middle[index] as number)
        const side = off < 0 ? below : above
        side[index] = (side[index] as number) + off * off
      })
    }
  }
  return Object.fromEntries(
    ENERGY_SUMS.map((name, index): [EnergySum, Range] => {
      const value = middle[index] as number
      return [name, { value, low: value - Math.sqrt(below[index] as number), high: value + Math.sqrt(above[index] as number) }]
    }),
  ) as Record<EnergySum, Range>
}

/** In the order of `ENERGY_SUMS`. */
function sumEnergy(batch: EnergyBatch): readonly number[] {
  const sum = (values: Float64Array) => values.reduce((total, value) => (Number.isNaN(value) ? total : total + value), 0)
  return [
    sum(batch.heatKilowattHours),
    sum(batch.propertyElectricityKilowattHours) + sum(batch.userElectricityKilowattHours),
    sum(batch.carbonDioxideKilograms),
    sum(batch.peakHeatKilowatts),
  ]
}
