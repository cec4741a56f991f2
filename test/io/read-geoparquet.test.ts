import { readFileSync } from 'node:fs'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { describe, expect, test } from 'vitest'
import { readGeoParquet } from '../../src/io/read-geoparquet.ts'
import type { Feature } from '../../src/pipeline/dataset.ts'
import { encodeGeoParquet } from '../../src/pipeline/formats/geoparquet.ts'

const SQUARE = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
  [0, 0],
] as const
const HOLE = [
  [2, 2],
  [2, 4],
  [4, 4],
  [4, 2],
  [2, 2],
] as const

const GREEN: readonly Feature[] = [
  {
    properties: { id: 'b', class: 'park', name: null, area_m2: 96 },
    geometry: { type: 'MultiPolygon', coordinates: [[SQUARE, HOLE]] },
  },
  {
    properties: { id: 'a', class: 'wood', name: 'Šnelli tiigi äär', area_m2: 200.5 },
    geometry: { type: 'MultiPolygon', coordinates: [[SQUARE], [HOLE]] },
  },
]

describe('a data set that the pipeline wrote', () => {
  const file = bufferOf(encodeGeoParquet('green', GREEN, 3301))

  test('comes back with typed columns and packed rings', async () => {
    const table = await readGeoParquet(file)
    expect(table.rowCount).toBe(2)
    expect(table.columns).toEqual({
      id: ['a', 'b'],
      class: ['wood', 'park'],
      name: ['Šnelli tiigi äär', null],
      area_m2: Float64Array.of(200.5, 96),
    })
    expect(table.geometry?.type).toBe('polygons')
    expect(Array.from(table.geometry?.ringStarts ?? [])).toEqual([0, 5, 10, 15, 20])
    expect(Array.from(table.geometry?.featureStarts ?? [])).toEqual([0, 2, 4])
    expect(Array.from(table.geometry?.positions.slice(10, 20) ?? [])).toEqual(HOLE.flat())
  })

  test('reads only the columns asked for', async () => {
    const table = await readGeoParquet(file, ['class'])
    expect(Object.keys(table.columns)).toEqual(['class'])
    expect(table.geometry).not.toBeNull()
    expect((await readGeoParquet(file, [], { geometry: false })).geometry).toBeNull()
  })

  test('names the file and the column that it lacks', async () => {
    await expect(readGeoParquet(file, ['colour'], { fileName: 'green.parquet' })).rejects.toThrow(
      /^green\.parquet: expected the columns colour, found only id, class, name, area_m2, geometry$/,
    )
  })

  test.each([0, 1, 11, 100])('says so when cut off after %i bytes', async (length) => {
    await expect(readGeoParquet(file.slice(0, length), undefined, { fileName: 'cut.parquet' })).rejects.toThrow(
      /^cut\.parquet: expected a Parquet file/,
    )
  })

  test('says so when the middle is overwritten', async () => {
    const broken = new Uint8Array(file.slice(0))
    broken.fill(0xff, 4, 60)
    await expect(readGeoParquet(broken.buffer, undefined, { fileName: 'broken.parquet' })).rejects.toThrow(/^broken\.parquet: /)
  })

  test('says so when a web page stands in its place', async () => {
    const page = new TextEncoder().encode('<!doctype html><html><body>Not found</body></html>')
    await expect(readGeoParquet(bufferOf(page), undefined, { fileName: 'page.parquet' })).rejects.toThrow(
      /^page\.parquet: expected a Parquet file/,
    )
  })
})

test('rows in several row groups keep their order', async () => {
  const count = 2500
  const file = parquetWriteBuffer({
    columnData: [
      { name: 'number', data: Array.from({ length: count }, (_, row) => row), type: 'INT32' },
      { name: 'gap', data: Array.from({ length: count }, (_, row) => (row % 3 === 0 ? null : row / 2)), type: 'DOUBLE' },
      { name: 'big', data: Array.from({ length: count }, (_, row) => BigInt(row)), type: 'INT64' },
    ],
    rowGroupSize: 1000,
  })
  const { columns, geometry } = await readGeoParquet(file)
  expect(geometry).toBeNull()
  expect(columns['number']).toEqual(Int32Array.from({ length: count }, (_, row) => row))
  expect(columns['big']).toEqual(columns['number'])
  expect((columns['gap'] as unknown[]).slice(0, 4)).toEqual([null, 0.5, 1, null])
})

test('a column of text in place of geometry is refused', async () => {
  const file = parquetWriteBuffer({ columnData: [{ name: 'geometry', data: ['POINT(1 2)'], type: 'STRING' }] })
  await expect(readGeoParquet(file)).rejects.toThrow(/expected well-known binary geometry, row 0 holds a string/)
})

test('every building of a city, in the city plane', async () => {
  const file = bufferOf(readFileSync('data/tallinn/buildings.parquet'))
  const { rowCount, columns, geometry } = await readGeoParquet(file, ['id', 'height_m'])
  expect(rowCount).toBe(53211)
  expect(columns['height_m']).toBeInstanceOf(Float64Array)
  expect(geometry?.featureStarts.length).toBe(rowCount + 1)
  const positions = geometry?.positions ?? new Float64Array()
  let outside = 0
  for (let index = 0; index < positions.length; index += 2) {
    const [east, north] = [positions[index] as number, positions[index + 1] as number]
    if (!(east > 520_000 && east < 560_000 && north > 6_570_000 && north < 6_610_000)) outside += 1
  }
  expect(positions.length).toBeGreaterThan(53211 * 8)
  expect(outside).toBe(0)
})

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer
}
