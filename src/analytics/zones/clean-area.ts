import { featureCollection, polygon, union } from '@turf/turf'
import type { PackedGeometry } from '../../geo/packed-geometry.ts'
import { flatRingArea, packZone } from './planar-rings.ts'

/** Smaller areas, in m², are no area that anyone meant. */
const LEAST_SQUARE_METRES = 1

/**
 * One zone of polygons as drawn: outer ring first, then holes, in metres. Turf unites them, so that
 * overlaps count once and a line that crosses itself makes two areas. Rings need not be closed.
 *
 * @throws a sentence, where nothing of an area is left
 */
export function cleanArea(polygons: readonly (readonly (readonly (readonly [number, number])[])[])[]): PackedGeometry {
  const [originX, originY] = polygons[0]?.[0]?.[0] ?? [0, 0]
  const shapes = polygons.flatMap((rings) => {
    const closed = rings.map((ring) => closeRing(ring, originX, originY)).filter((ring) => ring.length >= 4)
    return closed.length > 0 ? [polygon(closed)] : []
  })
  const first = shapes[0]
  if (first === undefined) throw new Error('Expected an area with three corners or more')
  // Turf wants two shapes or more; one beside itself is untangled all the same.
  const joined = union(featureCollection(shapes.length === 1 ? [first, first] : shapes))?.geometry
  const coordinates = joined === undefined ? [] : joined.type === 'Polygon' ? [joined.coordinates] : joined.coordinates
  const rings = coordinates.flat().map((ring) => ring.flat())
  if (!rings.some((ring) => Math.abs(flatRingArea(ring)) >= LEAST_SQUARE_METRES)) {
    throw new Error('Expected an area of a square metre or more')
  }
  return packZone(rings, originX, originY)
}

function closeRing(ring: readonly (readonly [number, number])[], originX: number, originY: number): number[][] {
  const points = ring.map(([x, y]) => {
    if (!Number.isFinite(x) || !Number.isFinite(y)) throw new Error('Expected corners in longitude and latitude')
    return [x - originX, y - originY]
  })
  const [start, end] = [points[0], points.at(-1)]
  if (start !== undefined && end !== undefined && (start[0] !== end[0] || start[1] !== end[1])) points.push([...start])
  return points
}
