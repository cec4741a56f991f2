import type { PolygonStore } from './polygon-store.ts'

/** Enum value of a property that is not known. */
export const UNKNOWN_CODE = 255

/** Every building of a city in columns; the row is the building index. */
export interface BuildingTable {
  readonly count: number
  readonly outlines: PolygonStore
  /** UTF-8 of the ids, one behind the other, with the start of each and the end. */
  readonly idBytes: Uint8Array
  readonly idStarts: Uint32Array
  readonly heightMetres: Float32Array
  /** Height to which the outline itself is raised. */
  readonly bodyHeightMetres: Float32Array
  /** Index into `HEIGHT_SOURCES`. */
  readonly heightSourceCodes: Uint8Array
  /** -1 where unknown. */
  readonly storeys: Int16Array
  /** Index into `BUILDING_USES`, `UNKNOWN_CODE` where unknown. */
  readonly useCodes: Uint8Array
  /** -1 where unknown. */
  readonly years: Int16Array
  readonly footprintSquareMetres: Float32Array
  /** Index into `districtIds`; 0 is the empty string: in no district. */
  readonly coarseDistrictCodes: Uint16Array
  readonly fineDistrictCodes: Uint16Array
  readonly districtIds: readonly string[]
  /** Modelled heat demand, kWh a year; -1 where none is modelled. */
  readonly heatDemandKilowattHours: Float32Array
  readonly parts: PartTable
}

/** Building parts in the order of their buildings: those of building b are `starts[b] .. starts[b + 1]`. */
export interface PartTable {
  readonly outlines: PolygonStore
  readonly starts: Uint32Array
  /** Row in `outlines` and in the height columns of each part. */
  readonly order: Uint32Array
  readonly minimumHeightMetres: Float32Array
  readonly heightMetres: Float32Array
}
