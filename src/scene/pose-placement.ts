import type { CameraPose, City } from '../cities/city.ts'
import { geoidHeightMetres } from '../geo/geoid.ts'
import { metresPerDegree } from '../geo/local-metres.ts'

/** A camera on the globe, as the engine takes it. */
export interface Placement {
  readonly longitudeDegrees: number
  readonly latitudeDegrees: number
  /** Above the ellipsoid: height above the city's zero level, raised by the geoid. */
  readonly ellipsoidalHeightMetres: number
  readonly headingDegrees: number
  readonly pitchDegrees: number
}

/** Where a pose about a city's anchor stands on the globe. */
export function placePose(city: City, pose: CameraPose): Placement {
  const [longitudeDegrees, latitudeDegrees] = placePoint(city, pose.eastMetres, pose.northMetres)
  return {
    longitudeDegrees,
    latitudeDegrees,
    ellipsoidalHeightMetres: pose.heightMetres + geoidHeightMetres(city.geoid, longitudeDegrees, latitudeDegrees),
    headingDegrees: pose.headingDegrees,
    pitchDegrees: pose.pitchDegrees,
  }
}

/** The pose about a city's anchor of a camera on the globe; the inverse of `placePose`. */
export function poseOfPlacement(city: City, placement: Placement): CameraPose {
  const { longitudeDegrees, latitudeDegrees } = placement
  const [eastMetres, northMetres] = offsetOfPoint(city, longitudeDegrees, latitudeDegrees)
  return {
    eastMetres,
    northMetres,
    heightMetres: placement.ellipsoidalHeightMetres - geoidHeightMetres(city.geoid, longitudeDegrees, latitudeDegrees),
    headingDegrees: placement.headingDegrees,
    pitchDegrees: placement.pitchDegrees,
  }
}

/** Longitude and latitude of a point east and north of the anchor, by the anchor's own scale. */
export function placePoint(city: City, eastMetres: number, northMetres: number): [number, number] {
  const { longitudeDegrees, latitudeDegrees } = city.anchor
  const perDegree = metresPerDegree(latitudeDegrees)
  return [longitudeDegrees + eastMetres / perDegree.east, latitudeDegrees + northMetres / perDegree.north]
}

/** Metres east and north of the anchor. */
export function offsetOfPoint(city: City, longitudeDegrees: number, latitudeDegrees: number): [number, number] {
  const { anchor } = city
  const perDegree = metresPerDegree(anchor.latitudeDegrees)
  return [
    (longitudeDegrees - anchor.longitudeDegrees) * perDegree.east,
    (latitudeDegrees - anchor.latitudeDegrees) * perDegree.north,
  ]
}
