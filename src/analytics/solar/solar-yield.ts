import { SOLAR_DEFAULTS, type SolarAssumptions } from './solar-assumptions.ts'

/**
 * Share of the year's light on a level roof that is left by what stands around it: direct sun past the horizon and light of
 * the part of the sky that is seen, by the share of each.
 */
export function shadeFactor(directShare: number, skyShare: number, assumptions: SolarAssumptions = SOLAR_DEFAULTS): number {
  const diffuseShare = assumptions['solar-diffuse-share']
  return (1 - diffuseShare) * directShare + diffuseShare * skyShare
}

/** Yearly yield by roof area in full sun, kWh/m²: u · kWp/m² · Y · f_orient. */
export function fullSunYield(assumptions: SolarAssumptions = SOLAR_DEFAULTS): number {
  return (
    assumptions['solar-usable-share'] *
    assumptions['solar-panel-power'] *
    assumptions['solar-specific-yield'] *
    assumptions['solar-orientation-share']
  )
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
