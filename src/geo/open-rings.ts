import { isInRing, packRing } from './rings.ts'

/** A point of a plane: east, north in metres, or longitude, latitude where only order counts. */
export type Point = readonly [x: number, y: number]
/** A closed line without its last point again. */
export type OpenRing = readonly Point[]

/** Whether a point lies in a polygon of open rings, by even and odd. */
export function polygonHolds(polygon: readonly OpenRing[], [x, y]: Point): boolean {
  return polygon.reduce((isInside, ring) => (isInRing(packRing(closeRing(ring)), x, y) ? !isInside : isInside), false)
}

/** The ring with its first point again at the end. */
export function closeRing(ring: OpenRing): OpenRing {
  const [first] = ring
  return first === undefined ? ring : [...ring, first]
}
