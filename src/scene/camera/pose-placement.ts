import type { CameraPose, City } from '../../cities/city.ts'
import { offsetOfPoint, placePoint } from '../../cities/local-offset.ts'
import type { Ground } from '../../geo/ground.ts'

/** A camera on the globe, as the engine takes it. */
export interface Placement {
  readonly longitudeDegrees: number
  readonly latitudeDegrees: number
  /** Above the ellipsoid: height above the ground, raised by the ground's own. */
  readonly ellipsoidalHeightMetres: number
  readonly headingDegrees: number
  readonly pitchDegrees: number
}

/** Where a pose about a city's anchor stands on the globe. */
export function placePose(city: City, ground: Ground, pose: CameraPose): Placement {
  const [longitudeDegrees, latitudeDegrees] = placePoint(city, pose.eastMetres, pose.northMetres)
  return {
    longitudeDegrees,
    latitudeDegrees,
    ellipsoidalHeightMetres: pose.heightMetres + ground.ellipsoidalHeightMetres(longitudeDegrees, latitudeDegrees),
    headingDegrees: pose.headingDegrees,
    pitchDegrees: pose.pitchDegrees,
  }
}

/** The pose about a city's anchor of a camera on the globe; the inverse of `placePose`. */
export function poseOfPlacement(city: City, ground: Ground, placement: Placement): CameraPose {
  const { longitudeDegrees, latitudeDegrees } = placement
  const [eastMetres, northMetres] = offsetOfPoint(city, longitudeDegrees, latitudeDegrees)
  return {
    eastMetres,
    northMetres,
    heightMetres: placement.ellipsoidalHeightMetres - ground.ellipsoidalHeightMetres(longitudeDegrees, latitudeDegrees),
    headingDegrees: placement.headingDegrees,
    pitchDegrees: placement.pitchDegrees,
  }
}
