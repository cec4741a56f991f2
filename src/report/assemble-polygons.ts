import { forEachPoint, forEachRing, isInRing, packRing, ringArea } from '../geo/rings.ts'
import type { RowShapes } from './flat-table.ts'

export type LonLatRing = readonly (readonly [number, number])[]

/**
 * Polygons of one feature, each an outer ring (counter-clockwise) with its holes (clockwise), as
 * GeoJSON (RFC 7946, 3.1.6) and GeoParquet want them, of rings that are filled even-odd. A ring
 * within an even number of others is an outer one; a hole belongs to the smallest ring around it.
 * Rings of less than three corners have no area and are left out.
 *
 * @param round applied to each coordinate, so that what is written and what is tested are the same
 */
export function assemblePolygons(
  { positionsDegrees, ringStarts, featureStarts }: RowShapes,
  feature: number,
  round: (degrees: number) => number = (degrees) => degrees,
): readonly (readonly LonLatRing[])[] {
  const rings: { readonly ring: LonLatRing; readonly coordinates: Float64Array; readonly area: number }[] = []
  forEachRing({ ringStarts, featureStarts }, feature, (from, to) => {
    const ring = readRing(positionsDegrees, from, to, round)
    const coordinates = packRing(ring)
    const area = ringArea(coordinates)
    if (ring.length >= 4 && area !== 0) rings.push({ ring, coordinates, area })
  })
  // From large to small, so that whatever holds a ring stands before it.
  const order = rings.toSorted((a, b) => Math.abs(b.area) - Math.abs(a.area))
  const polygons: { readonly around: LonLatRing; readonly rings: LonLatRing[] }[] = []
  const holders = order.map(({ ring }, index) => {
    const [x, y] = pointInside(ring)
    return order.slice(0, index).flatMap((other, place) => (isInRing(other.coordinates, x, y) ? [place] : []))
  })
  order.forEach(({ ring, area }, index) => {
    const around = holders[index] as readonly number[]
    if (around.length % 2 === 0) {
      polygons.push({ around: ring, rings: [area > 0 ? ring : ring.toReversed()] })
      return
    }
    const outer = order[around.at(-1) as number]?.ring
    polygons.find((polygon) => polygon.around === outer)?.rings.push(area < 0 ? ring : ring.toReversed())
  })
  return polygons.map((polygon) => polygon.rings)
}

/** The ring with neighbouring points that fall together after rounding made one, and closed. */
function readRing(positions: Float64Array, start: number, end: number, round: (degrees: number) => number): LonLatRing {
  const ring: [number, number][] = []
  forEachPoint(
    positions,
    (longitude, latitude) => {
      const [x, y] = [round(longitude), round(latitude)]
      const last = ring.at(-1)
      if (last === undefined || last[0] !== x || last[1] !== y) ring.push([x, y])
    },
    start,
    end,
  )
  const [first, last] = [ring[0], ring.at(-1)]
  if (first !== undefined && last !== undefined && (first[0] !== last[0] || first[1] !== last[1])) ring.push([...first])
  return ring
}

/** A point within the ring: the middle of the widest piece of a line across it, clear of every corner. */
function pointInside(ring: LonLatRing): readonly [number, number] {
  const heights = [...new Set(ring.map(([, y]) => y))].sort((a, b) => a - b)
  let best: readonly [number, number] = ring[0] as readonly [number, number]
  let widest = 0
  // The tallest gaps between corners' heights: a line through the middle of one meets no corner.
  const gaps = heights
    .slice(1)
    .map((y, index) => [heights[index] as number, y] as const)
    .sort((a, b) => b[1] - b[0] - (a[1] - a[0]))
  for (const [low, high] of gaps.slice(0, 3)) {
    const y = (low + high) / 2
    const crossings: number[] = []
    for (let index = 1; index < ring.length; index += 1) {
      const [[ax, ay], [bx, by]] = [ring[index - 1] as readonly [number, number], ring[index] as readonly [number, number]]
      if (ay > y !== by > y) crossings.push(ax + ((y - ay) * (bx - ax)) / (by - ay))
    }
    crossings.sort((a, b) => a - b)
    for (let index = 0; index + 1 < crossings.length; index += 2) {
      const [left, right] = [crossings[index] as number, crossings[index + 1] as number]
      if (right - left > widest) [widest, best] = [right - left, [(left + right) / 2, y]]
    }
  }
  return best
}
