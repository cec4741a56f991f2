import type { Box } from '../geo/boxes.ts'

/** West, north, east, south in pixels of the tile. */
export type PixelBox = Box

/**
 * Clips a ring to a box (Sutherland & Hodgman 1974). What falls outside is pulled onto the box's
 * edge, which keeps even-odd filling right inside the box. Give a box larger than what is seen, so
 * that those pulled edges are not.
 *
 * @param ring x, y interleaved, first point repeated or not
 * @returns the clipped ring, empty where nothing is left
 */
export function clipRing(ring: readonly number[], box: PixelBox): readonly number[] {
  let clipped = ring
  for (let side = 0; side < 4 && clipped.length > 0; side += 1) clipped = clipSide(clipped, side, box[side] as number)
  return clipped
}

/** Sides in the box's order: 0 west, 1 north (keep larger), 2 east, 3 south (keep smaller). */
function clipSide(ring: readonly number[], side: number, limit: number): number[] {
  const axis = side % 2
  const sign = side < 2 ? 1 : -1
  const result: number[] = []
  let beforeX = ring[ring.length - 2] as number
  let beforeY = ring[ring.length - 1] as number
  let beforeInside = sign * ((axis === 0 ? beforeX : beforeY) - limit) >= 0
  for (let index = 0; index < ring.length; index += 2) {
    const x = ring[index] as number
    const y = ring[index + 1] as number
    const inside = sign * ((axis === 0 ? x : y) - limit) >= 0
    if (inside !== beforeInside) {
      if (axis === 0) result.push(limit, beforeY + ((y - beforeY) * (limit - beforeX)) / (x - beforeX))
      else result.push(beforeX + ((x - beforeX) * (limit - beforeY)) / (y - beforeY), limit)
    }
    if (inside) result.push(x, y)
    beforeX = x
    beforeY = y
    beforeInside = inside
  }
  return result
}

/** Whether a segment may touch the box: false only where it is certainly outside. */
export function segmentMayTouch(ax: number, ay: number, bx: number, by: number, box: PixelBox): boolean {
  return !((ax < box[0] && bx < box[0]) || (ay < box[1] && by < box[1]) || (ax > box[2] && bx > box[2]) || (ay > box[3] && by > box[3]))
}
