/** What a year of panels on a roof is reckoned with. All are editable defaults; none was measured on these roofs. */
export interface SolarAssumptions {
  /** Share of a roof's area that carries panels, 0-1: the rest is for edges, hatches, ducts and rows that would shade each other. */
  readonly usableShare: number
  /** Power of the panels on a square metre that carries them, kWp/m². */
  readonly kilowattPeaksPerSquareMetre: number
  /** Yearly yield of a kilowatt-peak that stands well and in full sun, kWh/kWp. */
  readonly kilowattHoursPerKilowattPeak: number
  /** Yield of panels that lie flat against such that stand well, 0-1: the roofs' shapes are not known. */
  readonly orientationShare: number
  /** Share of the year's light that comes from the whole sky and not straight from the sun, 0-1. */
  readonly diffuseShare: number
}

/**
 * Usable 0.4-0.6, 0.20 kWp/m² and 850-950 kWh/kWp are common values of planning. A plant in Tallinn of 950 kW yields about
 * 950 MWh a year (Utilitas), and 45° to the south gives 20-30 % more than flat (Motiva): 1 / 1.25. About half of the light is
 * diffuse in so cloudy a climate.
 */
export const SOLAR_DEFAULTS: SolarAssumptions = {
  usableShare: 0.5,
  kilowattPeaksPerSquareMetre: 0.2,
  kilowattHoursPerKilowattPeak: 900,
  orientationShare: 0.8,
  diffuseShare: 0.5,
}

/**
 * Share of the year's light on a level roof that is left by what stands around it: direct sun past the horizon and light of
 * the part of the sky that is seen, by the share of each.
 */
export function shadeFactor(directShare: number, skyShare: number, { diffuseShare }: SolarAssumptions = SOLAR_DEFAULTS): number {
  return (1 - diffuseShare) * directShare + diffuseShare * skyShare
}

/** Yearly yield by roof area in full sun, kWh/m²: u · kWp/m² · Y · f_orient. */
export function fullSunYield(assumptions: SolarAssumptions = SOLAR_DEFAULTS): number {
  const { usableShare, kilowattPeaksPerSquareMetre, kilowattHoursPerKilowattPeak, orientationShare } = assumptions
  return usableShare * kilowattPeaksPerSquareMetre * kilowattHoursPerKilowattPeak * orientationShare
}

/** Columns of many roofs, one entry each. */
export interface RoofColumns {
  readonly roofAreasSquareMetres: ArrayLike<number>
  readonly directShares: ArrayLike<number>
  readonly skyShares: ArrayLike<number>
}

/**
 * Yearly yield of panels on each roof, kWh: E = A · u · kWp/m² · Y · f_orient · f_shade; NaN where area or shares are
 * not known.
 */
export function estimateSolarYields(
  { roofAreasSquareMetres, directShares, skyShares }: RoofColumns,
  assumptions: SolarAssumptions = SOLAR_DEFAULTS,
): Float64Array {
  const full = fullSunYield(assumptions)
  return Float64Array.from(
    roofAreasSquareMetres,
    (area, roof) => area * full * shadeFactor(directShares[roof] as number, skyShares[roof] as number, assumptions),
  )
}
