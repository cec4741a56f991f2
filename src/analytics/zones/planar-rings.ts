import type { PackedGeometry } from '../../geo/packed-geometry.ts'
import { firstPointOf, forEachPoint, forEachRing, isInRing, pointAt, ringArea, ringRange } from '../../geo/rings.ts'

/** East, north of one closed ring, interleaved, relative to an origin chosen by the caller. */
export type FlatRing = readonly number[]

/** Rings of a feature as outer rings with their holes, relative to the origin. Rings must not cross. */
export function groupRings(geometry: PackedGeometry, feature: number, originX: number, originY: number): FlatRing[][] {
  return groupsOf(geometry, feature).map((rings) =>
    rings.map((ring) => {
      const flat: number[] = []
      forEachPoint(geometry.positions, (x, y) => flat.push(x - originX, y - originY), ...ringRange(geometry, ring))
      return flat
    }),
  )
}

/** Groups of features with several rings: asked for again and again, and dear for a coast with its islands. */
const knownGroups = new WeakMap<PackedGeometry, Map<number, readonly (readonly number[])[]>>()

/** Ring numbers of a feature: of each outer ring, then of its holes. A ring of less than three corners is left out. */
function groupsOf(geometry: PackedGeometry, feature: number): readonly (readonly number[])[] {
  const numbers: number[] = []
  forEachRing(geometry, feature, (from, to, ring) => {
    if (to - from >= 4) numbers.push(ring)
  })
  if (numbers.length <= 1) return numbers.map((ring) => [ring])
  let ofGeometry = knownGroups.get(geometry)
  if (ofGeometry === undefined) knownGroups.set(geometry, (ofGeometry = new Map()))
  const known = ofGeometry.get(feature)
  if (known !== undefined) return known
  const holders = numbers.map(
    (ring) => new Set(numbers.flatMap((other, index) => (other !== ring && holds(geometry, other, ring) ? [index] : []))),
  )
  const groups = numbers.flatMap((ring, index) => {
    const depth = holders[index]?.size ?? 0
    if (depth % 2 === 1) return []
    return [[ring, ...numbers.filter((_, hole) => holders[hole]?.size === depth + 1 && holders[hole].has(index))]]
  })
  ofGeometry.set(feature, groups)
  return groups
}

/** One feature of closed rings that are relative to an origin. */
export function packZone(rings: readonly FlatRing[], originX: number, originY: number): PackedGeometry {
  const ringStarts = new Uint32Array(rings.length + 1)
  rings.forEach((ring, index) => {
    ringStarts[index + 1] = (ringStarts[index] as number) + ring.length / 2
  })
  return {
    type: 'polygons',
    positions: Float64Array.from(rings.flat(), (value, index) => value + (index % 2 === 0 ? originX : originY)),
    ringStarts,
    featureStarts: Uint32Array.of(0, rings.length),
  }
}

/** Signed area in m² about the caller's origin: positive where the ring runs counter-clockwise. */
export function flatRingArea(ring: FlatRing): number {
  return ringArea(ring, 0, ring.length / 2, 0, 0)
}

/** Area in m² of outer rings with their holes. */
export function polygonsArea(polygons: readonly (readonly FlatRing[])[]): number {
  let area = 0
  for (const rings of polygons) {
    rings.forEach((ring, index) => {
      area += (index === 0 ? 1 : -1) * Math.abs(flatRingArea(ring))
    })
  }
  return area
}

/** Area of a feature in m², holes taken away. */
export function featureArea(geometry: PackedGeometry, feature: number): number {
  // Relative to the first point: raw coordinates of 6.6 million metres would cost digits.
  return polygonsArea(groupRings(geometry, feature, ...firstPointOf(geometry, feature)))
}

/** Whether a ring lies within another: most of its first points do, since one may lie on the border. */
function holds(geometry: PackedGeometry, outer: number, inner: number): boolean {
  const { positions } = geometry
  const range = ringRange(geometry, outer)
  const [from, to] = ringRange(geometry, inner)
  let inside = 0
  const points = Math.min(7, to - from - 1)
  for (let point = 0; point < points; point++) {
    if (isInRing(positions, ...pointAt(positions, from + point), ...range)) inside++
  }
  return inside * 2 > points
}
