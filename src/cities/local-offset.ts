import { metresPerDegree } from '../geo/local-metres.ts'
import type { City } from './city.ts'

/** Longitude and latitude of a point east and north of the anchor, by the anchor's own scale. */
export function placePoint(city: City, eastMetres: number, northMetres: number): [number, number] {
  const { longitudeDegrees, latitudeDegrees } = city.anchor
  const perDegree = metresPerDegree(latitudeDegrees)
  return [longitudeDegrees + eastMetres / perDegree.east, latitudeDegrees + northMetres / perDegree.north]
}

/** Metres east and north of the anchor. */
export function offsetOfPoint(city: City, longitudeDegrees: number, latitudeDegrees: number): [number, number] {
  const { anchor } = city
  const perDegree = metresPerDegree(anchor.latitudeDegrees)
  return [(longitudeDegrees - anchor.longitudeDegrees) * perDegree.east, (latitudeDegrees - anchor.latitudeDegrees) * perDegree.north]
}
