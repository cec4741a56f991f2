import {
  CONFORMAL_FROM_GEOGRAPHIC,
  ECCENTRICITY,
  ELLIPSOID_FROM_SPHERE,
  GEOGRAPHIC_FROM_CONFORMAL,
  SEMI_MAJOR_METRES,
  SPHERE_FROM_ELLIPSOID,
  sumSines,
  THIRD_FLATTENING,
} from './conformal-latitude.ts'

/**
 * A projection for millions of points: both ways without iteration, writing into arrays without
 * making any object a point. Longitude and latitude in degrees, east and north in metres.
 */
export interface Projection {
  /** `target[at]`, `target[at + 1]` = east, north. */
  readonly forward: (longitudeDegrees: number, latitudeDegrees: number, target: Float64Array, at: number) => void
  /** `target[at]`, `target[at + 1]` = longitude, latitude. */
  readonly inverse: (east: number, north: number, target: Float64Array, at: number) => void
}

const RADIANS = Math.PI / 180
const n = THIRD_FLATTENING
/** Radius of the sphere whose meridian is as long as the ellipsoid's. */
const RECTIFYING_RADIUS_METRES = (SEMI_MAJOR_METRES / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64 + n ** 6 / 256)

export const longitudeLatitude: Projection = { forward: copyPair, inverse: copyPair }

function copyPair(x: number, y: number, target: Float64Array, at: number): void {
  target[at] = x
  target[at + 1] = y
}

/** Web Mercator (EPSG:3857): spherical formulas on the ellipsoid's latitude. */
export const webMercator: Projection = {
  forward(longitudeDegrees, latitudeDegrees, target, at) {
    const sine = Math.sin(latitudeDegrees * RADIANS)
    target[at] = SEMI_MAJOR_METRES * longitudeDegrees * RADIANS
    target[at + 1] = (SEMI_MAJOR_METRES / 2) * Math.log((1 + sine) / (1 - sine))
  },
  inverse(east, north, target, at) {
    target[at] = east / SEMI_MAJOR_METRES / RADIANS
    target[at + 1] = Math.atan(Math.sinh(north / SEMI_MAJOR_METRES)) / RADIANS
  },
}

export interface TransverseMercatorParameters {
  readonly centralMeridianDegrees: number
  readonly scale: number
  readonly falseEastingMetres: number
}

/** Transverse Mercator on GRS80 with its origin on the equator (Krüger 1912, n-series). */
export function transverseMercator({ centralMeridianDegrees, scale, falseEastingMetres }: TransverseMercatorParameters): Projection {
  const radius = RECTIFYING_RADIUS_METRES * scale
  const pair = new Float64Array(2)
  return {
    forward(longitudeDegrees, latitudeDegrees, target, at) {
      const latitude = latitudeDegrees * RADIANS
      const longitude = (longitudeDegrees - centralMeridianDegrees) * RADIANS
      const conformal = latitude + sumSines(CONFORMAL_FROM_GEOGRAPHIC, Math.sin(latitude), Math.cos(latitude))
      const sine = Math.sin(conformal)
      const cosine = Math.cos(conformal)
      const across = cosine * Math.sin(longitude)
      const xi = Math.atan2(sine, cosine * Math.cos(longitude))
      const eta = Math.atanh(across)
      addComplexSines(ELLIPSOID_FROM_SPHERE, xi, eta, pair)
      target[at] = falseEastingMetres + radius * (pair[1] as number)
      target[at + 1] = radius * (pair[0] as number)
    },
    inverse(east, north, target, at) {
      addComplexSines(SPHERE_FROM_ELLIPSOID, north / radius, (east - falseEastingMetres) / radius, pair)
      const xi = pair[0] as number
      const sinhEta = Math.sinh(pair[1] as number)
      const cosineXi = Math.cos(xi)
      const length = Math.sqrt(1 + sinhEta * sinhEta)
      const sine = Math.sin(xi) / length
      const cosine = Math.sqrt(1 - sine * sine)
      const conformal = Math.asin(sine)
      target[at] = centralMeridianDegrees + Math.atan2(sinhEta, cosineXi) / RADIANS
      target[at + 1] = (conformal + sumSines(GEOGRAPHIC_FROM_CONFORMAL, sine, cosine)) / RADIANS
    },
  }
}

