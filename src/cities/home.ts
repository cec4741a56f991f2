import type { CameraPose } from './city.ts'

/** Where every city's view starts: over the old centre from the south, with the sea behind. */
export const HOME_POSE: CameraPose = {
  eastMetres: 250,
  northMetres: -1750,
  heightMetres: 1050,
  headingDegrees: 350,
  pitchDegrees: -30,
}
