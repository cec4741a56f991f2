import { join } from 'node:path'
import { SourceError, type Effects } from '../effects.ts'

/** One feature as the source has it: nothing about it is trusted yet. */
export interface RawFeature {
  /** Id or index within the file, for issue lines. */
  readonly label: string
  readonly properties: Readonly<Record<string, unknown>>
  readonly geometry: unknown
}

/**
 * Features of a GeoJSON file (FeatureCollection, Feature or a bare geometry) of the sources folder.
 * Throws a `SourceError` with one clear sentence where the file is missing, truncated or no GeoJSON.
 *
 * @param file - path within `sources`, which issue lines name.
 */
export async function readGeoJson(effects: Effects, sources: string, file: string): Promise<readonly RawFeature[]> {
  const path = join(sources, file)
  const text = await effects.readText(path)
  let value: unknown
  try {
    // Some writers put bare NaN into JSON: as null it condemns its feature, not the whole file.
    value = JSON.parse(text.includes('NaN') ? text.replace(/(?<=[[,:\s])NaN(?=[\],}\s])/g, 'null') : text)
  } catch {
    throw new SourceError(path, `${path} is truncated or no GeoJSON: its ${text.length} characters do not parse as JSON.`)
  }
  const root = asRecord(value)
  const type = root['type']
  if (type === 'FeatureCollection') {
    const features = root['features']
    if (!Array.isArray(features))
      throw new SourceError(path, `${path} has no "features" list, which a GeoJSON FeatureCollection must have.`)
    return features.map((feature, index) => toRawFeature(feature, index))
  }
  if (type === 'Feature') return [toRawFeature(value, 0)]
  if (typeof type === 'string') return [{ label: '0', properties: {}, geometry: value }]
  throw new SourceError(path, `${path} is no GeoJSON: it has no "type".`)
}

/** The property as trimmed text, or null where it is absent or empty. Numbers become text. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (typeof value !== 'string') return null
  const trimmed = value.trim()
  return trimmed === '' ? null : trimmed
}

/** The property as a finite number (text with a number counts), or null. */
export function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value !== 'string' || value.trim() === '') return null
  const parsed = Number(value.trim().replace(',', '.'))
  return Number.isFinite(parsed) ? parsed : null
}

function toRawFeature(value: unknown, index: number): RawFeature {
  const feature = asRecord(value)
  const properties = asRecord(feature['properties'])
  const id = textOf(feature['id']) ?? textOf(properties['osm_id']) ?? textOf(properties['gml_id'])
  return { label: id ?? String(index), properties, geometry: feature['geometry'] }
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
}
