import type { PackedGeometry } from './packed-geometry.ts'
import { pointRange, type Coordinates } from './rings.ts'

/** Least x, least y, most x, most y: west, south, east, north where y runs north, and west, north, east, south where it runs south. */
export type Box = readonly [number, number, number, number]

/** The box of nothing: it meets no box, and joined with another it is the other. */
export const EMPTY_BOX: Box = [Infinity, Infinity, -Infinity, -Infinity]

/**
 * The box of points `from` to `to` (not included) of interleaved x, y; all of them where not told. What is
 * NaN is passed over; null where nothing is left.
 */
export function boxOfPoints(coordinates: Coordinates, from = 0, to = coordinates.length / 2): Box | null {
  let [west, south, east, north] = EMPTY_BOX
  for (let index = from * 2; index < to * 2; index += 2) {
    const x = coordinates[index] as number
    const y = coordinates[index + 1] as number
    if (x < west) west = x
    if (x > east) east = x
    if (y < south) south = y
    if (y > north) north = y
  }
  return west <= east && south <= north ? [west, south, east, north] : null
}

/** Box of a feature; null where it has no points. */
export function boxOfFeature(geometry: PackedGeometry, feature: number): Box | null {
  return boxOfPoints(geometry.positions, ...pointRange(geometry, feature))
}

/** Whether two boxes have a point in common, be it of their edges. */
export function boxesMeet(a: Box, b: Box): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]
}

/** Whether the point is in the box or on its edge. */
export function boxHolds([west, south, east, north]: Box, x: number, y: number): boolean {
  return x >= west && x <= east && y >= south && y <= north
}

/** The smallest box around two. */
export function joinBoxes(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
}

/** The box with a margin around it, or margins to the sides and above and below. */
export function widenBox([west, south, east, north]: Box, margin: number, marginY = margin): Box {
  return [west - margin, south - marginY, east + margin, north + marginY]
}
