import type { PackedGeometry } from './packed-geometry.ts'
import { forEachRing, pointRange } from './rings.ts'

/** The geometry of some features, in the order of the rows. */
export function selectFeatures(geometry: PackedGeometry, rows: readonly number[]): PackedGeometry {
  const newFeatureStarts = new Uint32Array(rows.length + 1)
  const newRingStarts: number[] = [0]
  let pointCount = 0
  rows.forEach((row, index) => {
    forEachRing(geometry, row, (from, to) => {
      pointCount += to - from
      newRingStarts.push(pointCount)
    })
    newFeatureStarts[index + 1] = newRingStarts.length - 1
  })
  const newPositions = new Float64Array(pointCount * 2)
  let offset = 0
  for (const row of rows) {
    const [first, last] = pointRange(geometry, row)
    newPositions.set(geometry.positions.subarray(first * 2, last * 2), offset)
    offset += (last - first) * 2
  }
  return {
    type: geometry.type,
    positions: newPositions,
    ringStarts: Uint32Array.from(newRingStarts),
    featureStarts: newFeatureStarts,
  }
}
