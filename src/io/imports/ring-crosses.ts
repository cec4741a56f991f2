/** Longer rings are not looked at: pairs grow with the square, and a coast has tens of thousands of edges. */
const LONGEST_RING_EDGES = 200

/**
 * Whether two edges of a closed ring cross each other. Touching and running along each other does not
 * count: files are full of both, and neither changes what is filled.
 *
 * @param positions interleaved; the ring is `from .. to` in points, first point repeated at the end
 */
export function ringCrosses(positions: Float64Array, from: number, to: number): boolean {
  const edges = to - from - 1
  if (edges < 4 || edges > LONGEST_RING_EDGES) return false
  for (let first = 0; first < edges - 2; first++) {
    const a = (from + first) * 2
    const [ax, ay, bx, by] = [positions[a] as number, positions[a + 1] as number, positions[a + 2] as number, positions[a + 3] as number]
    const [west, east] = ax < bx ? [ax, bx] : [bx, ax]
    const [south, north] = ay < by ? [ay, by] : [by, ay]
    // The last edge meets the first one where the ring closes.
    const last = first === 0 ? edges - 1 : edges
    for (let second = first + 2; second < last; second++) {
      const c = (from + second) * 2
      const cx = positions[c] as number
      const dx = positions[c + 2] as number
      if ((cx < west && dx < west) || (cx > east && dx > east)) continue
      const cy = positions[c + 1] as number
      const dy = positions[c + 3] as number
      if ((cy < south && dy < south) || (cy > north && dy > north)) continue
      if (
        side(ax, ay, bx, by, cx, cy) * side(ax, ay, bx, by, dx, dy) < 0 &&
        side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) < 0
      ) return true
    }
  }
  return false
}

/** 1 left of a-b, -1 right of it, 0 on it. */
function side(ax: number, ay: number, bx: number, by: number, x: number, y: number): number {
  return Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax))
}
