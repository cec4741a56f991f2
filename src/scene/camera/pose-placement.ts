import type { CameraPose, City } from '../../cities/city.ts'
import { offsetOfPoint, placePoint } from '../../cities/local-offset.ts'
import { geoidHeightMetres } from '../../geo/geoid.ts'

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
