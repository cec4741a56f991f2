import { sunPosition } from '../../geo/sun.ts'

/**
 * A year of direct sun on a level surface by where in the sky it comes from: for each azimuth the share of the year's
 * energy that comes from below a given altitude.
 */
export interface YearOfSun {
  readonly azimuthCount: number
  /** By azimuth: share of the year's direct energy from below `step × STEP_DEGREES`, `STEPS + 1` values each. */
  readonly below: Float64Array
}

/** The steps reach 75°, above the highest sun of any city north of the 52nd parallel; higher suns count into the last. */
const STEP_DEGREES = 0.5
const STEPS = 150

/** A year that is no leap year; its days stand for those of any. */
const YEAR = 2025
const MINUTES_PER_STEP = 10

/**
 * Sums the direct sun of a clear year: at each instant sin(altitude) × 0.7^(AM^0.678), the attenuation of Meinel & Meinel
 * (Applied Solar Energy, 1976) with the air mass AM of Kasten & Young (Applied Optics 28, 1989). Clouds are left out: they
 * are taken to dim all hours alike, which is an assumption.
 */
export function sumYearOfSun(longitudeDegrees: number, latitudeDegrees: number, azimuthCount: number): YearOfSun {
  const energies = new Float64Array(azimuthCount * (STEPS + 1))
  let total = 0
  const end = Date.UTC(YEAR + 1, 0)
  for (let instant = Date.UTC(YEAR, 0); instant < end; instant += MINUTES_PER_STEP * 60_000) {
    const { altitudeDegrees, azimuthDegrees } = sunPosition(longitudeDegrees, latitudeDegrees, new Date(instant))
    if (altitudeDegrees <= 0) continue
    const energy = directEnergy(altitudeDegrees)
    const azimuth = Math.round((azimuthDegrees / 360) * azimuthCount) % azimuthCount
    const step = Math.min(STEPS, Math.floor(altitudeDegrees / STEP_DEGREES) + 1)
    energies[azimuth * (STEPS + 1) + step]! += energy
    total += energy
  }
  if (total === 0) throw new RangeError(`Expected a place that the sun shines on, found latitude ${latitudeDegrees}`)
  for (let azimuth = 0; azimuth < azimuthCount; azimuth++) {
    let sum = 0
    for (let step = 0; step <= STEPS; step++) {
      sum += energies[azimuth * (STEPS + 1) + step] as number
      energies[azimuth * (STEPS + 1) + step] = sum / total
    }
  }
  return { azimuthCount, below: energies }
}

/** Direct sun on level ground under a clear sky, as a share of that above the air. */
export function directEnergy(altitudeDegrees: number): number {
  const sine = Math.sin((altitudeDegrees * Math.PI) / 180)
  const airMass = 1 / (sine + 0.50572 * (altitudeDegrees + 6.07995) ** -1.6364)
  return sine * 0.7 ** (airMass ** 0.678)
}

/**
 * Share of a clear year's direct sun that passes over a horizon, 0-1.
 *
 * @param tangents the horizon's tangents, one an azimuth of the year
 */
export function directSunShare({ azimuthCount, below }: YearOfSun, tangents: ArrayLike<number>): number {
  let lost = 0
  for (let azimuth = 0; azimuth < azimuthCount; azimuth++) {
    const tangent = tangents[azimuth] as number
    if (tangent <= 0) continue
    const place = Math.min(STEPS, (Math.atan(tangent) * 180) / Math.PI / STEP_DEGREES)
    const step = Math.min(STEPS - 1, Math.floor(place))
    const from = azimuth * (STEPS + 1) + step
    const low = below[from] as number
    lost += low + (place - step) * ((below[from + 1] as number) - low)
  }
  // Sums of shares may pass 1 by a rounding.
  return Math.max(0, 1 - lost)
}
