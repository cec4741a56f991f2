import type { DatasetName, GeometryType, ManifestSource } from '../schema/datasets.ts'
import type { Provenance } from '../schema/provenance.ts'

/** Coordinates in the city's CRS, east then north; rings closed, outer counter-clockwise. */
export type Position = readonly [number, number]
export type Geometry =
  | { readonly type: 'Point'; readonly coordinates: Position }
  | { readonly type: 'LineString'; readonly coordinates: readonly Position[] }
  | { readonly type: 'MultiLineString'; readonly coordinates: readonly (readonly Position[])[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly Position[])[])[] }

export type Value = string | number | boolean | null

/** One row of a data set: the schema's columns beside a geometry, which is not written where the schema has none. */
export interface Feature {
  readonly properties: Readonly<Record<string, Value>>
  readonly geometry: Geometry
}

/** What was wrong with one source feature. `dropped` leaves it out, `mended` keeps it repaired. */
export interface Issue {
  readonly severity: 'dropped' | 'mended'
  /** Source file, relative to the sources folder. */
  readonly file: string
  /** Feature id or index within the file. */
  readonly feature: string
  /** Stable reason code, e.g. `self-crossing-ring`, `not-a-number`, `other-crs`. */
  readonly code: string
  /** One clear sentence for a person. */
  readonly message: string
}

/** What a pipeline step makes: one data set of one city, not yet written. */
export interface Dataset {
  readonly name: DatasetName
  readonly geometry: GeometryType | null
  /** Any order; the writer sorts by id. */
  readonly features: readonly Feature[]
  readonly issues: readonly Issue[]
  readonly sources: readonly ManifestSource[]
  /** Column → rule in plain words, for what is computed or estimated. */
  readonly derived: Readonly<Record<string, string>>
  readonly provenance: Provenance
  /** What a rule of selection left out, by code, with a count: no faults, so no issue lines. */
  readonly leftOut?: Readonly<Record<string, number>>
  /** Figures for the manifest's `quality`. */
  readonly quality?: Readonly<Record<string, number>>
}
