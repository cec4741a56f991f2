import type { PackedGeometry } from './packed-geometry.ts'
import { forEachRing, forEachSegment, isInside, measureRing } from './rings.ts'

/**
 * A point of each polygon feature that stands for it, interleaved: the centre of area of its largest ring where that
 * lies inside, else the middle of the longest stretch inside on the line east-west through that centre. NaN for a
 * feature without an area.
 */
export function findInteriorPoints(geometry: PackedGeometry): Float64Array {
  const count = geometry.featureStarts.length - 1
  const points = new Float64Array(Math.max(0, count) * 2).fill(NaN)
  for (let feature = 0; feature < count; feature++) {
    const [x, y] = findInteriorPoint(geometry, feature)
    points[feature * 2] = x
    points[feature * 2 + 1] = y
  }
  return points
}

function findInteriorPoint(geometry: PackedGeometry, feature: number): readonly [number, number] {
  let [largest, x, y] = [0, NaN, NaN]
  forEachRing(geometry, feature, (from, to) => {
    const ring = measureRing(geometry.positions, from, to)
    if (Math.abs(ring.area) > largest) [largest, x, y] = [Math.abs(ring.area), ring.x, ring.y]
  })
  if (largest === 0 || isInside(geometry, feature, x, y)) return [x, y]
  return [middleOfLongestStretch(geometry, feature, y) ?? x, y]
}

/** Middle, east-west, of the longest stretch of a feature at a height; null where the line misses it. */
function middleOfLongestStretch(geometry: PackedGeometry, feature: number, y: number): number | null {
  const crossings: number[] = []
  forEachRing(geometry, feature, (from, to) =>
    forEachSegment(
      geometry.positions,
      (x1, y1, x2, y2) => {
        if (y1 > y !== y2 > y) crossings.push(((x2 - x1) * (y - y1)) / (y2 - y1) + x1)
      },
      from,
      to,
    ),
  )
  crossings.sort((a, b) => a - b)
  let [middle, longest] = [null as number | null, 0]
  for (let index = 0; index + 1 < crossings.length; index += 2) {
    const [west, east] = [crossings[index] as number, crossings[index + 1] as number]
    if (east - west > longest) [middle, longest] = [(west + east) / 2, east - west]
  }
  return middle
}
