import type { CityId } from '../cities/index.ts'
import type { Provenance } from '../schema/provenance.ts'
import type { SelectionKind } from './selection-kind.ts'

/**
 * One of a slot is active at a time, save `overlay`, of which any number may be.
 * `buildings` colours the buildings, `areas` fills districts or grid cells on the ground.
 */
export type LayerSlot = 'buildings' | 'areas' | 'overlay'

/** Building colours by building index (row of buildings.parquet). */
export interface BuildingColours {
  readonly kind: 'building-colours'
  /** RGBA per building; A = 255 the colour, 128 no data (hatched), 0 the plain building. */
  readonly rgba: Uint8Array
}

/** Polygons on the ground. Ring k of feature f is points[ringStarts[k] .. ringStarts[k+1]). */
export interface Polygons {
  readonly kind: 'polygons'
  readonly ids: readonly string[]
  /** Longitude, latitude in degrees, interleaved. */
  readonly positionsDegrees: Float64Array
  /** Start point of each ring, with one more entry for the end. */
  readonly ringStarts: Uint32Array
  /** First ring of each feature, with one more entry for the end. Even-odd fill. */
  readonly featureStarts: Uint32Array
  /** RGBA per feature. */
  readonly fillRgba: Uint8Array
  /** 1 where the feature has no data: drawn as the neutral hatch instead of its fill. */
  readonly noData: Uint8Array
  /** RGBA of every outline, or null for none. */
  readonly strokeRgba: readonly [number, number, number, number] | null
}

/** Lines just above the ground. */
export interface Lines {
  readonly kind: 'lines'
  /** What a click on one of them selects, by its id; null: nothing. */
  readonly selects: SelectionKind | null
  readonly ids: readonly string[]
  readonly positionsDegrees: Float64Array
  /** First point of each line part, with one more entry for the end. */
  readonly partStarts: Uint32Array
  /** Feature (index into ids) of each part. */
  readonly partFeatures: Uint32Array
  /** RGBA per feature. */
  readonly rgba: Uint8Array
  readonly widthPixels: Float32Array
}

/** Points just above the ground. */
export interface Points {
  readonly kind: 'points'
  /** What a click on one of them selects, by its id; null: nothing. */
  readonly selects: SelectionKind | null
  readonly ids: readonly string[]
  readonly positionsDegrees: Float64Array
  readonly rgba: Uint8Array
  readonly diameterPixels: Float32Array
}

/** Texts at points; the scene shows the most important that fit. */
export interface Labels {
  readonly kind: 'labels'
  readonly texts: readonly string[]
  readonly classes: readonly LabelClass[]
  readonly positionsDegrees: Float64Array
  /** Larger is more important. */
  readonly priority: Float32Array
}
export const LABEL_CLASSES = ['district-coarse', 'district-fine', 'street', 'landmark', 'water'] as const
export type LabelClass = (typeof LABEL_CLASSES)[number]

export type Drawable = BuildingColours | Polygons | Lines | Points | Labels

/** A step of a legend. `from` and `to` in the legend's unit; a category has a message key instead. */
export interface LegendStep {
  readonly colour: string
  readonly from?: number
  readonly to?: number
  /** Message key of a category. */
  readonly labelKey?: string
  /** A category's text when it is a name, not a message. */
  readonly text?: string
  /** Features in this step. */
  readonly count: number
}

export interface Legend {
  readonly layerId: string
  readonly titleKey: string
  /** Message key of the unit, or null for none. */
  readonly unitKey: string | null
  readonly kind: 'sequential' | 'categorical'
  readonly steps: readonly LegendStep[]
  /** Features that have a value, and that have none. */
  readonly known: number
  readonly missing: number
  /** Counts in equal bins from `histogramFrom` to `histogramTo`; empty for categories. */
  readonly histogram: readonly number[]
  readonly histogramFrom: number
  readonly histogramTo: number
  /** Share of the known values that are estimated or modelled, 0-1. */
  readonly estimatedShare: number
  readonly provenance: Provenance
  /** Message keys of remarks to show under the legend. */
  readonly noteKeys: readonly string[]
  /** Numbers that remarks speak of, by name. */
  readonly noteValues?: Readonly<Record<string, number>>
}

/** What one layer looks like in one city. */
export interface LayerPicture {
  readonly drawables: readonly Drawable[]
  readonly legend: Legend
}

export interface LayerRequest {
  readonly layerId: string
  readonly params: Readonly<Record<string, unknown>>
  readonly cities: readonly CityId[]
  readonly scaleMode: 'joint' | 'per-city'
  readonly theme: 'light' | 'dark'
}

/** A failed city has a message; the other cities' pictures still come. */
export type LayerOutcome = Readonly<Record<CityId, LayerPicture | { readonly failure: string }>>
