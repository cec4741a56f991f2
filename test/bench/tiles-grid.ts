import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { parquetWriteFile } from 'hyparquet-writer'
import { DATASETS, type ColumnType } from '../../src/schema/datasets.ts'
import { DECOMPRESSORS } from '../../src/pipeline/formats/zstandard.ts'

type Row = Readonly<Record<string, unknown>>

/** Distance between the copies of a city: more than either city is wide or long. */
const EAST_STEP_METRES = 20_000
const NORTH_STEP_METRES = 30_000

/** Rows of a data set with the geometry as WKB. */
async function readRows(path: string): Promise<Row[]> {
  const file = await asyncBufferFromFile(path)
  return await parquetReadObjects({
    file,
    compressors: DECOMPRESSORS,
    geoparquet: false,
    utf8: false,
    parsers: { geometryFromBytes: (bytes) => bytes },
  })
}

/** Writes `copies` of a city's buildings, laid out in a square grid, into another data folder. */
export async function writeGrid(from: string, to: string, copies: number): Promise<void> {
  for (const name of ['buildings', 'building_parts'] as const) {
    const path = join(from, `${name}.parquet`)
    if (!existsSync(path)) continue
    const rows = await readRows(path)
    const side = Math.ceil(Math.sqrt(copies))
    const columns: Readonly<Record<string, ColumnType>> = DATASETS[name].columns
    const repeat = (valueOf: (row: Row, copy: number) => unknown): unknown[] =>
      Array.from({ length: rows.length * copies }, (_, index) => {
        const copy = Math.floor(index / rows.length)
        return valueOf(rows[index % rows.length] as Row, copy)
      })
    parquetWriteFile({
      filename: join(to, `${name}.parquet`),
      rowGroupSize: 50_000,
      columnData: [
        ...Object.entries(columns).map(([column, type]) => ({
          name: column,
          data: repeat((row, copy) =>
            column === 'id' || column === 'building_id' ? `${copy}-${String(row[column])}` : (row[column] ?? null),
          ),
          type: type.startsWith('string')
            ? ('STRING' as const)
            : type.startsWith('double')
              ? ('DOUBLE' as const)
              : type.startsWith('int')
                ? ('INT32' as const)
                : ('BOOLEAN' as const),
        })),
        {
          name: 'geometry',
          type: 'BYTE_ARRAY' as const,
          nullable: false,
          data: repeat((row, copy) =>
            moveWkb(row['geometry'] as Uint8Array, (copy % side) * EAST_STEP_METRES, Math.floor(copy / side) * NORTH_STEP_METRES),
          ),
        },
      ],
    })
  }
}

/** A copy of a little-endian WKB MultiPolygon, moved. */
function moveWkb(wkb: Uint8Array, east: number, north: number): Uint8Array {
  const moved = wkb.slice()
  const view = new DataView(moved.buffer)
  let offset = 9
  for (let polygon = view.getUint32(5, true); polygon > 0; polygon--) {
    const rings = view.getUint32(offset + 5, true)
    offset += 9
    for (let ring = 0; ring < rings; ring++) {
      const points = view.getUint32(offset, true)
      offset += 4
      for (let point = 0; point < points; point++, offset += 16) {
        view.setFloat64(offset, view.getFloat64(offset, true) + east, true)
        view.setFloat64(offset + 8, view.getFloat64(offset + 8, true) + north, true)
      }
    }
  }
  return moved
}
