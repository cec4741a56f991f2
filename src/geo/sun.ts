const RADIANS_PER_DEGREE = Math.PI / 180
const MILLISECONDS_PER_DAY = 86_400_000
/** Julian date of 1970-01-01T00:00Z, and of the epoch J2000.0. */
const UNIX_EPOCH_JULIAN_DAYS = 2440587.5
const J2000_JULIAN_DAYS = 2451545
/** Terrestrial time runs ahead of universal time by about this much in the 2020s. */
const DELTA_T_SECONDS = 69.2

export interface SunPosition {
  /** Geometric altitude over the horizon, without refraction. */
  readonly altitudeDegrees: number
  /** Clockwise from north, 0-360. */
  readonly azimuthDegrees: number
}

/**
 * Where the sun stands, within about 0.01° from 1950 to 2050.
 * Source: Meeus, Astronomical Algorithms (2nd ed.), chapters 12 (sidereal time), 13 (horizontal
 * coordinates) and 25 (solar coordinates, low accuracy), with the sun's parallax.
 */
export function sunPosition(longitudeDegrees: number, latitudeDegrees: number, utc: Date): SunPosition {
  const universalDays = utc.getTime() / MILLISECONDS_PER_DAY + UNIX_EPOCH_JULIAN_DAYS - J2000_JULIAN_DAYS
  const { rightAscensionDegrees, declinationDegrees } = sunEquatorial(universalDays + DELTA_T_SECONDS / 86_400)
  const centuries = universalDays / 36525
  const siderealDegrees = 280.46061837 + 360.98564736629 * universalDays + 0.000387933 * centuries ** 2 - centuries ** 3 / 38_710_000
  const hourAngle = (siderealDegrees + longitudeDegrees - rightAscensionDegrees) * RADIANS_PER_DEGREE
  const latitude = latitudeDegrees * RADIANS_PER_DEGREE
  const declination = declinationDegrees * RADIANS_PER_DEGREE

  const sineAltitude = Math.sin(latitude) * Math.sin(declination) + Math.cos(latitude) * Math.cos(declination) * Math.cos(hourAngle)
  const altitudeDegrees = Math.asin(sineAltitude) / RADIANS_PER_DEGREE
  const azimuthFromSouth = Math.atan2(
    Math.sin(hourAngle),
    Math.cos(hourAngle) * Math.sin(latitude) - Math.tan(declination) * Math.cos(latitude),
  )
  return {
    altitudeDegrees: altitudeDegrees - SOLAR_PARALLAX_DEGREES * Math.cos(altitudeDegrees * RADIANS_PER_DEGREE),
    azimuthDegrees: wrapDegrees(azimuthFromSouth / RADIANS_PER_DEGREE + 180),
  }
}

const SOLAR_PARALLAX_DEGREES = 8.794 / 3600

/** Apparent right ascension and declination; `days` of terrestrial time from J2000.0. */
function sunEquatorial(days: number): { rightAscensionDegrees: number; declinationDegrees: number } {
  const centuries = days / 36525
  const meanLongitude = 280.46646 + 36000.76983 * centuries + 0.0003032 * centuries ** 2
  const meanAnomaly = (357.52911 + 35999.05029 * centuries - 0.0001537 * centuries ** 2) * RADIANS_PER_DEGREE
  const centre =
    (1.914602 - 0.004817 * centuries - 0.000014 * centuries ** 2) * Math.sin(meanAnomaly) +
    (0.019993 - 0.000101 * centuries) * Math.sin(2 * meanAnomaly) +
    0.000289 * Math.sin(3 * meanAnomaly)
  const node = (125.04 - 1934.136 * centuries) * RADIANS_PER_DEGREE
  const apparentLongitude = (meanLongitude + centre - 0.00569 - 0.00478 * Math.sin(node)) * RADIANS_PER_DEGREE
  const meanObliquity = 23.4392911 - 0.0130042 * centuries - 0.00000016 * centuries ** 2
  const obliquity = (meanObliquity + 0.00256 * Math.cos(node)) * RADIANS_PER_DEGREE
  const rightAscension = Math.atan2(Math.cos(obliquity) * Math.sin(apparentLongitude), Math.cos(apparentLongitude))
  const declination = Math.asin(Math.sin(obliquity) * Math.sin(apparentLongitude))
  return {
    rightAscensionDegrees: wrapDegrees(rightAscension / RADIANS_PER_DEGREE),
    declinationDegrees: declination / RADIANS_PER_DEGREE,
  }
}

function wrapDegrees(degrees: number): number {
  return ((degrees % 360) + 360) % 360
}
