import type { EpsgCode } from '../../geo/crs.ts'
import type { PackedGeometry } from '../../geo/packed-geometry.ts'
import type { BuildingUse } from '../../schema/datasets.ts'
import type { ScenarioIssue } from '../issues.ts'
import type { AddLine, AddPark, AddStop, BuildingRef, CloseStreet, EnergyStandard, PlanRule } from '../types.ts'

/** One city's buildings as columns, by building index. */
export interface CityBuildings {
  readonly ids: readonly string[]
  /** Index into `BUILDING_USES`; others are unknown. */
  readonly useCodes: ArrayLike<number>
  /** ≤ 0 is unknown. */
  readonly years: ArrayLike<number>
  /** As the caller counts them; ≤ 0 and NaN are unknown. */
  readonly storeys: ArrayLike<number>
  readonly heightsMetres: ArrayLike<number>
  readonly footprintsSquareMetres: ArrayLike<number>
  readonly coarseDistrictIds: readonly (string | null)[]
  readonly fineDistrictIds: readonly (string | null)[]
  /** Footprints in the city's CRS. */
  readonly geometry: PackedGeometry
}

export interface CityFrame {
  readonly id: string
  /** The city's projected CRS. */
  readonly epsg: EpsgCode
}

/** How storeys and height follow from each other where an edit states only one of them. */
export interface StoreyRules {
  readonly heightFromStoreysMetres: (storeys: number) => number
  /** NaN where it cannot be told. */
  readonly storeysFromHeight: (heightMetres: number, use: BuildingUse | null) => number
}

/** What one scenario makes of one city. Everything is in the city's CRS, metres. */
export interface CityChanges {
  readonly cityId: string
  /** Building index → id of the edit by which it is gone. */
  readonly removed: ReadonlyMap<number, string>
  /** Building index → as it is afterwards; none of them is removed. */
  readonly changed: ReadonlyMap<number, ChangedBuilding>
  readonly added: readonly AddedBuilding[]
  /** By building index: 0 for none, else place in `RETROFIT_PACKAGES` + 1. 0 where the building is removed. */
  readonly retrofitCodes: Uint8Array
  /** By building index: share of the usable roof under panels, 0-1; NaN where no rule holds or the building is removed. */
  readonly solarShares: Float64Array
  readonly planRules: readonly AppliedPlanRule[]
  readonly parks: readonly AppliedArea<AddPark>[]
  readonly closedStreets: readonly AppliedArea<CloseStreet>[]
  readonly stops: readonly AppliedStop[]
  readonly lines: readonly AppliedLine[]
  /** Edits of buildings whose id is not there, which wait for a decision and are not applied. */
  readonly proposals: readonly ReferenceProposal[]
  readonly issues: readonly ScenarioIssue[]
}

export interface ChangedBuilding {
  /** -1 where unknown. */
  readonly storeys: number
  readonly heightMetres: number
  readonly use: BuildingUse | null
  readonly editIds: readonly string[]
}

export interface AddedBuilding {
  readonly editId: string
  /** One feature; rings closed. */
  readonly footprint: PackedGeometry
  readonly footprintSquareMetres: number
  /** A point inside. */
  readonly point: readonly [number, number]
  readonly storeys: number
  readonly heightMetres: number
  readonly use: BuildingUse
  readonly standard: EnergyStandard
  /** Districts that it stands in, as far as the caller can tell. */
  readonly districtIds: readonly string[]
  /** NaN where no solar rule holds. */
  readonly solarShare: number
}

/** An edit with its area: one feature, rings closed. */
interface AppliedArea<Kind> {
  readonly edit: Kind
  readonly area: PackedGeometry
  readonly areaSquareMetres: number
}

export interface AppliedPlanRule extends AppliedArea<PlanRule> {
  /** Buildings of the data on the area that were standing when the rule's turn came, ascending. */
  readonly buildings: Uint32Array
}

export interface AppliedStop {
  /** The edit that brings it, be it a stop or a line. */
  readonly editId: string
  readonly point: readonly [number, number]
  readonly departuresPerDay: number
  readonly edit: AddStop | AddLine
}

interface AppliedLine {
  readonly edit: AddLine
  /** Interleaved. */
  readonly path: Float64Array
  readonly departuresPerDay: number
}

/** A building that may be the one that an edit means. */
export interface ReferenceProposal {
  readonly editId: string
  readonly building: number
  /** To be put into the edit if it is the one. */
  readonly candidate: BuildingRef
  readonly distanceMetres: number
  /** Footprint of the candidate by that of the reference. */
  readonly footprintRatio: number
}
