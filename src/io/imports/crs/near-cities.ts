import { CITIES, type CityId } from '../../../cities/index.ts'
import { widenBox, type Box } from '../../../geo/boxes.ts'
import { metresPerDegree } from '../../../geo/local-metres.ts'

/** How far outside of a city's data something may lie and still show there. */
export const NEAR_METRES = 10_000

/** The extent of each city's data and what is near, in degrees. */
export const NEAR_BOXES: readonly { readonly cityId: CityId; readonly box: Box }[] = CITIES.map((city) => {
  const [, south, , north] = city.extentDegrees
  const metres = metresPerDegree((south + north) / 2)
  return { cityId: city.id, box: widenBox(city.extentDegrees, NEAR_METRES / metres.east, NEAR_METRES / metres.north) }
})

const MEAN_EARTH_RADIUS_METRES = 6_371_009
const RADIANS = Math.PI / 180

/**
 * The city whose anchor is nearest, and how far it is: on the sphere, within 0.6 % of the ellipsoid, which
 * is plenty to say "about 300 km from Tallinn".
 */
export function nearestCity(longitudeDegrees: number, latitudeDegrees: number): { readonly cityId: CityId; readonly metres: number } {
  const all = CITIES.map(({ id, anchor }) => {
    const deltaLatitude = (latitudeDegrees - anchor.latitudeDegrees) * RADIANS
    const deltaLongitude = (longitudeDegrees - anchor.longitudeDegrees) * RADIANS
    const haversine =
      Math.sin(deltaLatitude / 2) ** 2 +
      Math.cos(latitudeDegrees * RADIANS) * Math.cos(anchor.latitudeDegrees * RADIANS) * Math.sin(deltaLongitude / 2) ** 2
    return { cityId: id, metres: 2 * MEAN_EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(haversine))) }
  })
  return all.reduce((best, other) => (other.metres < best.metres ? other : best))
}
