import { boxOfFeature } from '../geo/boxes.ts'
import type { PackedGeometry } from '../geo/packed-geometry.ts'
import { forEachRing, forEachSegment, pointAt, pointRange, ringArea } from '../geo/rings.ts'

/** A place and a rough size, in the plane of the geometry. */
export interface FeaturePlace {
  readonly x: number
  readonly y: number
  readonly extentMetres: number
}

/** Middle of a feature's bounding box and the box's longer side; null for an empty feature. */
export function placeOfFeature(geometry: PackedGeometry, row: number): FeaturePlace | null {
  const box = boxOfFeature(geometry, row)
  if (box === null) return null
  const [west, south, east, north] = box
  return { x: (west + east) / 2, y: (south + north) / 2, extentMetres: Math.max(east - west, north - south) }
}

/** Length of a feature's lines, metres. */
export function lengthOfFeature(geometry: PackedGeometry, row: number): number {
  let length = 0
  forEachRing(geometry, row, (from, to) =>
    forEachSegment(
      geometry.positions,
      (x1, y1, x2, y2) => {
        length += Math.hypot(x2 - x1, y2 - y1)
      },
      from,
      to,
    ),
  )
  return length
}

/** The middle vertex of a line: a point that is on it, unlike its box's middle. */
export function middleVertex(geometry: PackedGeometry, row: number): readonly [number, number] | null {
  const [first, end] = pointRange(geometry, row)
  return end <= first ? null : pointAt(geometry.positions, Math.floor((first + end - 1) / 2))
}

/** The ring of the largest area of a feature, interleaved; null for an empty feature. */
export function largestRing(geometry: PackedGeometry, positions: Float64Array, row: number): Float64Array | null {
  let best: Float64Array | null = null
  let bestArea = -1
  forEachRing(geometry, row, (from, to) => {
    const area = Math.abs(ringArea(geometry.positions, from, to))
    if (area > bestArea) [best, bestArea] = [positions.subarray(from * 2, to * 2), area]
  })
  return (best as Float64Array | null)?.slice() ?? null
}
