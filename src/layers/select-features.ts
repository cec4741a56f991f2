import type { PackedGeometry } from '../geo/packed-geometry.ts'

/** The geometry of some features, in the order of the rows. */
export function selectFeatures(geometry: PackedGeometry, rows: readonly number[]): PackedGeometry {
  const { positions, ringStarts, featureStarts } = geometry
  const newFeatureStarts = new Uint32Array(rows.length + 1)
  const newRingStarts: number[] = [0]
  let pointCount = 0
  rows.forEach((row, index) => {
    for (let ring = featureStarts[row] as number; ring < (featureStarts[row + 1] as number); ring++) {
      pointCount += (ringStarts[ring + 1] as number) - (ringStarts[ring] as number)
      newRingStarts.push(pointCount)
    }
    newFeatureStarts[index + 1] = newRingStarts.length - 1
  })
  const newPositions = new Float64Array(pointCount * 2)
  let offset = 0
  for (const row of rows) {
    const [first, last] = pointRange(geometry, row)
    newPositions.set(positions.subarray(first * 2, last * 2), offset)
    offset += (last - first) * 2
  }
  return {
    type: geometry.type,
    positions: newPositions,
    ringStarts: Uint32Array.from(newRingStarts),
    featureStarts: newFeatureStarts,
  }
}

/** First point and end point of a feature. */
export function pointRange(geometry: PackedGeometry, row: number): readonly [number, number] {
  const firstRing = geometry.featureStarts[row] as number
  const endRing = geometry.featureStarts[row + 1] as number
  return [geometry.ringStarts[firstRing] as number, geometry.ringStarts[endRing] as number]
}

