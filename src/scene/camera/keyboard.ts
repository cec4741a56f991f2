import type { CameraPose } from '../../cities/city.ts'
import { panPose, tiltPose, turnPose, zoomPose } from '../../state/camera-pose.ts'
import { HOME_POSE } from '../../cities/home.ts'

const PAN_SHARE = 0.08
const ZOOM_FACTOR = 0.8
const TURN_DEGREES = 10
const TILT_DEGREES = 5

const POSE_KEYS: Readonly<Record<string, (pose: CameraPose) => CameraPose>> = {
  'ArrowLeft': (pose) => panPose(pose, -PAN_SHARE, 0),
  'ArrowRight': (pose) => panPose(pose, PAN_SHARE, 0),
  'ArrowUp': (pose) => panPose(pose, 0, PAN_SHARE),
  'ArrowDown': (pose) => panPose(pose, 0, -PAN_SHARE),
  '+': (pose) => zoomPose(pose, ZOOM_FACTOR),
  '=': (pose) => zoomPose(pose, ZOOM_FACTOR),
  '-': (pose) => zoomPose(pose, 1 / ZOOM_FACTOR),
  '_': (pose) => zoomPose(pose, 1 / ZOOM_FACTOR),
  'q': (pose) => turnPose(pose, -TURN_DEGREES),
  'e': (pose) => turnPose(pose, TURN_DEGREES),
  'PageUp': (pose) => tiltPose(pose, TILT_DEGREES),
  'PageDown': (pose) => tiltPose(pose, -TILT_DEGREES),
  'Home': () => HOME_POSE,
}

/** Where a key takes a camera, or null when the key means nothing to a view. */
export function poseAfterKey(key: string, pose: CameraPose): CameraPose | null {
  const change = POSE_KEYS[key] ?? POSE_KEYS[key.toLowerCase()]
  return change === undefined ? null : change(pose)
}
