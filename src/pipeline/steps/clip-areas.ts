import { intersect } from '@turf/turf'
import type { Position } from '../dataset.ts'
import { boxOf, multiPolygonArea, type MultiPolygonRings } from '../planar.ts'
import { createAreaTester } from './area-tester.ts'
import type { Area } from './build-areas.ts'

/**
 * Areas cut at the edge of `mask`. Only areas with a point outside are cut, and only against the mask's
 * nearby polygons, as intersecting all would take minutes.
 */
export function clipAreas(areas: readonly Area[], mask: MultiPolygonRings): Area[] {
  const contains = createAreaTester(mask)
  return areas.flatMap((area): Area[] => {
    const points = area.geometry.coordinates.flat(2)
    if (points.every(([x, y]) => contains(x, y))) return [area]
    const box = boxOf(area.geometry.coordinates)
    const nearby = mask.filter((rings) => {
      const [west, south, east, north] = boxOf([rings])
      return west <= box[2] && east >= box[0] && south <= box[3] && north >= box[1]
    })
    const coordinates = intersectPolygons(area.geometry.coordinates, nearby)
    // A sliver along the border is drawn by nobody.
    return multiPolygonArea(coordinates) < 1 ? [] : [{ ...area, geometry: { type: 'MultiPolygon', coordinates } }]
  })
}

/** Intersection in the plane; Turf's works on the plain coordinates. */
export function intersectPolygons(a: MultiPolygonRings, b: MultiPolygonRings): Position[][][] {
  if (a.length === 0 || b.length === 0) return []
  const feature = (coordinates: MultiPolygonRings) => ({
    type: 'Feature' as const,
    properties: {},
    geometry: { type: 'MultiPolygon' as const, coordinates: coordinates as unknown as number[][][][] },
  })
  const common = intersect({ type: 'FeatureCollection', features: [feature(a), feature(b)] })
  if (common === null) return []
  const { type, coordinates } = common.geometry
  return (type === 'Polygon' ? [coordinates] : coordinates) as unknown as Position[][][]
}
