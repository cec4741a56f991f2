import { featureCollection, multiPolygon, union } from '@turf/turf'
import type { Position } from '../dataset.ts'
import { ringArea, type MultiPolygonRings } from './planar.ts'
import { roundToCentimetre } from './place-points.ts'

/** Holes under this many square metres are slivers where neighbours' borders do not quite meet. */
const SLIVER_M2 = 200

/** One geometry of several that share borders, without the slivers between them. */
export function unionPolygons(parts: readonly MultiPolygonRings[]): MultiPolygonRings {
  if (parts.length === 1) return parts[0] as MultiPolygonRings
  const shapes = parts.map((part) => multiPolygon(part.map((rings) => rings.map((ring) => ring.map(([x, y]) => [x, y])))))
  const joined = union(featureCollection(shapes))?.geometry
  if (joined === undefined) return []
  const polygons = joined.type === 'Polygon' ? [joined.coordinates] : joined.coordinates
  return tidyRings(polygons).map((rings) => rings.filter((ring, index) => index === 0 || Math.abs(ringArea(ring)) >= SLIVER_M2))
}

/** Rings as they are stored: to a centimetre, outer ones counter-clockwise, holes clockwise. */
export function tidyRings(polygons: readonly (readonly (readonly (readonly number[])[])[])[]): Position[][][] {
  return polygons.map((rings) =>
    rings
      .map((ring) => ring.map(([x, y]): Position => [roundToCentimetre(x as number), roundToCentimetre(y as number)]))
      .map((ring, index) => (ringArea(ring) > 0 === (index === 0) ? ring : [...ring].reverse())),
  )
}
