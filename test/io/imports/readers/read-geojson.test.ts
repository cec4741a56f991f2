import { expect, test } from 'vitest'
import { createImportBudget } from '../../../../src/io/imports/budget.ts'
import { createFeatureCollector } from '../../../../src/io/imports/collect-features.ts'
import { createIssueLog } from '../../../../src/io/imports/issue-log.ts'
import { IMPORT_LIMITS } from '../../../../src/io/imports/limits.ts'
import { readGeoJson } from '../../../../src/io/imports/readers/read-geojson.ts'
import { skipValue } from '../../../../src/io/imports/readers/scan-json.ts'
import { seededRandom } from '../../../seeded-random.ts'

const random = seededRandom(7)
const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value
/** Texts that look like the marks that a scanner goes by. */
const TEXTS = ['', '"', '\\', '\\"', ']}', '[{', 'ä–𝄞', '\n', '{"a":[1]}', '\\\\', '"]'] as const

function anyValue(depth: number): unknown {
  const kind = Math.floor(random() * (depth > 0 ? 6 : 4))
  if (kind === 0) return pick(TEXTS)
  if (kind === 1) return Math.round(random() * 1e6) / 1e3 - 400
  if (kind === 2) return pick([true, false, null])
  if (kind === 3) return pick(TEXTS) + pick(TEXTS)
  const values = Array.from({ length: Math.floor(random() * 4) }, () => anyValue(depth - 1))
  return kind === 4 ? values : Object.fromEntries(values.map((value, index) => [`${pick(TEXTS)}${index}`, value]))
}

test('the scanner ends a value where JSON.stringify ended it', () => {
  for (let round = 0; round < 500; round++) {
    const text = JSON.stringify(anyValue(5), null, pick([0, 1]))
    const bytes = new TextEncoder().encode(`${text},"next"`)
    expect(skipValue(bytes, 0, 64)).toBe(new TextEncoder().encode(text).length)
  }
})

test('features read in batches have the attributes that JSON.parse gives', () => {
  const features = Array.from({ length: 3000 }, (_, index) => ({
    type: 'Feature',
    properties: { index, text: `${pick(TEXTS)}${'x'.repeat(Math.floor(random() * 400))}`, nested: anyValue(3) },
    geometry: { type: 'Point', coordinates: [24.9 + random() / 10, 60.1 + random() / 10] },
  }))
  // More than one batch, and with members before and after the list.
  const text = JSON.stringify({ name: '"features":[', type: 'FeatureCollection', features, bbox: [1, 2, 3, 4] }, null, 1)
  const log = createIssueLog()
  const collector = createFeatureCollector(log)
  const shares: number[] = []
  readGeoJson(new TextEncoder().encode(text), collector, {
    log,
    limits: IMPORT_LIMITS,
    budget: createImportBudget(IMPORT_LIMITS, text.length),
    onProgress: (share) => shares.push(share),
  })
  const { stores, attributes, read } = collector.finish()
  expect(text.length).toBeGreaterThan(500_000)
  expect(shares.length).toBeGreaterThan(1)
  expect(read).toBe(3000)
  expect(Array.from(stores.points.positions.view())).toEqual(features.flatMap(({ geometry }) => geometry.coordinates))
  const decoder = new TextDecoder()
  const rows = features.map(
    (_, row) => JSON.parse(decoder.decode(attributes.bytes.subarray(attributes.starts[row], attributes.starts[row + 1]))) as unknown,
  )
  expect(rows).toEqual(JSON.parse(JSON.stringify(features.map(({ properties }) => properties))))
})
