import { readFileSync } from 'node:fs'
import { parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'

export type Row = Readonly<Record<string, unknown>> & {
  readonly geometry: { readonly type: string; readonly coordinates: unknown }
}

/** Rows of a GeoParquet file, geometry decoded from WKB. */
export async function readRows(bytes: Uint8Array): Promise<readonly Row[]> {
  return (await parquetReadObjects({ file: toBuffer(bytes), compressors })) as unknown as Row[]
}

/** Rows of a file of the committed data. */
export async function readData(city: string, name: string): Promise<readonly Row[]> {
  return readRows(readFileSync(`data/${city}/${name}.parquet`))
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
