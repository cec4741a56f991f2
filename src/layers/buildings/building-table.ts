import type { GeoTable } from '../../geo/packed-geometry.ts'
import { BUILDING_USES, HEIGHT_SOURCES, STOREYS_SOURCES, USE_SOURCES } from '../../schema/datasets.ts'
import { codeColumn, idColumn, numberColumn, textColumn, wholeColumn } from '../columns.ts'

/** Columns that `readBuildingTable` needs. */
export const BUILDING_COLUMNS = [
  'height_m',
  'height_source',
  'storeys',
  'storeys_source',
  'use',
  'use_source',
  'year',
  'footprint_m2',
  'district_coarse_id',
  'district_fine_id',
] as const

/** Columns that `readBuildingTexts` needs. */
export const BUILDING_TEXT_COLUMNS = ['id', 'name', 'address', 'source', 'source_year'] as const

/** Buildings as columns, by building index. Codes are places in the lists of the schema; 255 unknown. */
export interface BuildingTable {
  readonly count: number
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
  readonly coarseDistrictIds: readonly (string | null)[]
  readonly fineDistrictIds: readonly (string | null)[]
}

/** What cards and search need beside, by building index: read when first asked for. */
export interface BuildingTexts {
  readonly ids: readonly string[]
  readonly names: readonly (string | null)[]
  readonly addresses: readonly (string | null)[]
  /** Key of the source in the manifest. */
  readonly sources: readonly string[]
  readonly sourceYears: Int16Array
}

/** Typed columns of `buildings.parquet`; throws naming the column that is missing. */
export function readBuildingTable(table: GeoTable): BuildingTable {
  return {
    count: table.rowCount,
    heightsMetres: Float32Array.from(numberColumn(table, 'height_m')),
    heightSourceCodes: codeColumn(table, 'height_source', HEIGHT_SOURCES),
    storeys: wholeColumn(table, 'storeys'),
    storeysSourceCodes: codeColumn(table, 'storeys_source', STOREYS_SOURCES),
    useCodes: codeColumn(table, 'use', BUILDING_USES),
    useSourceCodes: codeColumn(table, 'use_source', USE_SOURCES),
    years: wholeColumn(table, 'year'),
    footprintsSquareMetres: Float32Array.from(numberColumn(table, 'footprint_m2')),
    coarseDistrictIds: textColumn(table, 'district_coarse_id'),
    fineDistrictIds: textColumn(table, 'district_fine_id'),
  }
}

/** Texts of `buildings.parquet`. */
export function readBuildingTexts(table: GeoTable): BuildingTexts {
  return {
    ids: idColumn(table),
    names: textColumn(table, 'name'),
    addresses: textColumn(table, 'address'),
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
