const SEMI_MAJOR_AXIS_METRES = 6378137
const FLATTENING = 1 / 298.257223563
const ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING)
const RADIANS_PER_DEGREE = Math.PI / 180

/**
 * Metres on the ellipsoid for one degree of longitude and of latitude at a latitude (WGS84's radii of
 * curvature in the prime vertical and the meridian).
 */
export function metresPerDegree(latitudeDegrees: number): { readonly east: number; readonly north: number } {
  const sine = Math.sin(latitudeDegrees * RADIANS_PER_DEGREE)
  const cosine = Math.cos(latitudeDegrees * RADIANS_PER_DEGREE)
  const root = Math.sqrt(1 - ECCENTRICITY_SQUARED * sine * sine)
  const primeVertical = SEMI_MAJOR_AXIS_METRES / root
  const meridian = (SEMI_MAJOR_AXIS_METRES * (1 - ECCENTRICITY_SQUARED)) / (root * root * root)
  return { east: primeVertical * cosine * RADIANS_PER_DEGREE, north: meridian * RADIANS_PER_DEGREE }
}
