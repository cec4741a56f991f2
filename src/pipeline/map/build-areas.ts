import type { Feature, Geometry, Issue, Value } from '../dataset.ts'
import { createIssue } from '../issues.ts'
import { multiPolygonArea } from '../geometry/planar.ts'
import { cleanPolygons } from '../geometry/clean-polygons.ts'
import { simplifyPolygons } from '../geometry/simplify.ts'
import { withSpatialIds } from '../geometry/spatial-id.ts'

/** One area of a source, on its way into `water` or `green`. */
export interface Area {
  readonly label: string
  readonly file: string
  readonly geometry: Extract<Geometry, { type: 'MultiPolygon' }>
  readonly class: string
  readonly name: string | null
}

export interface AreaOptions {
  readonly prefix: string
  readonly simplifyMetres: number
  /** Smaller areas are left out and counted. */
  readonly smallestSquareMetres: number
  /** Whether the rows carry `area_m2`. */
  readonly withArea: boolean
}

/** Areas simplified, the smallest left out, with ids. */
export function buildAreas(areas: readonly Area[], options: AreaOptions): { readonly features: Feature[]; readonly issues: Issue[] } {
  const issues: Issue[] = []
  const features: Feature[] = []
  for (const area of areas) {
    if (multiPolygonArea(area.geometry.coordinates) < options.smallestSquareMetres) {
      issues.push(createIssue('dropped', area.file, area.label, 'smaller-than-drawn'))
      continue
    }
    // Simplifying may make a ring touch itself; cleaning mends what it can.
    const simple = cleanPolygons(simplifyPolygons(area.geometry.coordinates, options.simplifyMetres), [])
    if (simple === null) {
      issues.push(createIssue('dropped', area.file, area.label, 'smaller-than-drawn'))
      continue
    }
    const properties: Record<string, Value> = { class: area.class, name: area.name }
    if (options.withArea) properties['area_m2'] = Math.round(multiPolygonArea(simple) * 10) / 10
    features.push({ geometry: { type: 'MultiPolygon', coordinates: simple }, properties })
  }
  return { features: withSpatialIds(options.prefix, features), issues }
}
