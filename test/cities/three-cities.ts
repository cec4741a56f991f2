import type { City } from '../../src/cities/city.ts'
import { helsinki } from '../../src/cities/helsinki.ts'
import { tallinn } from '../../src/cities/tallinn.ts'
import { vineta } from './vineta.ts'

/** Stands in the place of `src/cities/index.ts` where a test mocks it: the same, with a third city. */
export const CITIES: readonly City[] = [helsinki, tallinn, vineta]
export const CITY_IDS: readonly string[] = CITIES.map(({ id }) => id)

export function isCityId(text: string): boolean {
  return CITY_IDS.includes(text)
}

export function cityById(id: string): City {
  const city = CITIES.find((candidate) => candidate.id === id)
  if (city === undefined) throw new Error(`No city has the id "${id}"`)
  return city
}
