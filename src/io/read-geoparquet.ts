import { decompress } from 'fzstd'
import { parquetMetadataAsync, parquetRead, type ColumnData, type Compressors, type FileMetaData } from 'hyparquet'
import type { ColumnValues, GeoTable } from '../geo/packed-geometry.ts'
import { decodeWkb } from './decode-wkb.ts'
import type { RangedFile } from './open-ranged-file.ts'

export type { GeoTable } from '../geo/packed-geometry.ts'

/** Our files are packed with Zstandard; a decoder for every codec of the format would be six times as large. */
const COMPRESSORS: Compressors = {
  ZSTD: (input, outputLength) => decompress(input, new Uint8Array(outputLength)),
}

export interface ReadGeoParquetOptions {
  /** Named in errors. */
  readonly fileName?: string
  /** False leaves the geometry column unread. */
  readonly geometry?: boolean
}

/**
 * Reads a GeoParquet file with WKB geometry into typed columns and packed geometry. The bytes may
 * be let go afterwards: nothing points into them.
 *
 * @param columns names of the columns to read beside the geometry; all when left out
 * @throws Error naming the file, what was expected and what was found, for a file that is not
 *   Parquet, lacks a column, or holds a geometry that cannot be read
 */
export async function readGeoParquet(
  bytes: ArrayBuffer | RangedFile,
  columns?: readonly string[],
  options: ReadGeoParquetOptions = {},
): Promise<GeoTable> {
  const fileName = options.fileName ?? 'GeoParquet file'
  const file: ParquetFile =
    bytes instanceof ArrayBuffer ? { byteLength: bytes.byteLength, slice: (start: number, end?: number) => bytes.slice(start, end) } : bytes
  const metadata = await readMetadata(file, fileName)
  const rowCount = Number(metadata.num_rows)
  const present = metadata.schema
    .slice(1)
    .filter((element) => element.num_children === undefined)
    .map((element) => element.name)
  const geometryColumn = options.geometry === false ? null : primaryGeometryColumn(metadata, present)
  const wanted = columns ?? present.filter((name) => name !== primaryGeometryColumn(metadata, present))
  const missing = wanted.filter((name) => !present.includes(name))
  if (missing.length > 0) {
    throw new Error(`${fileName}: expected the columns ${missing.join(', ')}, found only ${present.join(', ')}`)
  }

  const chunks = new Map<string, ColumnData[]>()
  const read = geometryColumn === null ? [...wanted] : [...wanted, geometryColumn]
  if (rowCount > 0 && read.length > 0) {
    try {
      await parquetRead({
        file,
        metadata,
        columns: read,
        compressors: COMPRESSORS,
        utf8: false,
        parsers: { geometryFromBytes: (raw: Uint8Array) => raw },
        onChunk: (chunk) => {
          const known = chunks.get(chunk.columnName)
          if (known === undefined) chunks.set(chunk.columnName, [chunk])
          else known.push(chunk)
        },
      })
    } catch (error) {
      throw new Error(`${fileName}: expected readable Parquet pages, but ${(error as Error).message}`, { cause: error })
    }
  }
  const values = (name: string) => gatherColumn(chunks.get(name) ?? [], rowCount, `${fileName}: column ${name}`)
  return {
    rowCount,
    columns: Object.fromEntries(wanted.map((name) => [name, compactColumn(values(name))])),
    geometry: geometryColumn === null ? null : decodeGeometry(values(geometryColumn), fileName),
  }
}

type ParquetFile = { readonly byteLength: number; readonly slice: (start: number, end?: number) => ArrayBuffer | Promise<ArrayBuffer> }

/** The footer of our files is of some thousand bytes; a longer one takes a second look. */
const FOOTER_BYTES = 16_384

async function readMetadata(file: ParquetFile, fileName: string): Promise<FileMetaData> {
  try {
    return await parquetMetadataAsync(file, { initialFetchSize: FOOTER_BYTES })
  } catch (error) {
    throw new Error(`${fileName}: expected a Parquet file, but ${(error as Error).message} (${file.byteLength} bytes)`, { cause: error })
  }
}

/** The primary column of the `geo` metadata, or a column called `geometry`. */
function primaryGeometryColumn(metadata: FileMetaData, present: readonly string[]): string | null {
  const text = metadata.key_value_metadata?.find((entry) => entry.key === 'geo')?.value
  let primary: unknown
  try {
    primary = text === undefined ? undefined : (JSON.parse(text) as { primary_column?: unknown } | null)?.primary_column
  } catch {
    primary = undefined
  }
  if (typeof primary === 'string' && present.includes(primary)) return primary
  return present.includes('geometry') ? 'geometry' : null
}

/** Puts a column's chunks in row order; `null` where the value is unknown. */
function gatherColumn(chunks: readonly ColumnData[], rowCount: number, where: string): unknown[] {
  const values: unknown[] = new Array(rowCount).fill(null)
  let count = 0
  for (const chunk of chunks) {
    const end = Math.min(chunk.rowEnd, rowCount)
    for (let row = chunk.rowStart; row < end; row += 1) {
      const value: unknown = chunk.columnData[row - chunk.rowStart]
      values[row] = typeof value === 'bigint' ? Number(value) : (value ?? null)
    }
    count += Math.max(0, end - chunk.rowStart)
  }
  if (count !== rowCount) throw new Error(`${where}: expected ${rowCount} values, found ${count}`)
  return values
}

/** Numbers without gaps become typed arrays; bytes of text that no type marks become text. */
function compactColumn(values: readonly unknown[]): ColumnValues {
  if (values.length === 0 || typeof values[0] === 'object') return values
  let integers = true
  for (const value of values) {
    if (typeof value !== 'number') return values
    if (integers && (value | 0) !== value) integers = false
  }
  return integers ? Int32Array.from(values as number[]) : Float64Array.from(values as number[])
}

function decodeGeometry(values: readonly unknown[], fileName: string) {
  const wrong = values.findIndex((value) => value !== null && !(value instanceof Uint8Array))
  if (wrong >= 0) {
    throw new Error(`${fileName}: expected well-known binary geometry, row ${wrong} holds a ${typeof values[wrong]}`)
  }
  try {
    return decodeWkb(values as readonly (Uint8Array | null)[])
  } catch (error) {
    throw new Error(`${fileName}: ${(error as Error).message}`, { cause: error })
  }
}
