import type { PackedGeometry } from './packed-geometry.ts'

/** West, south, east, north in the unit of the points. */
export type Box = readonly [number, number, number, number]

/**
 * The box of points `from` to `to` (not included) of interleaved x, y; all of them where not told. What is
 * NaN is passed over; null where nothing is left.
 */
export function boxOfPoints(positions: Float64Array, from = 0, to = positions.length / 2): Box | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let index = from * 2; index < to * 2; index += 2) {
    const x = positions[index] as number
    const y = positions[index + 1] as number
    if (x < west) west = x
    if (x > east) east = x
    if (y < south) south = y
    if (y > north) north = y
  }
  return west <= east && south <= north ? [west, south, east, north] : null
}

/** Box of a feature; null where it has no points. */
export function boxOfFeature({ positions, ringStarts, featureStarts }: PackedGeometry, feature: number): Box | null {
  return boxOfPoints(
    positions, ringStarts[featureStarts[feature] as number], ringStarts[featureStarts[feature + 1] as number])
}
