import type { Position } from '../dataset.ts'
import { ringArea, type MultiPolygonRings, type PolygonRings } from './planar.ts'

/** Douglas-Peucker: every left-out point lies within `toleranceMetres` of the line that remains. */
export function simplifyLine(line: readonly Position[], toleranceMetres: number): Position[] {
  const count = line.length
  if (count <= 2) return [...line]
  const keep = new Uint8Array(count)
  keep[0] = 1
  keep[count - 1] = 1
  const open: [number, number][] = [[0, count - 1]]
  for (let range = open.pop(); range !== undefined; range = open.pop()) {
    const [from, to] = range
    let [farthest, index] = [toleranceMetres ** 2, -1]
    for (let at = from + 1; at < to; at++) {
      const distance = squaredDistance(line[at] as Position, line[from] as Position, line[to] as Position)
      if (distance > farthest) [farthest, index] = [distance, at]
    }
    if (index < 0) continue
    keep[index] = 1
    open.push([from, index], [index, to])
  }
  return line.filter((_, index) => keep[index] === 1)
}

/** A closed ring simplified in two halves, from its first point to the farthest one and back. */
export function simplifyRing(ring: readonly Position[], toleranceMetres: number): Position[] {
  if (ring.length <= 5) return [...ring]
  const [startX, startY] = ring[0] as Position
  let [farthest, middle] = [-1, 0]
  ring.forEach(([x, y], index) => {
    const distance = (x - startX) ** 2 + (y - startY) ** 2
    if (distance > farthest) [farthest, middle] = [distance, index]
  })
  const there = simplifyLine(ring.slice(0, middle + 1), toleranceMetres)
  const back = simplifyLine(ring.slice(middle), toleranceMetres)
  return [...there, ...back.slice(1)]
}

/** Polygons simplified; rings that shrink below `smallestSquareMetres` (or below a triangle) go. */
export function simplifyPolygons(polygons: MultiPolygonRings, toleranceMetres: number, smallestSquareMetres = 0): Position[][][] {
  const kept: Position[][][] = []
  for (const rings of polygons) {
    const simple = simplifyRings(rings, toleranceMetres, smallestSquareMetres)
    if (simple !== null) kept.push(simple)
  }
  return kept
}

function simplifyRings(rings: PolygonRings, tolerance: number, smallest: number): Position[][] | null {
  const simple = rings.map((ring) => simplifyRing(ring, tolerance))
  const isLarge = (ring: Position[]): boolean => ring.length >= 4 && Math.abs(ringArea(ring)) > smallest
  const outer = simple[0]
  if (outer === undefined || !isLarge(outer)) return null
  return [outer, ...simple.slice(1).filter(isLarge)]
}

function squaredDistance(point: Position, a: Position, b: Position): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length))
  return (a[0] + along * dx - point[0]) ** 2 + (a[1] + along * dy - point[1]) ** 2
}

/** Length in metres. */
export function lineLength(line: readonly Position[]): number {
  let length = 0
  for (let index = 1; index < line.length; index++) {
    const [a, b] = [line[index - 1] as Position, line[index] as Position]
    length += Math.hypot(b[0] - a[0], b[1] - a[1])
  }
  return length
}
