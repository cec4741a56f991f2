import type { EpsgCode } from '../../geo/crs.ts'
import { cleanLines } from './clean-lines.ts'
import { cleanPolygons } from './clean-polygons.ts'
import type { Geometry, Issue, Position } from '../dataset.ts'
import { createIssue, type Fault } from '../issues.ts'
import { placePoints, type Extent } from './place-points.ts'
import type { RawFeature } from '../formats/read-geojson.ts'

export interface CleanOptions {
  /** Source file for issue lines, relative to the sources folder. */
  readonly file: string
  /** CRS that the file states, axis order east, north. */
  readonly from: EpsgCode
  /** The city's CRS. */
  readonly to: EpsgCode
  /** West, south, east, north in degrees: coordinates outside are swapped, reprojected or left out. */
  readonly extentDegrees: Extent
  readonly geometry: Geometry['type']
}

/** A source feature with a sound geometry in the city's CRS. */
export interface CleanFeature {
  readonly label: string
  readonly properties: Readonly<Record<string, unknown>>
  readonly geometry: Geometry
}

export interface Cleaned {
  readonly features: readonly CleanFeature[]
  readonly issues: readonly Issue[]
}

/**
 * Brings source features into the city's CRS and makes their geometry sound: coordinates finite, in
 * the right axis order and CRS (judged by range), rounded to a centimetre; rings closed, without
 * repeated points, spikes or self-crossings, outer ones counter-clockwise, holes inside. What cannot
 * be mended is left out. Every mend and every omission is an issue.
 */
export function cleanFeatures(raw: readonly RawFeature[], options: CleanOptions): Cleaned {
  const features: CleanFeature[] = []
  const issues: Issue[] = []
  for (const feature of raw) {
    const { geometry, faults } = cleanGeometry(feature.geometry, options)
    for (const fault of faults) {
      issues.push(createIssue(fault.severity, options.file, feature.label, fault.code, fault.detail))
    }
    if (geometry !== null) features.push({ label: feature.label, properties: feature.properties, geometry })
  }
  return { features, issues }
}

/** One geometry made sound, or null with the fault that made it unusable. */
export function cleanGeometry(
  raw: unknown,
  options: Omit<CleanOptions, 'file'>,
): { readonly geometry: Geometry | null; readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  const parts = readParts(raw, options.geometry, faults)
  if (parts === null) return { geometry: null, faults }
  const placed = placePoints(parts.flat(2), options, faults)
  if (placed === null) return { geometry: null, faults }
  let next = 0
  const moved = parts.map((rings) => rings.map((ring) => ring.map(() => placed[next++] as Position)))
  switch (options.geometry) {
    case 'MultiPolygon': {
      const coordinates = cleanPolygons(moved, faults)
      return { geometry: coordinates === null ? null : { type: 'MultiPolygon', coordinates }, faults }
    }
    case 'Point': {
      const point = moved[0]?.[0]?.[0]
      return { geometry: point === undefined ? null : { type: 'Point', coordinates: point }, faults }
    }
    default: {
      const lines = cleanLines(moved.flat(1), faults)
      if (lines === null) return { geometry: null, faults }
      if (options.geometry === 'MultiLineString') return { geometry: { type: 'MultiLineString', coordinates: lines }, faults }
      if (lines.length > 1) {
        faults.push({ severity: 'dropped', code: 'wrong-geometry-type', detail: 'several lines where one is expected' })
        return { geometry: null, faults }
      }
      return { geometry: { type: 'LineString', coordinates: lines[0] as readonly Position[] }, faults }
    }
  }
}

/** What may stand where a data set holds the type, and how deep its coordinates nest. */
const ACCEPTED: Readonly<Record<Geometry['type'], Readonly<Record<string, number>>>> = {
  MultiPolygon: { Polygon: 2, MultiPolygon: 3 },
  MultiLineString: { LineString: 1, MultiLineString: 2 },
  LineString: { LineString: 1, MultiLineString: 2 },
  Point: { Point: 0 },
}

/** Coordinates as polygons of rings of points, whatever their depth in the source. */
function readParts(raw: unknown, kind: Geometry['type'], faults: Fault[]): unknown[][][] | null {
  const geometry = typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : {}
  const type = geometry['type']
  if (typeof type !== 'string') {
    faults.push({ severity: 'dropped', code: 'empty-geometry' })
    return null
  }
  const depth = ACCEPTED[kind][type]
  if (depth === undefined) {
    faults.push({ severity: 'dropped', code: 'wrong-geometry-type', detail: `${type}, not ${kind}` })
    return null
  }
  let coordinates: unknown = geometry['coordinates']
  for (let level = depth; level < 3; level++) coordinates = [coordinates]
  const parts = asList(coordinates).map((rings) => asList(rings).map(asList))
  if (parts.flat(2).length === 0) {
    faults.push({ severity: 'dropped', code: 'empty-geometry' })
    return null
  }
  return parts
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
