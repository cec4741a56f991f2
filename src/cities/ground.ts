import { createGround, type Ground } from '../geo/ground.ts'
import type { City } from './city.ts'

const grounds = new WeakMap<City, Ground>()

/** The ground of a city, the one that views and tiles are made with: flat, as no city has a set of elevations yet. */
export function groundOf(city: City): Ground {
  const ground = grounds.get(city) ?? createGround(city.geoid, null)
  grounds.set(city, ground)
  return ground
}
