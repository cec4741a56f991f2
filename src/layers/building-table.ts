import type { GeoTable } from '../geo/packed-geometry.ts'
import { BUILDING_USES, HEIGHT_SOURCES, STOREYS_SOURCES, USE_SOURCES } from '../schema/datasets.ts'
import { codeColumn, idColumn, numberColumn, textColumn, wholeColumn } from './columns.ts'

/** Buildings as columns, by building index. Codes are places in the lists of the schema; 255 unknown. */
export interface BuildingTable {
  readonly count: number
  readonly ids: readonly string[]
  readonly heightsMetres: Float32Array
  readonly heightSourceCodes: Uint8Array
  /** -1 where unknown. */
  readonly storeys: Int16Array
  readonly storeysSourceCodes: Uint8Array
  readonly useCodes: Uint8Array
  readonly useSourceCodes: Uint8Array
  /** -1 where unknown. */
  readonly years: Int16Array
  readonly footprintsSquareMetres: Float32Array
  readonly names: readonly (string | null)[]
  readonly addresses: readonly (string | null)[]
  readonly coarseDistrictIds: readonly (string | null)[]
  readonly fineDistrictIds: readonly (string | null)[]
  readonly sources: readonly string[]
  readonly sourceYears: Int16Array
}

/** Typed columns of `buildings.parquet`; throws naming the column that is missing. */
export function readBuildingTable(table: GeoTable): BuildingTable {
  return {
    count: table.rowCount,
    ids: idColumn(table),
    heightsMetres: Float32Array.from(numberColumn(table, 'height_m')),
    heightSourceCodes: codeColumn(table, 'height_source', HEIGHT_SOURCES),
    storeys: wholeColumn(table, 'storeys'),
    storeysSourceCodes: codeColumn(table, 'storeys_source', STOREYS_SOURCES),
    useCodes: codeColumn(table, 'use', BUILDING_USES),
    useSourceCodes: codeColumn(table, 'use_source', USE_SOURCES),
    years: wholeColumn(table, 'year'),
    footprintsSquareMetres: Float32Array.from(numberColumn(table, 'footprint_m2')),
    names: textColumn(table, 'name'),
    addresses: textColumn(table, 'address'),
    coarseDistrictIds: textColumn(table, 'district_coarse_id'),
    fineDistrictIds: textColumn(table, 'district_fine_id'),
    sources: idColumn(table, 'source'),
    sourceYears: wholeColumn(table, 'source_year'),
  }
}

/** Number of entries of a code column that have the code. */
export function countCode(codes: Uint8Array, code: number): number {
  let count = 0
  for (const each of codes) if (each === code) count++
  return count
}
