import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { extractBorders } from '../../src/basemap/borders.ts'
import { selectFeatures } from '../../src/basemap/vector-set.ts'
import { readGeoParquet } from '../../src/io/read-geoparquet.ts'

test('two squares side by side share one edge, which is drawn once', () => {
  const borders = extractBorders({
    type: 'polygons',
    positions: Float64Array.of(0, 0, 1, 0, 1, 1, 0, 1, 0, 0, 1, 0, 2, 0, 2, 1, 1, 1, 1, 0),
    ringStarts: Uint32Array.of(0, 5, 10),
    featureStarts: Uint32Array.of(0, 1, 2),
  })
  expect(Array.from(borders.positions)).toEqual([1, 0, 1, 1])
  expect(Array.from(borders.ringStarts)).toEqual([0, 2])
})

test('a district alone has no border with anyone', () => {
  const borders = extractBorders({
    type: 'polygons',
    positions: Float64Array.of(0, 0, 1, 0, 1, 1, 0, 0),
    ringStarts: Uint32Array.of(0, 4),
    featureStarts: Uint32Array.of(0, 1),
  })
  expect(borders.positions).toHaveLength(0)
  expect(Array.from(borders.featureStarts)).toEqual([0])
})

test.each(['helsinki', 'tallinn'])('the fine districts of %s meet along tens of kilometres of border', async (city) => {
  const file = Uint8Array.from(readFileSync(`data/${city}/districts.parquet`)).buffer
  const { columns, geometry } = await readGeoParquet(file, ['level'])
  if (geometry === null) throw new Error('no geometry')
  const { positions, ringStarts } = extractBorders(selectFeatures(geometry, (row) => (columns['level'] as string[])[row] === 'fine'))
  let metres = 0
  for (let part = 0; part < ringStarts.length - 1; part += 1) {
    for (let point = (ringStarts[part] as number) + 1; point < (ringStarts[part + 1] as number); point += 1) {
      metres += Math.hypot(
        (positions[point * 2] as number) - (positions[point * 2 - 2] as number),
        (positions[point * 2 + 1] as number) - (positions[point * 2 - 1] as number),
      )
    }
  }
  // 60 and 84 districts on 214 and 159 km² of land; Helsinki's reach far out to sea.
  expect(metres).toBeGreaterThan(100_000)
  expect(metres).toBeLessThan(900_000)
})
