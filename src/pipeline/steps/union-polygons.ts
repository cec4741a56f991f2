import { union } from '@turf/turf'
import type { Position } from '../dataset.ts'
import type { MultiPolygonRings } from '../planar.ts'
import { cleanPolygons } from '../clean-polygons.ts'

/**
 * Union of polygons in the plane. Turf's union works on the plain coordinates, whatever they mean,
 * so metres do as well as degrees.
 */
export function unionPolygons(parts: readonly MultiPolygonRings[]): Position[][][] {
  const features = parts.map((coordinates) => ({
    type: 'Feature' as const,
    properties: {},
    geometry: { type: 'MultiPolygon' as const, coordinates: coordinates as unknown as number[][][][] },
  }))
  const joined = union({ type: 'FeatureCollection', features })
  if (joined === null) return []
  const { type, coordinates } = joined.geometry
  const polygons = (type === 'Polygon' ? [coordinates] : coordinates) as unknown as Position[][][]
  return cleanPolygons(polygons, []) ?? []
}
