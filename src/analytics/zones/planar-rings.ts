import type { PackedGeometry } from '../../geo/packed-geometry.ts'

/** East, north of one closed ring, interleaved, relative to an origin chosen by the caller. */
export type FlatRing = readonly number[]

/** Rings of a feature as outer rings with their holes, relative to the origin. Rings must not cross. */
export function groupRings(geometry: PackedGeometry, feature: number, originX: number, originY: number): FlatRing[][] {
  const { positions, ringStarts } = geometry
  return groupsOf(geometry, feature).map((rings) => rings.map((ring) => {
    const flat: number[] = []
    for (let index = (ringStarts[ring] as number) * 2; index < (ringStarts[ring + 1] as number) * 2; index += 2) {
      flat.push((positions[index] as number) - originX, (positions[index + 1] as number) - originY)
    }
    return flat
  }))
}

/** Groups of features with several rings: asked for again and again, and dear for a coast with its islands. */
const knownGroups = new WeakMap<PackedGeometry, Map<number, readonly (readonly number[])[]>>()

/** Ring numbers of a feature: of each outer ring, then of its holes. A ring of less than three corners is left out. */
function groupsOf(geometry: PackedGeometry, feature: number): readonly (readonly number[])[] {
  const { positions, ringStarts, featureStarts } = geometry
  const numbers: number[] = []
  for (let ring = featureStarts[feature] as number; ring < (featureStarts[feature + 1] as number); ring++) {
    if ((ringStarts[ring + 1] as number) - (ringStarts[ring] as number) >= 4) numbers.push(ring)
  }
  if (numbers.length <= 1) return numbers.map((ring) => [ring])
  let ofGeometry = knownGroups.get(geometry)
  if (ofGeometry === undefined) knownGroups.set(geometry, ofGeometry = new Map())
  const known = ofGeometry.get(feature)
  if (known !== undefined) return known
  const rings = numbers.map((ring) =>
    Array.from(positions.subarray((ringStarts[ring] as number) * 2, (ringStarts[ring + 1] as number) * 2)))
  const holders = rings.map((ring) => new Set(rings.flatMap((other, index) => (other !== ring && holds(other, ring) ? [index] : []))))
  const groups = numbers.flatMap((ring, index) => {
    const depth = holders[index]?.size ?? 0
    if (depth % 2 === 1) return []
    return [[ring, ...numbers.filter((_, hole) => holders[hole]?.size === depth + 1 && holders[hole].has(index))]]
  })
  ofGeometry.set(feature, groups)
  return groups
}

/** Signed area in m²: positive where the ring runs counter-clockwise. */
export function flatRingArea(ring: FlatRing): number {
  let twice = 0
  for (let index = 2; index < ring.length; index += 2) {
    twice += (ring[index - 2] as number) * (ring[index + 1] as number) - (ring[index] as number) * (ring[index - 1] as number)
  }
  return twice / 2
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
  const first = geometry.ringStarts[geometry.featureStarts[feature] as number] as number
  // Relative to the first point: raw coordinates of 6.6 million metres would cost digits.
  return polygonsArea(groupRings(geometry, feature, geometry.positions[first * 2] ?? 0, geometry.positions[first * 2 + 1] ?? 0))
}

/** Whether a ring lies within another: most of its first points do, since one may lie on the border. */
function holds(outer: FlatRing, inner: FlatRing): boolean {
  let inside = 0
  const points = Math.min(7, inner.length / 2 - 1)
  for (let point = 0; point < points; point++) {
    if (isInRing(outer, inner[point * 2] as number, inner[point * 2 + 1] as number)) inside++
  }
  return inside * 2 > points
}

function isInRing(ring: FlatRing, x: number, y: number): boolean {
  let inside = false
  for (let index = 2; index < ring.length; index += 2) {
    const y1 = ring[index + 1] as number
    const y2 = ring[index - 1] as number
    if (y1 > y === y2 > y) continue
    const x1 = ring[index] as number
    if (x < (((ring[index - 2] as number) - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
  }
  return inside
}
