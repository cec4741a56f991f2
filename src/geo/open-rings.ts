import { isInRing, packRing, ringArea } from './rings.ts'

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

/** Rings of one feature as polygons, outer ring first: a ring that begins inside of a larger one is its hole. */
export function nestRings<Ring extends OpenRing>(rings: readonly Ring[]): readonly (readonly Ring[])[] {
  const bySize = rings
    .map((ring) => ({ ring, closed: packRing(closeRing(ring)) }))
    .map((each) => ({ ...each, area: Math.abs(ringArea(each.closed)) }))
    .sort((a, b) => b.area - a.area)
  const polygons: { readonly rings: Ring[]; readonly closed: Float64Array }[] = []
  for (const { ring, closed } of bySize) {
    const [first] = ring
    const around = first === undefined ? undefined : polygons.find((outer) => isInRing(outer.closed, first[0], first[1]))
    if (around === undefined) polygons.push({ rings: [ring], closed })
    else around.rings.push(ring)
  }
  return polygons.map((polygon) => polygon.rings)
}
