import { readFileSync } from 'node:fs'
import { parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import { DECOMPRESSORS } from '../../src/pipeline/formats/zstandard.ts'

export type Row = Readonly<Record<string, unknown>> & {
  readonly geometry: { readonly type: string; readonly coordinates: unknown }
}

/** Rows of a GeoParquet file, geometry decoded from WKB. */
export async function readRows(bytes: Uint8Array): Promise<readonly Row[]> {
  return (await parquetReadObjects({ file: toBuffer(bytes), compressors: DECOMPRESSORS })) as unknown as Row[]
}

const read = new Map<string, Promise<readonly Row[]>>()

/** Rows of a file of the committed data, read once. */
export function readData(city: string, name: string): Promise<readonly Row[]> {
  const path = `data/${city}/${name}.parquet`
  const rows = read.get(path) ?? readRows(readFileSync(path))
  read.set(path, rows)
  return rows
}

/** The `geo` key of the file's metadata. */
export async function readGeo(bytes: Uint8Array): Promise<Record<string, unknown>> {
  const { key_value_metadata: pairs } = await parquetMetadataAsync(toBuffer(bytes))
  const value = pairs?.find((pair) => pair.key === 'geo')?.value
  return JSON.parse(value ?? 'null') as Record<string, unknown>
}

function toBuffer(bytes: Uint8Array): ArrayBuffer {
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
}