/** z + Σ c_j sin 2jz for z = xi + i·eta, by Clenshaw's recurrence in complex numbers. */
function addComplexSines(coefficients: Float64Array, xi: number, eta: number, target: Float64Array): void {
  const sine = Math.sin(2 * xi)
  const cosine = Math.cos(2 * xi)
  const growth = Math.exp(2 * eta)
  const cosh = (growth + 1 / growth) / 2
  const sinh = (growth - 1 / growth) / 2
  const real = 2 * cosine * cosh
  const imaginary = -2 * sine * sinh
  let [beforeReal, beforeImaginary, currentReal, currentImaginary] = [0, 0, 0, 0]
  for (let j = 5; j >= 0; j -= 1) {
    const nextReal = real * currentReal - imaginary * currentImaginary - beforeReal + (coefficients[j] as number)
    const nextImaginary = real * currentImaginary + imaginary * currentReal - beforeImaginary
    beforeReal = currentReal
    beforeImaginary = currentImaginary
    currentReal = nextReal
    currentImaginary = nextImaginary
  }
  target[0] = xi + sine * cosh * currentReal - cosine * sinh * currentImaginary
  target[1] = eta + sine * cosh * currentImaginary + cosine * sinh * currentReal
}

export interface LambertConformalParameters {
  readonly parallelsDegrees: readonly [number, number]
  readonly originDegrees: readonly [longitude: number, latitude: number]
  readonly falseOriginMetres: readonly [east: number, north: number]
}

/** Lambert conformal conic with two standard parallels on GRS80 (Snyder 1987, p. 107-109). */
export function lambertConformal({ parallelsDegrees, originDegrees, falseOriginMetres }: LambertConformalParameters): Projection {
  const [m1, m2] = parallelsDegrees.map((degrees) => {
    const sine = Math.sin(degrees * RADIANS)
    return Math.cos(degrees * RADIANS) / Math.sqrt(1 - (ECCENTRICITY * sine) ** 2)
  }) as [number, number]
  const [q1, q2] = parallelsDegrees.map((degrees) => isometricLatitude(degrees * RADIANS)) as [number, number]
  const cone = Math.log(m1 / m2) / (q2 - q1)
  const reach = (SEMI_MAJOR_METRES * m1 * Math.exp(cone * q1)) / cone
  const radiusOfOrigin = reach * Math.exp(-cone * isometricLatitude(originDegrees[1] * RADIANS))
  const [falseEast, falseNorth] = falseOriginMetres
  return {
    forward(longitudeDegrees, latitudeDegrees, target, at) {
      const radius = reach * Math.exp(-cone * isometricLatitude(latitudeDegrees * RADIANS))
      const angle = cone * (longitudeDegrees - originDegrees[0]) * RADIANS
      target[at] = falseEast + radius * Math.sin(angle)
      target[at + 1] = falseNorth + radiusOfOrigin - radius * Math.cos(angle)
    },
    inverse(east, north, target, at) {
      const x = east - falseEast
      const y = radiusOfOrigin - (north - falseNorth)
      // tanh of the isometric latitude is the sine of the conformal one.
      const squared = Math.exp(Math.log((x * x + y * y) / (reach * reach)) / cone)
      const sine = (1 - squared) / (1 + squared)
      const cosine = Math.sqrt(1 - sine * sine)
      target[at] = originDegrees[0] + Math.atan2(x, y) / cone / RADIANS
      target[at + 1] = (Math.asin(sine) + sumSines(GEOGRAPHIC_FROM_CONFORMAL, sine, cosine)) / RADIANS
    },
  }
}

function isometricLatitude(latitude: number): number {
  const conformal = latitude + sumSines(CONFORMAL_FROM_GEOGRAPHIC, Math.sin(latitude), Math.cos(latitude))
  const sine = Math.sin(conformal)
  return Math.log((1 + sine) / (1 - sine)) / 2
}
