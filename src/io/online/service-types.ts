import type { CityId } from '../../cities/index.ts'

/** A city's area to ask for: west, south, east, north in degrees. */
export interface Area {
  readonly cityId: CityId
  readonly extentDegrees: readonly [number, number, number, number]
}
