import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parquetWriteFile } from 'hyparquet-writer'
import { DATASETS, type ColumnType } from '../../src/schema/datasets.ts'

/** Polygons of rings of east, north pairs; rings closed. */
export type FixturePolygons = readonly (readonly (readonly (readonly [number, number])[])[])[]

export interface FixtureRow {
  readonly polygons: FixturePolygons
  readonly properties: Readonly<Record<string, string | number | boolean | null>>
}

/** Writes one data set as the pipeline does: WKB in `geometry` beside the schema's columns. */
export function writeFixtureDataset(
  folder: string, name: 'buildings' | 'building_parts', rows: readonly FixtureRow[], rowGroupSize = 50_000,
): void {
  mkdirSync(folder, { recursive: true })
  const columns: Readonly<Record<string, ColumnType>> = DATASETS[name].columns
  parquetWriteFile({
    filename: join(folder, `${name}.parquet`),
    rowGroupSize,
    columnData: [
      ...Object.entries(columns).map(([column, type]) => ({
        name: column,
        data: rows.map((row) => row.properties[column] ?? null),
        type: basicType(type),
        nullable: true,
      })),
      { name: 'geometry', data: rows.map((row) => encodeMultiPolygon(row.polygons)), type: 'BYTE_ARRAY', nullable: false },
    ],
  })
}

function basicType(type: ColumnType): 'STRING' | 'DOUBLE' | 'INT32' | 'BOOLEAN' {
  if (type.startsWith('string')) return 'STRING'
  if (type.startsWith('double')) return 'DOUBLE'
  return type.startsWith('int32') ? 'INT32' : 'BOOLEAN'
}

/** Little-endian WKB MultiPolygon. */
export function encodeMultiPolygon(polygons: FixturePolygons): Uint8Array {
  const points = polygons.flat(2).length
  const rings = polygons.flat(1).length
  const bytes = new Uint8Array(9 + polygons.length * 9 + rings * 4 + points * 16)
  const view = new DataView(bytes.buffer)
  let offset = 0
  const putHeader = (type: number, count: number): void => {
    view.setUint8(offset, 1)
    view.setUint32(offset + 1, type, true)
    view.setUint32(offset + 5, count, true)
    offset += 9
  }
  putHeader(6, polygons.length)
  for (const polygon of polygons) {
    putHeader(3, polygon.length)
    for (const ring of polygon) {
      view.setUint32(offset, ring.length, true)
      offset += 4
      for (const [x, y] of ring) {
        view.setFloat64(offset, x, true)
        view.setFloat64(offset + 8, y, true)
        offset += 16
      }
    }
  }
  return bytes
}
