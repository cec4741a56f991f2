import type { City } from './city.ts'
import { helsinki } from './helsinki.ts'
import { tallinn } from './tallinn.ts'

/** Every city, in the order in which they stand side by side. */
export const CITIES = [helsinki, tallinn] as const satisfies readonly City[]

export type CityId = (typeof CITIES)[number]['id']

const [first, ...others] = CITIES

/** At least one, so that the first is always there. */
export const CITY_IDS: readonly [CityId, ...CityId[]] = [first.id, ...others.map((city) => city.id)]

/** Whether a text of unknown origin is the id of a city. */
export function isCityId(text: string): text is CityId {
  return CITY_IDS.some((id) => id === text)
}

/** The city with this id; throws on an id that is not in `CITIES` (a bug, not bad input). */
export function cityById(id: CityId): City<CityId> {
  const city = CITIES.find((candidate) => candidate.id === id)
  if (city === undefined) throw new Error(`No city has the id "${id}"`)
  return city
}
