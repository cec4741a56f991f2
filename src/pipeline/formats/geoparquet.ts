import { constants, zstdCompressSync } from 'node:zlib'
import { ByteWriter, ParquetWriter, schemaFromColumnData, type ColumnSource } from 'hyparquet-writer'
import { crsOf, type EpsgCode } from '../../geo/crs.ts'
import { DATASETS, type ColumnType, type DatasetName, type DatasetSchema } from '../../schema/datasets.ts'
import type { Feature, Geometry, Position, Value } from '../dataset.ts'
import { encodeWkb } from './wkb.ts'

/** Rows of a group. A city of ours is one group; more rows are written group by group. */
const ROW_GROUP_SIZE = 100_000

/**
 * Of 100,000 buildings level 19 makes 3.8 MB in 12 s and level 9 makes 4.5 MB in 1.5 s. What every visitor
 * fetches is worth the wait; what is larger than a city is not fetched whole.
 */
const ZSTD_LEVELS = { oneGroup: 19, manyGroups: 9 } as const

/** The columns of the rows `from` to `to`, the latter not included. */
type ColumnsOfRows = (from: number, to: number) => ColumnSource[]

/**
 * One data set as GeoParquet 1.1 bytes: WKB in the column `geometry`, the schema's columns before it,
 * ZSTD; as plain Parquet where the schema has no geometry. Rows are sorted by `id`. The same features in any order give the same bytes.
 * Throws on a value that the schema does not allow: a bug in a step.
 */
export function encodeGeoParquet(name: DatasetName, features: readonly Feature[], epsg: EpsgCode): Uint8Array {
  const schema: DatasetSchema = DATASETS[name]
  const sorted = sortById(features)
  const columnsOf: ColumnsOfRows = (from, to) => {
    const rows = sorted.slice(from, to)
    const columnData: ColumnSource[] = Object.entries(schema.columns).map(([column, type]) => ({
      name: column,
      data: rows.map((feature) => checkValue(name, column, type, feature.properties[column])),
      ...parquetType(type),
    }))
    if (schema.geometry === null) return columnData
    columnData.push(
      geometryColumn(
        rows.map((feature) => {
          if (feature.geometry.type !== schema.geometry) throw new Error(`${name}: a ${feature.geometry.type} among ${schema.geometry}`)
          return encodeWkb(feature.geometry)
        }),
      ),
    )
    return columnData
  }
  return packParquet(columnsOf, sorted.length, schema.geometry === null ? {} : { geo: createGeoMetadata(schema.geometry, sorted, epsg) })
}

/** The column `geometry` of these Well-Known Binaries. */
export function geometryColumn(data: readonly Uint8Array[]): ColumnSource {
  return { name: 'geometry', data: [...data], type: 'BYTE_ARRAY', nullable: false, statistics: false }
}

/**
 * Columns as Parquet, ZSTD; each entry of `metadata` becomes a key with JSON. Columns are asked for one group of
 * rows after the other, so that no more than a group of them is held.
 */
export function packParquet(columnsOf: ColumnsOfRows, rowCount: number, metadata: Readonly<Record<string, unknown>>): Uint8Array {
  const level = rowCount > ROW_GROUP_SIZE ? ZSTD_LEVELS.manyGroups : ZSTD_LEVELS.oneGroup
  const writer = new ByteWriter()
  const first = columnsOf(0, Math.min(rowCount, ROW_GROUP_SIZE))
  const parquet = new ParquetWriter({
    writer,
    schema: schemaFromColumnData({ columnData: first }),
    codec: 'ZSTD',
    compressors: { ZSTD: (input) => zstdCompressSync(input, { params: { [constants.ZSTD_c_compressionLevel]: level } }) },
    createdBy: 'kaksik',
    kvMetadata: Object.entries(metadata).map(([key, value]) => ({ key, value: JSON.stringify(value) })),
  })
  for (let from = 0; from === 0 || from < rowCount; from += ROW_GROUP_SIZE) {
    const columnData = from === 0 ? first : columnsOf(from, Math.min(rowCount, from + ROW_GROUP_SIZE))
    // One page a column: pages compressed apart make the file larger, and it is read whole.
    void parquet.write({ columnData, rowGroupSize: ROW_GROUP_SIZE, pageSize: 1 << 26 })
  }
  void parquet.finish()
  return new Uint8Array(writer.getBuffer())
}

/** Features in order of `id` by code unit, which no locale changes. Throws on a repeated id. */
function sortById(features: readonly Feature[]): readonly Feature[] {
  const sorted = [...features].sort((a, b) => (String(a.properties['id']) < String(b.properties['id']) ? -1 : 1))
  sorted.forEach((feature, index) => {
    const before = sorted[index - 1]
    if (before !== undefined && before.properties['id'] === feature.properties['id']) {
      throw new Error(`The id ${String(feature.properties['id'])} occurs more than once`)
    }
  })
  return sorted
}

/** The `geo` key of GeoParquet 1.1.0 (geoparquet.org/releases/v1.1.0). */
function createGeoMetadata(geometry: string, features: readonly Feature[], epsg: EpsgCode): unknown {
  return {
    version: '1.1.0',
    primary_column: 'geometry',
    columns: {
      geometry: {
        encoding: 'WKB',
        geometry_types: [geometry],
        // Positions stand east, north whatever the registry's order of axes (1.1, "Coordinate axis order").
        crs: crsOf(epsg).projjson,
        // Outer rings run counter-clockwise and holes clockwise; the word is the standard's own.
        ...(geometry === 'MultiPolygon' ? { orientation: 'counterclockwise' } : {}),
        edges: 'planar',
        ...(features.length > 0 ? { bbox: boundsOf(features) } : {}),
      },
    },
  }
}

function boundsOf(features: readonly Feature[]): [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { geometry } of features) {
    for (const [x, y] of positionsOf(geometry)) {
      west = Math.min(west, x)
      south = Math.min(south, y)
      east = Math.max(east, x)
      north = Math.max(north, y)
    }
  }
  return [west, south, east, north]
}

function positionsOf(geometry: Geometry): readonly Position[] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates]
    case 'LineString':
      return geometry.coordinates
    case 'MultiLineString':
      return geometry.coordinates.flat(1)
    case 'MultiPolygon':
      return geometry.coordinates.flat(2)
  }
}

function parquetType(type: ColumnType): Pick<ColumnSource, 'type' | 'nullable'> {
  const nullable = type.endsWith('?')
  switch (type) {
    case 'string':
    case 'string?':
      return { type: 'STRING', nullable }
    case 'double':
    case 'double?':
      return { type: 'DOUBLE', nullable }
    case 'int32':
    case 'int32?':
      return { type: 'INT32', nullable }
    case 'boolean':
      return { type: 'BOOLEAN', nullable }
  }
}

function checkValue(name: DatasetName, column: string, type: ColumnType, value: Value | undefined): Value {
  const kind = type.replace('?', '')
  const isAllowed =
    value === null
      ? type.endsWith('?')
      : kind === 'string'
        ? typeof value === 'string' && value !== ''
        : kind === 'boolean'
          ? typeof value === 'boolean'
          : typeof value === 'number' && Number.isFinite(value) && (kind === 'double' || Number.isInteger(value))
  if (!isAllowed || value === undefined) throw new Error(`${name}.${column} is ${type}, not ${JSON.stringify(value)}`)
  return value
}
