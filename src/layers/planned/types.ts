import type { Polygon } from '../../scenario/types.ts'
import type { BuildingUse } from '../../schema/datasets.ts'
import type { Lines, Points } from '../types.ts'

/** A building of the data that a scenario touches, or that stands near what is being drawn. */
export interface FoundBuilding {
  readonly id: string
  /** Row of `buildings.parquet`. */
  readonly index: number
  /** A point in the building's box, longitude and latitude. */
  readonly position: readonly [number, number]
  /** One polygon a separate piece. */
  readonly footprint: readonly Polygon[]
  readonly footprintSquareMetres: number
  readonly heightMetres: number
  /** Null where unknown; `areStoreysEstimated` where they were made from the height. */
  readonly storeys: number | null
  readonly areStoreysEstimated: boolean
  readonly use: BuildingUse | null
}

/** A block that a scenario puts into the view. */
export interface PlannedVolume {
  readonly editId: string
  readonly footprint: Polygon
  readonly heightMetres: number
  readonly storeys: number | null
  /** Null where several uses share it, or none is known. */
  readonly use: BuildingUse | null
  /** What may be built is an envelope that one sees through, and what lies on the ground as good as flat. */
  readonly kind: 'building' | 'envelope' | 'ground'
  /** As `#rrggbb`; null: by the layer that colours the buildings. */
  readonly colour: string | null
}

/** All that a scenario shows in one city. */
export interface PlannedPicture {
  readonly volumes: readonly PlannedVolume[]
  /** Indices of the buildings that do not show: removed ones, and those that stand changed as volumes. */
  readonly hidden: readonly number[]
  readonly lines: readonly Lines[]
  readonly points: readonly Points[]
}
