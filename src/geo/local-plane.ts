import { metresPerDegree } from './local-metres.ts'
import type { Point } from './open-rings.ts'

/** The plane that touches the ellipsoid at a point: east and north of it in metres. */
export interface LocalPlane {
  readonly origin: Point
  readonly toMetres: (degrees: Point) => Point
  readonly toDegrees: (metres: Point) => Point
}

/**
 * A plane for shapes of some hundred metres, where lengths and angles are those on the ground: half a kilometre from its origin an
 * east-west length is off by less than 1.5 in 10,000 at latitudes up to 61°, for the scale of the origin's latitude holds throughout.
 */
export function createLocalPlane(origin: Point): LocalPlane {
  const perDegree = metresPerDegree(origin[1])
  return {
    origin,
    toMetres: ([longitude, latitude]) => [(longitude - origin[0]) * perDegree.east, (latitude - origin[1]) * perDegree.north],
    toDegrees: ([x, y]) => [origin[0] + x / perDegree.east, origin[1] + y / perDegree.north],
  }
}
