import type { PackedGeometry } from '../geo/packed-geometry.ts'

/**
 * The borders of adjoining polygons as lines, each shared edge once: dots drawn twice along a
 * border, from either side, would fill each other's gaps.
 *
 * Edges are the same where both ends agree to the centimetre of the data.
 */
export function extractBorders(polygons: PackedGeometry): PackedGeometry {
  const seen = new Set<string>()
  const positions: number[] = []
  const ringStarts: number[] = []
  for (let ring = 0; ring < polygons.ringStarts.length - 1; ring += 1) {
    let isOpen = false
    for (let point = (polygons.ringStarts[ring] as number) + 1; point < (polygons.ringStarts[ring + 1] as number); point += 1) {
      const ax = polygons.positions[point * 2 - 2] as number
      const ay = polygons.positions[point * 2 - 1] as number
      const bx = polygons.positions[point * 2] as number
      const by = polygons.positions[point * 2 + 1] as number
      const key = edgeKey(ax, ay, bx, by)
      if (seen.has(key)) {
        isOpen = false
        continue
      }
      seen.add(key)
      if (!isOpen) {
        ringStarts.push(positions.length / 2)
        positions.push(ax, ay)
        isOpen = true
      }
      positions.push(bx, by)
    }
  }
  const parts = ringStarts.length
  return {
    type: 'lines',
    positions: Float64Array.from(positions),
    ringStarts: Uint32Array.from([...ringStarts, positions.length / 2]),
    featureStarts: Uint32Array.from({ length: parts + 1 }, (_, index) => index),
  }
}

function edgeKey(ax: number, ay: number, bx: number, by: number): string {
  const a = `${Math.round(ax * 100)},${Math.round(ay * 100)}`
  const b = `${Math.round(bx * 100)},${Math.round(by * 100)}`
  return a < b ? `${a} ${b}` : `${b} ${a}`
}
