import type { StoreysClass } from '../../analytics/form/storeys.ts'
import type { BuildingUse, HeightSource, StoreysSource, UseSource } from '../../schema/datasets.ts'
import type { Position } from '../dataset.ts'
import type { MultiPolygonRings } from '../geometry/planar.ts'

/** A building as the sources describe it, before heights, storeys and districts are filled in. */
export interface BuildingDraft {
  readonly id: string
  readonly geometry: MultiPolygonRings
  readonly footprintSquareMetres: number
  /** A point inside the footprint. */
  readonly point: Position
  /** Height above ground that the source states (`measured`) or that follows from storeys; else null. */
  readonly height: KnownHeight | null
  readonly storeys: { readonly count: number; readonly source: StoreysSource } | null
  /** Least and most storeys where the source gives a class only. */
  readonly storeysClass: StoreysClass | null
  readonly use: { readonly class: BuildingUse; readonly source: UseSource } | null
  /** Use as far as it is known without the height: estimates of heights must not look at what they estimate. */
  readonly useWithoutHeight: BuildingUse | null
  readonly year: number | null
  readonly name: string | null
  readonly address: string | null
  readonly groundHeightMetres: number | null
  readonly source: string
  readonly sourceYear: number
  /** Raised parts of the building; empty for nearly all. */
  readonly parts: readonly PartDraft[]
  /** Height to which the outline itself rises; null where that is the building's whole height. */
  readonly bodyHeightMetres: number | null
  /** Height from which storeys are counted, where that is neither the outline's nor the highest part's. */
  readonly storeysHeightMetres: number | null
}

export interface KnownHeight {
  readonly metres: number
  /** `estimated`: stated, but of a building that stood only on paper when the source was made. */
  readonly source: HeightSource
}

/** A part of a building that stands higher, or hangs above the ground. */
export interface PartDraft {
  readonly id: string
  readonly geometry: MultiPolygonRings
  readonly minHeightMetres: number
  readonly heightMetres: number
  readonly heightSource: HeightSource
}
