import { pointRange } from '../layers/select-features.ts'
import { boxOfPoints } from '../geo/box-of-points.ts'
import type { PackedGeometry } from '../geo/packed-geometry.ts'

/** A place and a rough size, in the plane of the geometry. */
export interface FeaturePlace {
  readonly x: number
  readonly y: number
  readonly extentMetres: number
}

/** Middle of a feature's bounding box and the box's longer side; null for an empty feature. */
export function placeOfFeature(geometry: PackedGeometry, row: number): FeaturePlace | null {
  const [first, end] = pointRange(geometry, row)
  const box = boxOfPoints(geometry.positions, first, end)
  if (box === null) return null
  const [west, south, east, north] = box
  return { x: (west + east) / 2, y: (south + north) / 2, extentMetres: Math.max(east - west, north - south) }
}

/** Length of a feature's lines, metres. */
export function lengthOfFeature(geometry: PackedGeometry, row: number): number {
  const { positions, ringStarts, featureStarts } = geometry
  let length = 0
  for (let part = featureStarts[row] as number; part < (featureStarts[row + 1] as number); part++) {
    for (let point = ringStarts[part] as number; point + 1 < (ringStarts[part + 1] as number); point++) {
      length += Math.hypot(
        (positions[point * 2 + 2] as number) - (positions[point * 2] as number),
        (positions[point * 2 + 3] as number) - (positions[point * 2 + 1] as number),
      )
    }
  }
  return length
}

/** The middle vertex of a line: a point that is on it, unlike its box's middle. */
export function middleVertex(geometry: PackedGeometry, row: number): readonly [number, number] | null {
  const [first, end] = pointRange(geometry, row)
  if (end <= first) return null
  const middle = Math.floor((first + end - 1) / 2)
  return [geometry.positions[middle * 2] as number, geometry.positions[middle * 2 + 1] as number]
}

/** The ring of the largest area of a feature, interleaved; null for an empty feature. */
export function largestRing(
  geometry: PackedGeometry, positions: Float64Array, row: number,
): Float64Array | null {
  const { ringStarts, featureStarts } = geometry
  let best: readonly [number, number] | null = null
  let bestArea = -1
  for (let ring = featureStarts[row] as number; ring < (featureStarts[row + 1] as number); ring++) {
    const from = ringStarts[ring] as number
    const to = ringStarts[ring + 1] as number
    const area = Math.abs(ringArea(geometry.positions, from, to))
    if (area > bestArea) {
      bestArea = area
      best = [from, to]
    }
  }
  return best === null ? null : positions.slice(best[0] * 2, best[1] * 2)
}

/** Signed area by the shoelace formula, about the first point so that large coordinates lose no digits. */
function ringArea(positions: Float64Array, from: number, to: number): number {
  const x0 = positions[from * 2] as number
  const y0 = positions[from * 2 + 1] as number
  let sum = 0
  for (let point = from; point + 1 < to; point++) {
    const x1 = (positions[point * 2] as number) - x0
    const y1 = (positions[point * 2 + 1] as number) - y0
    const x2 = (positions[point * 2 + 2] as number) - x0
    const y2 = (positions[point * 2 + 3] as number) - y0
    sum += x1 * y2 - x2 * y1
  }
  return sum / 2
}
