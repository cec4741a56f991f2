import type { City } from '../../cities/city.ts'
import type { CityId } from '../../cities/index.ts'
import { offsetOfPoint } from '../../cities/local-offset.ts'
import { focusOf, poseLookingAt } from '../../state/camera-pose.ts'
import type { TwinLoop } from './twin-loop.ts'

/** No nearer than this to what was pointed at. */
const NEAREST_METRES = 150

/** Flies to a place of the ground (longitude, latitude), leaving this share of the distance. */
export function approachPlace(
  loop: Pick<TwinLoop, 'poseOf' | 'fly'>,
  city: City<CityId>,
  positionDegrees: readonly [number, number],
  share: number,
): void {
  const pose = loop.poseOf(city.id)
  const [eastMetres, northMetres] = offsetOfPoint(city, ...positionDegrees)
  const distance = Math.max(focusOf(pose).distanceMetres * share, NEAREST_METRES)
  loop.fly(city.id, poseLookingAt({ eastMetres, northMetres }, distance, pose.headingDegrees, pose.pitchDegrees))
}
