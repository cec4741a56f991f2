import type { CameraPose, City } from '../../cities/city.ts'
import type { CityId } from '../../cities/index.ts'
import { HOME_POSE } from '../../cities/home.ts'
import { faceNorth, focusOf, interpolatePose, poseLookingAt } from '../../state/camera-pose.ts'
import type { Flight } from '../../state/store.ts'
import { offsetOfPoint } from '../../cities/local-offset.ts'

const SHORTEST_MILLISECONDS = 500
const LONGEST_MILLISECONDS = 2600
/** A place is looked at from this many times its extent, not nearer than a street's width away. */
const DISTANCE_PER_EXTENT = 2.2
const NEAREST_METRES = 280
const PLACE_PITCH_DEGREES = -38

export interface FlightPlan {
  readonly cityId: CityId
  readonly from: CameraPose
  readonly to: CameraPose
  readonly startMilliseconds: number
  readonly durationMilliseconds: number
}

/** Where a flight ends. */
export function targetOfFlight(city: City, target: Flight['target'], pose: CameraPose): CameraPose {
  if (target.kind === 'home') return HOME_POSE
  if (target.kind === 'north') return faceNorth(pose)
  const [eastMetres, northMetres] = offsetOfPoint(city, ...target.positionDegrees)
  const distance = Math.max(target.extentMetres * DISTANCE_PER_EXTENT, NEAREST_METRES)
  return poseLookingAt({ eastMetres, northMetres }, distance, pose.headingDegrees, Math.min(pose.pitchDegrees, PLACE_PITCH_DEGREES))
}

/** A flight that takes longer the farther it goes; none at all where motion is unwanted. */
export function planFlight(
  cityId: CityId,
  from: CameraPose,
  to: CameraPose,
  startMilliseconds: number,
  isMotionReduced: boolean,
): FlightPlan {
  const start = focusOf(from)
  const end = focusOf(to)
  const travel = Math.hypot(end.eastMetres - start.eastMetres, end.northMetres - start.northMetres)
  const zoom = Math.abs(Math.log2(end.distanceMetres / start.distanceMetres))
  const wanted = SHORTEST_MILLISECONDS + 260 * Math.log2(1 + travel / 200) + 180 * zoom
  const durationMilliseconds = isMotionReduced ? 0 : Math.min(wanted, LONGEST_MILLISECONDS)
  return { cityId, from, to, startMilliseconds, durationMilliseconds }
}

/** The pose at a moment, and whether the flight has ended. */
export function poseOfFlight(plan: FlightPlan, nowMilliseconds: number): { readonly pose: CameraPose; readonly hasEnded: boolean } {
  if (plan.durationMilliseconds === 0) return { pose: plan.to, hasEnded: true }
  const share = Math.min(Math.max((nowMilliseconds - plan.startMilliseconds) / plan.durationMilliseconds, 0), 1)
  if (share === 1) return { pose: plan.to, hasEnded: true }
  return { pose: interpolatePose(plan.from, plan.to, easeInAndOut(share)), hasEnded: false }
}

/** Starts briskly and ends softly. */
function easeInAndOut(share: number): number {
  return share < 0.4 ? (share * share) / 0.4 : 1 - (1 - share) ** 2 / 0.6
}
