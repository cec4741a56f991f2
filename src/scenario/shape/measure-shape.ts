import { closeRing, type OpenRing, type Point } from '../../geo/open-rings.ts'
import { measureRing, packRing, ringArea } from '../../geo/rings.ts'

export function distanceMetres([x1, y1]: Point, [x2, y2]: Point): number {
  return Math.hypot(x2 - x1, y2 - y1)
}

/** Area of a ring, whichever way it runs; of one that crosses itself it means nothing. */
export function ringSquareMetres(ring: OpenRing): number {
  return Math.abs(ringArea(packRing(closeRing(ring))))
}

/** Area of the outer ring less those of its holes. */
export function polygonSquareMetres(rings: readonly OpenRing[]): number {
  return rings.reduce((sum, ring, place) => sum + (place === 0 ? 1 : -1) * ringSquareMetres(ring), 0)
}

/** Centre of a ring's area; its first corner where it has none. */
export function centreOfRing(ring: OpenRing): Point {
  const { x, y } = measureRing(packRing(closeRing(ring)))
  return [x, y]
}

/** The edges of a ring, or of a line that is not closed. */
export function listEdges(corners: OpenRing, isClosed = true): readonly (readonly [Point, Point])[] {
  return corners.flatMap((from, at) => {
    const to = at + 1 < corners.length ? corners[at + 1] : isClosed && corners.length > 2 ? corners[0] : undefined
    return to === undefined ? [] : [[from, to] as const]
  })
}

/** Direction of an edge in radians, counter-clockwise from east. */
export function directionOf([x1, y1]: Point, [x2, y2]: Point): number {
  return Math.atan2(y2 - y1, x2 - x1)
}
