/** A city's final energy, all sectors and carriers, and the shares (0-1) of homes and of services. */
export interface FinalEnergy {
  readonly finalEnergyMegawattHours: number
  readonly homesShare: number
  readonly servicesShare: number
}

/**
 * Energy that homes and services use in a year, GWh: heat, electricity and all else together.
 * True heat of their buildings is a part of it, so a model that comes out above it is too high.
 */
export function boundGigawattHours(energy: FinalEnergy, sectors: readonly ('homes' | 'services')[] = ['homes', 'services']): number {
  const share = sectors.reduce((sum, sector) => sum + (sector === 'homes' ? energy.homesShare : energy.servicesShare), 0)
  return (energy.finalEnergyMegawattHours * share) / 1000
}

/** Sum of modelled heat demands (kWh a year; NaN where none is modelled), GWh a year. */
export function sumGigawattHours(heatDemandsKilowattHours: ArrayLike<number>): number {
  let sum = 0
  for (let index = 0; index < heatDemandsKilowattHours.length; index++) {
    const demand = heatDemandsKilowattHours[index] as number
    if (demand > 0) sum += demand
  }
  return sum / 1e6
}
