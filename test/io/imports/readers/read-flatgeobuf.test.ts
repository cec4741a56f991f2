import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'flatgeobuf/lib/mjs/geojson.js'
import { expect, test } from 'vitest'
import { openFlatMessage } from '../../../../src/io/imports/readers/flatbuffer.ts'
import { readFlatGeobufFeature } from '../../../../src/io/imports/readers/flatgeobuf-feature.ts'
import { readFlatGeobufFrame } from '../../../../src/io/imports/readers/flatgeobuf-frame.ts'
import { createImportService } from '../../../../src/io/imports/import-service.ts'
import { ROOT } from '../../../house/list-files.ts'
import { find, patched } from '../make-binary.ts'

const GOOD = new Uint8Array(readFileSync(join(ROOT, 'test/fixtures/imports/good.fgb')))
const [A, B, C, D] = [
  [24.94, 60.16],
  [24.96, 60.16],
  [24.96, 60.18],
  [24.945, 60.165],
] as const
const RING = [A, B, C, A] as const
const HOLE = [D, [24.95, 60.165], [24.95, 60.17], D] as const

/** All features of a file, by our reader. */
function readAll(bytes: Uint8Array): unknown[] {
  const frame = readFlatGeobufFrame(bytes, () => {})
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const features: unknown[] = []
  for (let at = frame.featuresStart; at < bytes.length; at += 4 + view.getUint32(at, true)) {
    features.push(
      readFlatGeobufFeature(
        openFlatMessage(new DataView(bytes.buffer, bytes.byteOffset + at + 4, view.getUint32(at, true)), () => {}),
        frame,
      ),
    )
  }
  return features
}

const feature = (type: string, coordinates: unknown, properties: object = {}) => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
})

test.each([
  ['points', [feature('Point', A), feature('Point', B)]],
  ['points of several', [feature('MultiPoint', [A, B, C])]],
  ['lines', [feature('LineString', [A, B, C])]],
  [
    'lines of several parts',
    [
      feature('MultiLineString', [
        [A, B],
        [B, C, A],
      ]),
    ],
  ],
  ['polygons with a hole', [feature('Polygon', [RING, HOLE]), feature('Polygon', [RING])]],
  ['polygons of several', [feature('MultiPolygon', [[RING, HOLE], [RING]])]],
  ['mixed geometries', [feature('Point', A), feature('Polygon', [RING]), feature('LineString', [A, B])]],
  [
    'attributes of each type',
    [feature('Point', A, { text: 'Säätytalo 𝄞', whole: -5, part: 2.5, yes: true, no: false, nested: { a: [1, 'b'] } })],
  ],
] as const)('%s that the format’s own library wrote are read as that library reads them', (_, features) => {
  const bytes = serialize({ type: 'FeatureCollection', features: features as never })
  const theirs = deserialize(bytes) as unknown as { features: unknown[] }
  expect(readAll(bytes)).toEqual(JSON.parse(JSON.stringify('features' in theirs ? theirs.features : theirs)))
  expect(readAll(bytes)).toEqual(JSON.parse(JSON.stringify(features)))
})

const open = (bytes: Uint8Array) =>
  createImportService().open(new Blob([new Uint8Array(bytes)]), { id: 'own', name: 'a.fgb', credit: null, colour: '#8e5bb5' })
const keysOf = async (bytes: Uint8Array): Promise<string[]> => {
  const outcome = await open(bytes)
  return outcome.kind === 'layer'
    ? outcome.layer.issues.map(({ messageKey }) => messageKey)
    : outcome.kind === 'failed'
      ? outcome.issues.map(({ messageKey }) => messageKey)
      : []
}

test('a header that announces four thousand million columns is damaged, and is not counted through', async () => {
  // The vector of columns: two of them, before their two offsets.
  const at = find(GOOD, [2, 0, 0, 0, 0x28, 0, 0, 0])
  expect(await keysOf(patched(GOOD, at, 0xff, 0xff, 0xff, 0xff))).toEqual(['imports.issue.fgbHeader'])
})

test('an index by a node size, but of no features, is none: a reader that sizes its tree never ends', async () => {
  const header = GOOD.slice()
  const view = new DataView(header.buffer)
  const table = 12 + view.getUint32(12, true)
  const fields = table - view.getInt32(table, true)
  // Neither is told, so each has its default: 0 features, and 16 to a node.
  for (const field of [8, 9]) view.setUint16(fields + 4 + field * 2, 0, true)
  expect((await open(header)).kind).toBe('layer')
})

test('a feature whose points are more than its bytes is left out', async () => {
  // The vector of x and y of the first point: two numbers.
  const at = find(GOOD, [2, 0, 0, 0, 0, 0, 0, 0, 0x72, 0x87])
  expect(await keysOf(patched(GOOD, at, 0xff, 0xff, 0xff, 0x1f))).toEqual(['imports.issue.fgbFeature'])
})

test('parts that lead to each other, and so double with every step, end with the bytes', () => {
  // A message whose vector is read again and again: four times over and no more.
  const bytes = new Uint8Array(64)
  const view = new DataView(bytes.buffer)
  // An offset to a table at 8, whose list of fields stands at 4 and is empty.
  view.setUint32(0, 8, true)
  view.setUint16(4, 4, true)
  view.setInt32(8, 8 - 4, true)
  let steps = 0
  const message = openFlatMessage(view, (spent) => {
    steps += spent
  })
  expect(() => {
    for (let times = 0; times < 1000; times++) message.tableAt(0)
  }).toThrow(RangeError)
  expect(steps).toBeLessThanOrEqual(64 * 4 + 4)
})
