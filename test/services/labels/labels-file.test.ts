import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CITIES } from '../../../src/cities/index.ts'
import { LANGUAGES } from '../../../src/cities/city.ts'
import { openCityTables } from '../../../src/services/city-tables.ts'
import { createDataService } from '../../../src/services/create-data-service.ts'
import { readLabels, writeLabels } from '../../../src/services/labels/labels-file.ts'
import { makeLabels } from '../../../src/services/labels/make-labels.ts'

const FILES = {
  dataUrl: 'data/',
  fetchBytes: async (path: string) => {
    const bytes = readFileSync(path)
    return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
  },
}
const bytesOf = (text: string) => new TextEncoder().encode(text).buffer

test.each(CITIES.map(({ id }) => id))(
  'the labels of %s come back as they were written, in every language, within a centimetre',
  async (cityId) => {
    const source = openCityTables(cityId, FILES)
    for (const language of LANGUAGES) {
      const made = await makeLabels(source, language)
      const read = readLabels(bytesOf(writeLabels(made)), 'labels')
      expect({ ...read, positionsDegrees: null }).toEqual({ ...made, positionsDegrees: null })
      const off = read.positionsDegrees.map((degrees, at) => Math.abs(degrees - (made.positionsDegrees[at] ?? NaN)))
      expect(Math.max(...off)).toBeLessThan(1e-7)
      expect(read.texts.length).toBeGreaterThan(100)
    }
  },
)

test('are read beside the tiles, and made from the data where they cannot be', async () => {
  const asked: string[] = []
  const open = (isThere: boolean) =>
    createDataService({
      ...FILES,
      fetchBytes: async (path) => {
        asked.push(path)
        if (!path.endsWith('.json') || path.endsWith('manifest.json')) return FILES.fetchBytes(path)
        if (!isThere) throw new Error('404')
        return bytesOf('[["Linn", 0, 24.75, 59.43, 100]]')
      },
    })
  expect((await open(true).labels('tallinn', 'et')).texts).toEqual(['Linn'])
  expect(asked).toEqual(['data/../tilesets/tallinn/labels-et.json'])
  expect((await open(false).labels('tallinn', 'et')).texts).toContain('Kesklinn')
})

test.each([
  ['{}', 'labels: expected a list'],
  ['[["A", 0, 1, 2, 3], ["B", 9, 1, 2, 3]]', 'labels, row 2: expected text, class, longitude, latitude and priority'],
  ['[["A", 0, null, 2, 3]]', 'labels, row 1'],
])('%s is refused', (text, message) => {
  expect(() => readLabels(bytesOf(text), 'labels')).toThrow(message)
})
