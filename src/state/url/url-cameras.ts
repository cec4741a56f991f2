import type { CameraPose } from '../../cities/city.ts'
import { CITY_IDS } from '../../cities/index.ts'
import type { AppState } from '../app-state.ts'
import { clampPose } from '../camera-pose.ts'
import { DEFAULT_CAMERAS, forEveryCity } from '../defaults.ts'
import type { Field } from './url-fields.ts'

type Cameras = AppState['cameras']

/**
 * One `cam` for all cities while they are linked, otherwise `cam.<city>` for each that has moved:
 * east, north and height in metres to a decimetre, heading and pitch in degrees to a hundredth.
 */
export const camerasField: Field<Cameras, AppState> = {
  write: (cameras, { linked }) => {
    const first = cameras[CITY_IDS[0]]
    const poses = linked ? [['cam', first] as const] : CITY_IDS.map((cityId) => [`cam.${cityId}`, cameras[cityId]] as const)
    return poses.flatMap(([key, pose]) => {
      const cityId = CITY_IDS.find((id) => key === `cam.${id}`) ?? CITY_IDS[0]
      return formatPose(pose) === formatPose(DEFAULT_CAMERAS[cityId]) ? [] : [[key, formatPose(pose)] as const]
    })
  },
  read: (query, fallback) => {
    const take = (key: string, otherwise: CameraPose): CameraPose => {
      const raw = query.take(key)
      if (raw === null) return otherwise
      const pose = parsePose(raw)
      if (pose === null) query.report(key, raw, formatPose(otherwise))
      return pose ?? otherwise
    }
    const shared = query.take('cam')
    const sharedPose = shared === null ? null : parsePose(shared)
    if (shared !== null && sharedPose === null) query.report('cam', shared, formatPose(fallback[CITY_IDS[0]]))
    return forEveryCity((cityId) => take(`cam.${cityId}`, sharedPose ?? fallback[cityId]))
  },
}

/** A pose as it stands in the URL. */
function formatPose(pose: CameraPose): string {
  const { eastMetres, northMetres, heightMetres, headingDegrees, pitchDegrees } = roundPose(pose)
  return [eastMetres, northMetres, heightMetres, headingDegrees, pitchDegrees].join(',')
}

/** The pose to a decimetre and a hundredth of a degree. */
function roundPose(pose: CameraPose): CameraPose {
  return {
    eastMetres: round(pose.eastMetres, 10),
    northMetres: round(pose.northMetres, 10),
    heightMetres: round(pose.heightMetres, 10),
    headingDegrees: round(pose.headingDegrees, 100) % 360,
    pitchDegrees: round(pose.pitchDegrees, 100),
  }
}

/** Null for anything but five plain numbers; numbers beyond the camera's limits are brought into them. */
function parsePose(raw: string): CameraPose | null {
  const parts = raw.split(',')
  if (parts.length !== 5 || !parts.every((part) => /^-?\d{1,7}(\.\d{1,6})?$/.test(part))) return null
  const [eastMetres, northMetres, heightMetres, headingDegrees, pitchDegrees] = parts.map((part) => Number(part) + 0) as [
    number,
    number,
    number,
    number,
    number,
  ]
  if (Math.abs(pitchDegrees) > 90) return null
  // Rounded again: wrapping a heading leaves digits that were not in the text.
  return roundPose(clampPose({ eastMetres, northMetres, heightMetres, headingDegrees, pitchDegrees }))
}

/** Rounds to a share of one, without a negative zero. */
function round(value: number, perOne: number): number {
  return Math.round(value * perOne) / perOne + 0
}
