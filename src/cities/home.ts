import type { CameraPose } from './city.ts'

/** Where every city's view starts: over the old centre from the south, with the sea behind. */
export const HOME_POSE: CameraPose = {
  eastMetres: 550,
  northMetres: -1750,
  heightMetres: 720,
  headingDegrees: 340,
  pitchDegrees: -21.5,
}
