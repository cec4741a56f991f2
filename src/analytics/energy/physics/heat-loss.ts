/** What an envelope loses: U-values in W/(m²·K), air changes an hour, share of heat that its ventilation recovers. */
export interface Envelope {
  readonly wallU: number
  readonly roofU: number
  readonly floorU: number
  readonly windowU: number
  readonly airChangesPerHour: number
  readonly heatRecoveryShare: number
}

/** A building's shape as its losses see it: a prism over the footprint. */
export interface HeatedBody {
  readonly footprintSquareMetres: number
  /** Outer walls in plan; walls shared with a neighbour are in it, where the data do not tell them apart. */
  readonly perimeterMetres: number
  /** Storeys × storey height, without the roof. */
  readonly wallHeightMetres: number
}

/** Heat that a cubic metre of air carries for each kelvin, Wh/(m³·K). */
const AIR_WATT_HOURS = 0.33
/** kWh of one watt through one day. */
const KILOWATT_HOURS_OF_WATT_DAYS = 0.024
/** Gains never cover more than this share of the losses: some heating days always remain. */
const MOST_COVERED_BY_GAINS = 0.9

/**
 * Heat loss coefficient, W/K: Σ U·A + 0.33 · n · V · (1 − η_hr). Areas: wall and window share perimeter × height,
 * roof and floor are the footprint; V = footprint × height.
 *
 * @param windowShare windows' share of the outer walls, 0-1
 */
export function heatLossWattsPerKelvin(body: HeatedBody, envelope: Envelope, windowShare: number): number {
  const { footprintSquareMetres: footprint, perimeterMetres, wallHeightMetres } = body
  const walls = perimeterMetres * wallHeightMetres
  const transmission =
    walls * ((1 - windowShare) * envelope.wallU + windowShare * envelope.windowU) + footprint * (envelope.roofU + envelope.floorU)
  const ventilation = AIR_WATT_HOURS * envelope.airChangesPerHour * footprint * wallHeightMetres * (1 - envelope.heatRecoveryShare)
  return transmission + ventilation
}

/**
 * Space heat a year, kWh: 0.024 · degree days · loss − usable gains, the gains being counted up to nine tenths of the loss.
 *
 * @param degreeDays heating degree days of the year, K·d, base 17 °C
 * @param usableGainsKilowattHours η · gains
 */
export function spaceHeatKilowattHours(lossWattsPerKelvin: number, degreeDays: number, usableGainsKilowattHours: number): number {
  const loss = KILOWATT_HOURS_OF_WATT_DAYS * degreeDays * lossWattsPerKelvin
  return Math.max(loss - usableGainsKilowattHours, loss * (1 - MOST_COVERED_BY_GAINS))
}

/** Degree days of a month, K·d: days × (base − mean), none in a month as warm as the base. */
export function degreeDaysOfMonth(days: number, meanCelsius: number, baseCelsius = 17): number {
  return days * Math.max(0, baseCelsius - meanCelsius)
}
