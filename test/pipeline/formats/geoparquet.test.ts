import { parquetMetadata } from 'hyparquet'
import { expect, test } from 'vitest'
import { readGeoParquet } from '../../../src/io/read-geoparquet.ts'
import type { Feature } from '../../../src/pipeline/dataset.ts'
import { encodeGeoParquet } from '../../../src/pipeline/formats/geoparquet.ts'

test('more rows than one group holds are written group by group, and read back in order', async () => {
  const count = 200_001
  const name = (index: number) => `p${String(index).padStart(6, '0')}`
  const places = Array.from({ length: count }, (_, index): Feature => ({
    properties: {
      id: name(index),
      name: 'Põld',
      name_en: index % 2 === 0 ? null : 'Field',
      name_fi: null,
      name_sv: null,
      name_et: null,
      class: 'landmark',
    },
    geometry: { type: 'Point', coordinates: [index, index / 4] },
  }))
  const bytes = encodeGeoParquet('places', places.toReversed(), 3301)
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
  expect(parquetMetadata(buffer).row_groups.map(({ num_rows: rows }) => Number(rows))).toEqual([100_000, 100_000, 1])
  const { rowCount, columns, geometry } = await readGeoParquet(buffer, ['id', 'name_en'])
  expect(rowCount).toBe(count)
  for (const index of [0, 99_999, 100_000, 200_000]) {
    expect([columns['id']?.[index], columns['name_en']?.[index] ?? null]).toEqual([name(index), index % 2 === 0 ? null : 'Field'])
    expect([geometry?.positions[index * 2], geometry?.positions[index * 2 + 1]]).toEqual([index, index / 4])
  }
})
