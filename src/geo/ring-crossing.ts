import Flatbush from 'flatbush'
import { segmentsCross, type Coordinates } from './rings.ts'

/** Up to so many edges a plain double loop is faster than an index. */
const INDEX_FROM_EDGES = 200

/**
 * Whether any two edges of closed rings cross each other. Touching and running along each other does not
 * count: such rings fill the same under every rule, and files are full of both.
 *
 * @param starts first point of each ring, one more entry for the end
 */
export function ringsCross(coordinates: Coordinates, starts: readonly number[]): boolean {
  const edges: number[] = []
  for (let ring = 0; ring + 1 < starts.length; ring++) {
    for (let point = starts[ring] as number; point + 1 < (starts[ring + 1] as number); point++) edges.push(point * 2)
  }
  return edges.length < INDEX_FROM_EDGES ? somePairCrosses(coordinates, edges) : someNeighboursCross(coordinates, edges)
}

function somePairCrosses(coordinates: Coordinates, edges: readonly number[]): boolean {
  for (let first = 0; first < edges.length; first++) {
    const [ax, ay, bx, by] = endsOf(coordinates, edges[first] as number)
    const [west, east] = ax < bx ? [ax, bx] : [bx, ax]
    const [south, north] = ay < by ? [ay, by] : [by, ay]
    for (let second = first + 1; second < edges.length; second++) {
      const at = edges[second] as number
      const [cx, dx] = [coordinates[at] as number, coordinates[at + 2] as number]
      if ((cx < west && dx < west) || (cx > east && dx > east)) continue
      const [cy, dy] = [coordinates[at + 1] as number, coordinates[at + 3] as number]
      if ((cy < south && dy < south) || (cy > north && dy > north)) continue
      if (segmentsCross(ax, ay, bx, by, cx, cy, dx, dy)) return true
    }
  }
  return false
}

function someNeighboursCross(coordinates: Coordinates, edges: readonly number[]): boolean {
  const index = new Flatbush(edges.length)
  const boxOf = ([ax, ay, bx, by]: Ends) => [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)] as const
  for (const edge of edges) index.add(...boxOf(endsOf(coordinates, edge)))
  index.finish()
  return edges.some((edge, position) => {
    const ends = endsOf(coordinates, edge)
    return index
      .search(...boxOf(ends), (other) => other > position)
      .some((other) => segmentsCross(...ends, ...endsOf(coordinates, edges[other] as number)))
  })
}

type Ends = readonly [number, number, number, number]

function endsOf(coordinates: Coordinates, at: number): Ends {
  return [coordinates[at] as number, coordinates[at + 1] as number, coordinates[at + 2] as number, coordinates[at + 3] as number]
}
