interface Vector {
  readonly x: number
  readonly y: number
  readonly z: number
}

/** Of the ellipsoid WGS 84: the polar over the equatorial radius, squared. */
const POLAR_SHARE_SQUARED = (6_356_752.314_245_179 / 6_378_137) ** 2

/** Nearer to straight down or up than this (2.6°), the heading is that of the view's upper edge, as the engine has it. */
const STRAIGHT_UP_OR_DOWN = 0.999

/**
 * Heading (from north, clockwise, 0-360) and pitch (up from the horizon) of a view at a place, both in degrees.
 * The engine's own `heading` and `pitch` turn the camera into another frame and back: each reading moves it by
 * a few 1e-16, now and then enough for the scene to draw again, and so for ever.
 *
 * North and up are the engine's, which it takes at the camera itself: 700 m up they lean by 2e-5° from those of
 * the ground below, and a pose that was set has to be read back as it was.
 *
 * @param position Earth-centred, metres
 * @param direction unit vector of the view, Earth-centred
 * @param up unit vector of the view's upper edge, Earth-centred
 */
export function measureViewAngles(
  position: Vector,
  direction: Vector,
  up: Vector,
): { readonly headingDegrees: number; readonly pitchDegrees: number } {
  const zenith = normalise({ x: position.x, y: position.y, z: position.z / POLAR_SHARE_SQUARED })
  const east = normalise({ x: -position.y, y: position.x, z: 0 })
  const north = { x: -zenith.z * east.y, y: zenith.z * east.x, z: zenith.x * east.y - zenith.y * east.x }
  const sinPitch = dot(direction, zenith)
  const ahead = Math.abs(sinPitch) < STRAIGHT_UP_OR_DOWN ? direction : up
  const heading = toDegrees(Math.atan2(dot(ahead, east), dot(ahead, north)))
  return {
    headingDegrees: heading < 0 ? heading + 360 : heading,
    pitchDegrees: toDegrees(Math.asin(Math.min(1, Math.max(-1, sinPitch)))),
  }
}

function dot(a: Vector, b: Vector): number {
  return a.x * b.x + a.y * b.y + a.z * b.z
}

function normalise({ x, y, z }: Vector): Vector {
  const length = Math.hypot(x, y, z)
  return { x: x / length, y: y / length, z: z / length }
}

function toDegrees(radians: number): number {
  return (radians * 180) / Math.PI
}
