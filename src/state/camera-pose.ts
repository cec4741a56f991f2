import type { CameraPose } from '../cities/city.ts'
import { sightDistanceMetres } from '../geo/scale.ts'

const RADIANS_PER_DEGREE = Math.PI / 180

export const POSE_LIMITS = {
  lowestMetres: 8,
  highestMetres: 25_000,
  /** A camera stays this near to the anchor. */
  farthestMetres: 30_000,
  steepestDegrees: -90,
  flattestDegrees: -3,
} as const

/** The point of the ground in the middle of the view, east and north of the anchor. */
export function focusOf(pose: CameraPose): { readonly eastMetres: number; readonly northMetres: number; readonly distanceMetres: number } {
  const distanceMetres = sightDistanceMetres(pose.heightMetres, pose.pitchDegrees)
  const alongMetres = distanceMetres * Math.cos(pose.pitchDegrees * RADIANS_PER_DEGREE)
  const heading = pose.headingDegrees * RADIANS_PER_DEGREE
  return {
    eastMetres: pose.eastMetres + alongMetres * Math.sin(heading),
    northMetres: pose.northMetres + alongMetres * Math.cos(heading),
    distanceMetres,
  }
}

/** The pose that looks at a point of the ground from a distance. */
export function poseLookingAt(
  focus: { readonly eastMetres: number; readonly northMetres: number },
  distanceMetres: number,
  headingDegrees: number,
  pitchDegrees: number,
): CameraPose {
  const pitch = Math.min(pitchDegrees, POSE_LIMITS.flattestDegrees)
  const heightMetres = distanceMetres * Math.sin(-pitch * RADIANS_PER_DEGREE)
  // The same measure as focusOf, so that looking at a pose's own focus gives the pose back.
  const alongMetres = sightDistanceMetres(heightMetres, pitch) * Math.cos(pitch * RADIANS_PER_DEGREE)
  const heading = headingDegrees * RADIANS_PER_DEGREE
  return clampPose({
    eastMetres: focus.eastMetres - alongMetres * Math.sin(heading),
    northMetres: focus.northMetres - alongMetres * Math.cos(heading),
    heightMetres,
    headingDegrees,
    pitchDegrees: pitch,
  })
}

/** Keeps a pose above the ground, over the city, and between straight down and nearly level. */
export function clampPose(pose: CameraPose): CameraPose {
  const distance = Math.hypot(pose.eastMetres, pose.northMetres)
  const pull = distance > POSE_LIMITS.farthestMetres ? POSE_LIMITS.farthestMetres / distance : 1
  return {
    eastMetres: pose.eastMetres * pull,
    northMetres: pose.northMetres * pull,
    heightMetres: Math.min(Math.max(pose.heightMetres, POSE_LIMITS.lowestMetres), POSE_LIMITS.highestMetres),
    headingDegrees: wrapDegrees(pose.headingDegrees),
    pitchDegrees: Math.min(Math.max(pose.pitchDegrees, POSE_LIMITS.steepestDegrees), POSE_LIMITS.flattestDegrees),
  }
}

/** Moves right and forward over the ground, by shares of the distance to the middle of the view. */
export function panPose(pose: CameraPose, rightShare: number, forwardShare: number): CameraPose {
  const { distanceMetres } = focusOf(pose)
  const heading = pose.headingDegrees * RADIANS_PER_DEGREE
  const right = rightShare * distanceMetres
  const forward = forwardShare * distanceMetres
  return clampPose({
    ...pose,
    eastMetres: pose.eastMetres + right * Math.cos(heading) + forward * Math.sin(heading),
    northMetres: pose.northMetres - right * Math.sin(heading) + forward * Math.cos(heading),
  })
}

/** Multiplies the distance to the middle of the view: below 1 comes nearer. */
export function zoomPose(pose: CameraPose, factor: number): CameraPose {
  const focus = focusOf(pose)
  const nearest = POSE_LIMITS.lowestMetres / pose.heightMetres
  const farthest = POSE_LIMITS.highestMetres / pose.heightMetres
  const allowed = Math.min(Math.max(factor, nearest), farthest)
  return poseLookingAt(focus, focus.distanceMetres * allowed, pose.headingDegrees, pose.pitchDegrees)
}

/** Turns about the middle of the view, clockwise. */
export function turnPose(pose: CameraPose, degrees: number): CameraPose {
  const focus = focusOf(pose)
  return poseLookingAt(focus, focus.distanceMetres, pose.headingDegrees + degrees, pose.pitchDegrees)
}

/** Tilts about the middle of the view; positive looks flatter. */
export function tiltPose(pose: CameraPose, degrees: number): CameraPose {
  const focus = focusOf(pose)
  const pitch = Math.min(Math.max(pose.pitchDegrees + degrees, POSE_LIMITS.steepestDegrees), -10)
  return poseLookingAt(focus, focus.distanceMetres, pose.headingDegrees, pitch)
}

/** Turns until north is up. */
export function faceNorth(pose: CameraPose): CameraPose {
  return turnPose(pose, -pose.headingDegrees)
}

/** Whether two poses show the same picture: within a centimetre and a thousandth of a degree. */
export function equalPoses(a: CameraPose, b: CameraPose): boolean {
  return (
    Math.abs(a.eastMetres - b.eastMetres) < 0.01 &&
    Math.abs(a.northMetres - b.northMetres) < 0.01 &&
    Math.abs(a.heightMetres - b.heightMetres) < 0.01 &&
    Math.abs(turnBetween(a.headingDegrees, b.headingDegrees)) < 0.001 &&
    Math.abs(a.pitchDegrees - b.pitchDegrees) < 0.001
  )
}

/**
 * A pose on the way of a flight, `share` from 0 to 1 (eased by the caller). A long flight rises on the
 * way, so that both ends are seen to belong together.
 */
export function interpolatePose(from: CameraPose, to: CameraPose, share: number): CameraPose {
  const start = focusOf(from)
  const end = focusOf(to)
  const mix = (a: number, b: number) => a + (b - a) * share
  const travelMetres = Math.hypot(end.eastMetres - start.eastMetres, end.northMetres - start.northMetres)
  const straight = Math.exp(mix(Math.log(start.distanceMetres), Math.log(end.distanceMetres)))
  const rise = Math.max(0, travelMetres * 0.6 - straight) * 4 * share * (1 - share)
  if (share >= 1) return to
  return poseLookingAt(
    { eastMetres: mix(start.eastMetres, end.eastMetres), northMetres: mix(start.northMetres, end.northMetres) },
    straight + rise,
    from.headingDegrees + turnBetween(from.headingDegrees, to.headingDegrees) * share,
    mix(from.pitchDegrees, to.pitchDegrees),
  )
}

/** The shorter turn from one heading to another, -180 to 180. */
function turnBetween(fromDegrees: number, toDegrees: number): number {
  return wrapDegrees(toDegrees - fromDegrees + 180) - 180
}

function wrapDegrees(degrees: number): number {
  return ((degrees % 360) + 360) % 360
}
