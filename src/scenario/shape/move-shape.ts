import type { OpenRing, Point } from '../../geo/open-rings.ts'
import { directionOf, distanceMetres, listEdges } from './measure-shape.ts'

/** A polygon moved by metres east and north. */
export function moveRings(rings: readonly OpenRing[], [east, north]: Point): readonly OpenRing[] {
  return rings.map((ring) => ring.map(([x, y]): Point => [x + east, y + north]))
}

/** A polygon turned about a point, counter-clockwise. */
export function rotateRings(rings: readonly OpenRing[], [centreX, centreY]: Point, radians: number): readonly OpenRing[] {
  const [sine, cosine] = [Math.sin(radians), Math.cos(radians)]
  return rings.map((ring) =>
    ring.map(([x, y]): Point => {
      const [dx, dy] = [x - centreX, y - centreY]
      return [centreX + dx * cosine - dy * sine, centreY + dx * sine + dy * cosine]
    }),
  )
}

/** Direction of the longest edge of a ring in radians; 0 where it has none. */
export function mainDirection(ring: OpenRing): number {
  let best = { length: 0, direction: 0 }
  for (const [from, to] of listEdges(ring)) {
    const length = distanceMetres(from, to)
    if (length > best.length) best = { length, direction: directionOf(from, to) }
  }
  return best.direction
}

/** The least turn, −90° to 90°, after which a line of one direction runs along another, either way; radians. */
export function turnBetween(from: number, to: number): number {
  const turn = (to - from) % Math.PI
  if (turn > Math.PI / 2) return turn - Math.PI
  return turn < -Math.PI / 2 ? turn + Math.PI : turn
}
