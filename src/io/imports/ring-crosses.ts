import { ringsCross } from '../../geo/ring-crossing.ts'
import type { Coordinates } from '../../geo/rings.ts'

/** Longer rings are not looked at: a coast has tens of thousands of edges. */
const LONGEST_RING_EDGES = 200

/**
 * Whether two edges of a closed ring cross each other, as far as it is looked at.
 *
 * @param positions interleaved; the ring is `from .. to` in points, first point repeated at the end
 */
export function ringCrosses(positions: Coordinates, from: number, to: number): boolean {
  const edges = to - from - 1
  return edges >= 4 && edges <= LONGEST_RING_EDGES && ringsCross(positions, [from, to])
}
