import { brotliCompressSync } from 'node:zlib'
import { readFileSync } from 'node:fs'
import { assert, integer, nat, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadCityMap } from '../../../src/basemap/city-map.ts'
import { generaliseForZoom } from '../../../src/basemap/generalise.ts'
import { joinStreets } from '../../../src/basemap/labels/named-streets.ts'
import { worldPixels } from '../../../src/basemap/mercator.ts'
import { createMapPainter } from '../../../src/basemap/painter.ts'
import { decodeOverview } from '../../../src/basemap/overview/decode-overview.ts'
import { encodeOverview } from '../../../src/basemap/overview/encode-overview.ts'
import { makeSets, type MapSets } from '../../../src/basemap/overview/map-sets.ts'
import { OVERVIEW_STEPS, OVERVIEW_ZOOM } from '../../../src/basemap/overview/overview-format.ts'
import type { VectorSet } from '../../../src/basemap/vector-set.ts'
import { CITIES } from '../../../src/cities/index.ts'
import { readGeoParquet } from '../../../src/io/read-geoparquet.ts'
import { CITY, readSmallCity } from '../small-city.ts'
import { createRecorder, type Call } from '../recorder.ts'

const listSets = (sets: MapSets): VectorSet[] => {
  const all: VectorSet[] = []
  makeSets((_place, from) => void all.push(from(sets)))
  return all
}
/** Half a step in each direction, and what two roundings of a float may add. */
const MOST_OFF = 0.5001 / OVERVIEW_STEPS

describe.each(CITIES.map((city) => [city.id, city] as const))('the overview of %s', (cityId, city) => {
  const read = async () =>
    loadCityMap(city, async (_id, dataset, columns) => {
      const bytes = readFileSync(`data/${cityId}/${dataset}.parquet`)
      return readGeoParquet(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength), columns, { fileName: dataset })
    })

  test('holds what the data draw at its zoom, within a sixteenth of a pixel, and the same names, in less than half of the bytes', async () => {
    const map = await read()
    const bytes = encodeOverview(map)
    const overview = decodeOverview(bytes, city, 'overview.map')
    const [own, theirs] = [listSets(map), listSets(overview)]
    expect(theirs).toHaveLength(own.length)
    for (const [index, set] of own.entries()) {
      const drawn = generaliseForZoom(set, OVERVIEW_ZOOM)
      const decoded = theirs[index]
      expect(decoded?.isClosed).toBe(set.isClosed)
      expect(decoded?.ringStarts).toEqual(drawn.ringStarts)
      expect(decoded?.positions.every((value, at) => Math.abs(value - (drawn.positions[at] ?? NaN)) <= MOST_OFF)).toBe(true)
    }
    expect(1 / OVERVIEW_STEPS / 2).toBeCloseTo(1 / worldPixels(OVERVIEW_ZOOM) / 16, 15)
    const names = (sets: typeof map) => [...new Set(joinStreets(sets.streetNames).names)].sort()
    expect(names(overview)).toEqual(names(map))
    const files = ['extent', 'land', 'coverage', 'green', 'water', 'streets', 'rail', 'districts'].map(
      (dataset) => readFileSync(`data/${cityId}/${dataset}.parquet`).length,
    )
    expect(brotliCompressSync(bytes).length).toBeLessThan(files.reduce((sum, size) => sum + size) * 0.5)
    expect(encodeOverview(map)).toEqual(bytes)
  }, 60_000)
})

test('bytes that are no overview are refused with the place, whatever is wrong with them', async () => {
  const whole = encodeOverview(await loadCityMap(CITY, readSmallCity))
  const decode = (bytes: Uint8Array) => decodeOverview(bytes, CITY, 'overview.map')
  expect(() => decode(new TextEncoder().encode('<!doctype html>'))).toThrow('overview.map, byte 1: expected the mark KMAP')
  expect(() => decode(Uint8Array.of(...whole.subarray(0, 4), 9))).toThrow('overview.map, byte 5: expected version 1, found 9')
  for (let length = 0; length < whole.length; length++) expect(() => decode(whole.subarray(0, length))).toThrow(/overview\.map, byte \d+/)
  expect(() => decode(Uint8Array.of(...whole, 0))).toThrow('expected its end')
  assert(
    property(nat(whole.length - 1), integer({ min: 0, max: 255 }), (at, value) => {
      const changed = whole.slice()
      changed[at] = value
      try {
        return listSets(decode(changed)).length === listSets(decode(whole)).length
      } catch (error) {
        return error instanceof Error
      }
    }),
    { seed: 7, numRuns: 500 },
  )
})

test('tiles are painted from the overview, closer ones from the data, and all from the data where there is no overview', async () => {
  const overview = encodeOverview(await loadCityMap(CITY, readSmallCity))
  const paintAt = async (level: number, bytes: Uint8Array | null) => {
    const { context, calls } = createRecorder()
    let reads = 0
    const painter = createMapPainter({
      readTable: (...parameters) => {
        reads += 1
        return readSmallCity(...parameters)
      },
      readOverview: async () => {
        if (bytes === null) throw new Error('overview.map: the server answered 404')
        return { bytes, fileName: 'overview.map' }
      },
      createCanvas: () => ({ getContext: () => context, transferToImageBitmap: () => calls.splice(0) }) as unknown as OffscreenCanvas,
      loadFonts: async () => {},
      yieldToMessages: async () => {},
    })
    const [x, y] = [0, 1].map((axis) => Math.floor((listSets(decodeOverview(overview, CITY, ''))[0]?.positions[axis] ?? 0) * 2 ** level))
    const { bitmap } = await painter.paintTile({ cityId: CITIES[0].id, x: x ?? 0, y: y ?? 0, level, sizePixels: 512, theme: 'light' })
    return { reads, calls: (bitmap as unknown as readonly Call[]).map(([name]) => name) }
  }
  expect((await paintAt(16, overview)).reads).toBe(0)
  expect((await paintAt(17, overview)).reads).toBeGreaterThan(0)
  expect((await paintAt(16, null)).reads).toBeGreaterThan(0)
  expect((await paintAt(15, overview)).calls).toEqual((await paintAt(15, null)).calls)
})
