import { intersect } from '@turf/turf'
import type { Issue, Position } from '../dataset.ts'
import { createIssue } from '../issues.ts'
import { boxOf, multiPolygonArea, type MultiPolygonRings } from './planar.ts'
import { createAreaTester } from './area-tester.ts'
import { createScanner, measureSharedArea } from './scan-areas.ts'
import { tidyRings } from './union-polygons.ts'
import type { Area } from '../map/build-areas.ts'

/**
 * Areas cut at the edge of `mask`. Only areas with a point outside are cut, and only against the mask's
 * nearby polygons, as intersecting all would take minutes. What cannot be cut is left out, with an issue.
 */
export function clipAreas(areas: readonly Area[], mask: MultiPolygonRings, issues: Issue[] = []): Area[] {
  const contains = createAreaTester(mask)
  return areas.flatMap((area): Area[] => {
    const points = area.geometry.coordinates.flat(2)
    if (points.every(([x, y]) => contains(x, y))) return [area]
    const box = boxOf(area.geometry.coordinates)
    const nearby = mask.filter((rings) => {
      const [west, south, east, north] = boxOf([rings])
      return west <= box[2] && east >= box[0] && south <= box[3] && north >= box[1]
    })
    const coordinates = tryToIntersect(area.geometry.coordinates, nearby)
    if (coordinates === null) {
      issues.push(createIssue('dropped', area.file, area.label, 'cannot-be-cut'))
      return []
    }
    // A sliver along the border is drawn by nobody.
    return multiPolygonArea(coordinates) < 1 ? [] : [{ ...area, geometry: { type: 'MultiPolygon', coordinates } }]
  })
}

/** Area in square metres that two geometries share. */
export function sharedAreaOf(a: MultiPolygonRings, b: MultiPolygonRings): number {
  const common = tryToIntersect(a, b)
  // Where Turf gives up, along lines: within the lines' distance at the edges.
  return common === null ? measureSharedArea([createScanner(a), createScanner(b)]) : multiPolygonArea(common)
}

/** What two geometries share, as rings to be stored; null where it cannot be told. */
export function intersectTidy(a: MultiPolygonRings, b: MultiPolygonRings): MultiPolygonRings | null {
  const common = tryToIntersect(a, b)
  return common === null ? null : tidyRings(common)
}

/** Turf gives up on some shapes whose edges all but coincide: one such area must not stop a city. */
function tryToIntersect(a: MultiPolygonRings, b: MultiPolygonRings): Position[][][] | null {
  try {
    return intersectPolygons(a, b)
  } catch {
    return null
  }
}

/** Intersection in the plane; Turf's works on the plain coordinates. */
function intersectPolygons(a: MultiPolygonRings, b: MultiPolygonRings): Position[][][] {
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
