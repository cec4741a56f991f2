import type { PackedGeometry } from '../geo/packed-geometry.ts'
import { forEachSegment, ringRange } from '../geo/rings.ts'

/**
 * The borders between adjoining polygons as lines, each shared edge once: dots drawn twice along a
 * border, from either side, would fill each other's gaps. Edges of one polygon only are left out:
 * they are the coast or the end of the data, which the map shows already.
 *
 * Edges are the same where both ends agree to the centimetre of the data.
 */
export function extractBorders(polygons: PackedGeometry): PackedGeometry {
  const uses = countEdges(polygons)
  const positions: number[] = []
  const ringStarts: number[] = []
  let isOpen = false
  forEachEdge(polygons, (ax, ay, bx, by, isFirstOfRing) => {
    const key = edgeKey(ax, ay, bx, by)
    if ((uses.get(key) ?? 0) < 2) {
      isOpen = false
      return
    }
    uses.delete(key)
    if (!isOpen || isFirstOfRing) {
      ringStarts.push(positions.length / 2)
      positions.push(ax, ay)
    }
    isOpen = true
    positions.push(bx, by)
  })
  const parts = ringStarts.length
  return {
    type: 'lines',
    positions: Float64Array.from(positions),
    ringStarts: Uint32Array.from([...ringStarts, positions.length / 2]),
    featureStarts: Uint32Array.from({ length: parts + 1 }, (_, index) => index),
  }
}

function countEdges(polygons: PackedGeometry): Map<string, number> {
  const uses = new Map<string, number>()
  forEachEdge(polygons, (ax, ay, bx, by) => {
    const key = edgeKey(ax, ay, bx, by)
    uses.set(key, (uses.get(key) ?? 0) + 1)
  })
  return uses
}

type VisitEdge = (ax: number, ay: number, bx: number, by: number, isFirstOfRing: boolean) => void

function forEachEdge(geometry: PackedGeometry, visit: VisitEdge): void {
  for (let ring = 0; ring < geometry.ringStarts.length - 1; ring += 1) {
    const [first, end] = ringRange(geometry, ring)
    forEachSegment(geometry.positions, (ax, ay, bx, by, point) => visit(ax, ay, bx, by, point === first), first, end)
  }
}

function edgeKey(ax: number, ay: number, bx: number, by: number): string {
  const a = `${Math.round(ax * 100)},${Math.round(ay * 100)}`
  const b = `${Math.round(bx * 100)},${Math.round(by * 100)}`
  return a < b ? `${a} ${b}` : `${b} ${a}`
}
