import type { CameraPose } from '../cities/city.ts'
import { clampPose, focusOf, poseLookingAt } from './camera-pose.ts'
import { EYE_METRES, type WalkWay } from './view-tools.ts'

/** A brisk walk: people cross streets at 1.2 to 1.5 m/s. */
const WALK_METRES_PER_SECOND = 1.4
const TURN_DEGREES_PER_SECOND = 45
/** Where motion is reduced, a press is a step: what two seconds of walking come to. */
const STEP_SECONDS = 2
const TURN_STEP_DEGREES = 15
/** A tab that was away makes no leap. */
const LONGEST_SECONDS = 0.25
const EYE_PITCH = { level: 0, lowest: -45, highest: 45 } as const
/** Whence a view looks down again when a walk ends. */
const AFTER = { distanceMetres: 350, pitchDegrees: -35 } as const

/** A walker's pose on the ground where a pose looks at, with its heading. */
export function startWalkPose(pose: CameraPose): CameraPose {
  const { eastMetres, northMetres } = focusOf(pose)
  return clampWalkPose({ ...pose, eastMetres, northMetres, pitchDegrees: EYE_PITCH.level })
}

/** Looks down at where the walk ended. */
export function endWalkPose({ eastMetres, northMetres, headingDegrees }: CameraPose): CameraPose {
  return poseLookingAt({ eastMetres, northMetres }, AFTER.distanceMetres, headingDegrees, AFTER.pitchDegrees)
}

/** Keeps a pose at eye height over the ground, never under it, and within reach of the city. */
export function clampWalkPose(pose: CameraPose): CameraPose {
  return {
    ...clampPose(pose),
    heightMetres: EYE_METRES,
    pitchDegrees: Math.min(Math.max(pose.pitchDegrees, EYE_PITCH.lowest), EYE_PITCH.highest),
  }
}

/** The pose after walking so long in the ways that are held: opposite ways cancel out, and aslant is no faster. */
export function walkPose(pose: CameraPose, held: readonly WalkWay[], seconds: number): CameraPose {
  return moveOn(pose, held, Math.min(seconds, LONGEST_SECONDS), TURN_DEGREES_PER_SECOND * Math.min(seconds, LONGEST_SECONDS))
}

/** The pose after one step in a way, for those who want no motion. */
export function stepPose(pose: CameraPose, way: WalkWay): CameraPose {
  return moveOn(pose, [way], STEP_SECONDS, TURN_STEP_DEGREES)
}

/** Looks about: degrees to the right and up. */
export function lookPose(pose: CameraPose, rightDegrees: number, upDegrees: number): CameraPose {
  return clampWalkPose({ ...pose, headingDegrees: pose.headingDegrees + rightDegrees, pitchDegrees: pose.pitchDegrees + upDegrees })
}

function moveOn(pose: CameraPose, held: readonly WalkWay[], seconds: number, turnDegrees: number): CameraPose {
  const share = (way: WalkWay, opposite: WalkWay) => Number(held.includes(way)) - Number(held.includes(opposite))
  const headingDegrees = pose.headingDegrees + share('turn-right', 'turn-left') * turnDegrees
  const [ahead, aside] = [share('forward', 'back'), share('right', 'left')]
  const metres = (WALK_METRES_PER_SECOND * seconds) / Math.max(1, Math.hypot(ahead, aside))
  const heading = (headingDegrees * Math.PI) / 180
  return clampWalkPose({
    ...pose,
    headingDegrees,
    eastMetres: pose.eastMetres + metres * (ahead * Math.sin(heading) + aside * Math.cos(heading)),
    northMetres: pose.northMetres + metres * (ahead * Math.cos(heading) - aside * Math.sin(heading)),
  })
}
