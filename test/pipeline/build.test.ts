import { cpSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildData } from '../../src/pipeline/build.ts'
import { SourceError } from '../../src/pipeline/effects.ts'
import type { Manifest } from '../../src/schema/datasets.ts'
import { createQuietEffects, makeTemporaryFolder, MINI_CITY, miniCity } from './mini-city.ts'
import { readGeo, readRows } from './read-parquet.ts'

const GOLDEN = '../golden/mini-city'
const loadCity = async () => miniCity

async function build(sources: string, out: string) {
  const { effects, lines } = createQuietEffects()
  await buildData(effects, { sources, out, cityIds: ['tallinn'], loadCity })
  return lines
}

function readFolder(path: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(path)
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(path, name)))
          .digest('hex'),
      ]),
  )
}

describe('the mini-city through the whole pipeline', () => {
  let out = ''
  let lines: readonly string[] = []
  beforeAll(async () => {
    out = makeTemporaryFolder()
    lines = await build(MINI_CITY, out)
  })

  test.each(['buildings', 'building_parts', 'roof_sun', 'districts'])('%s are as expected', async (name) => {
    const rows = await readRows(readFileSync(join(out, 'tallinn', `${name}.parquet`)))
    const text = rows.map((row) => JSON.stringify(row)).join('\n')
    await expect(`${text}\n`).toMatchFileSnapshot(`${GOLDEN}/${name}.jsonl`)
  })

  test('every fault is an issue line', async () => {
    await expect(readFileSync(join(out, 'tallinn/issues.csv'), 'utf8')).toMatchFileSnapshot(`${GOLDEN}/issues.csv`)
  })

  test('the manifest counts faults and says where the data come from', async () => {
    const manifest = readManifest(out)
    for (const file of Object.values(manifest.files)) {
      // Sizes and hashes hang on the compressor's version; they are checked against the files below.
      Object.assign(file as object, { sha256: '', bytes: 0 })
    }
    await expect(`${JSON.stringify(manifest, null, 2)}\n`).toMatchFileSnapshot(`${GOLDEN}/manifest.json`)
  })

  test('the manifest has the hash and size of the files', () => {
    for (const [name, file] of Object.entries(readManifest(out).files)) {
      const bytes = readFileSync(join(out, 'tallinn', `${name}.parquet`))
      expect(file.bytes).toBe(bytes.length)
      expect(file.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    }
  })

  test("files are GeoParquet 1.1 in the city's own CRS", async () => {
    const geo = await readGeo(readFileSync(join(out, 'tallinn/buildings.parquet')))
    expect(geo).toMatchObject({
      version: '1.1.0',
      primary_column: 'geometry',
      columns: { geometry: { encoding: 'WKB', geometry_types: ['MultiPolygon'], crs: { id: { authority: 'EPSG', code: 3301 } } } },
    })
    const box = (geo['columns'] as { geometry: { bbox: number[] } }).geometry.bbox
    expect(box[0]).toBeCloseTo(543_020, 1)
    expect(box[1]).toBeCloseTo(6_588_020, 1)
  })

  test('figures of quality and issues are printed on the terminal', () => {
    expect(lines.join('\n')).toMatch(/height_estimate_median_absolute_error_m: \d/)
    expect(lines.join('\n')).toMatch(/building_poly\.geojson, feature 11: the ring crosses itself; mended\./)
  })

  test('a second run gives identical bytes', async () => {
    const again = makeTemporaryFolder()
    await build(MINI_CITY, again)
    expect(readFolder(join(again, 'tallinn'))).toEqual(readFolder(join(out, 'tallinn')))
  })

  test('the order of the source changes nothing but the labels of issues', async () => {
    const sources = makeTemporaryFolder()
    cpSync(MINI_CITY, sources, { recursive: true })
    const path = join(sources, 'tallinn/osm-city-2021/building_poly.geojson')
    const collection = JSON.parse(readFileSync(path, 'utf8')) as { features: unknown[] }
    writeFileSync(path, JSON.stringify({ ...collection, features: collection.features.reverse() }))
    const reversed = makeTemporaryFolder()
    await build(sources, reversed)
    const { 'issues.csv': _ours, ...files } = readFolder(join(out, 'tallinn'))
    const { 'issues.csv': _theirs, ...others } = readFolder(join(reversed, 'tallinn'))
    expect(others).toEqual(files)
  })
})

describe('a broken sources folder', () => {
  const FILE = 'tallinn/osm-city-2021/poi_point.geojson'

  async function breakAndBuild(spoil: (path: string) => void) {
    const sources = makeTemporaryFolder()
    const out = makeTemporaryFolder()
    await build(MINI_CITY, out)
    const earlier = readFolder(join(out, 'tallinn'))
    cpSync(MINI_CITY, sources, { recursive: true })
    spoil(join(sources, FILE))
    const error = await build(sources, out).then(
      () => null,
      (reason: unknown) => reason,
    )
    expect(readFolder(join(out, 'tallinn'))).toEqual(earlier)
    expect(readdirSync(out)).toEqual(['tallinn'])
    return error
  }

  test('a missing file stops the run with one sentence and leaves the earlier data', async () => {
    const error = await breakAndBuild((path) => rmSync(path))
    expect(error).toBeInstanceOf(SourceError)
    expect((error as SourceError).message).toMatch(/poi_point\.geojson is missing; the sources folder must hold this file\.$/)
  })

  test('a truncated file stops the run with one sentence and leaves the earlier data', async () => {
    const error = await breakAndBuild((path) => truncateSync(path, 200))
    expect(error).toBeInstanceOf(SourceError)
    expect((error as SourceError).message).toMatch(/poi_point\.geojson is truncated or no GeoJSON/)
  })

  test('an empty file stops the run too', async () => {
    expect(await breakAndBuild((path) => truncateSync(path, 0))).toBeInstanceOf(SourceError)
  })
})

function readManifest(out: string): Manifest {
  return JSON.parse(readFileSync(join(out, 'tallinn/manifest.json'), 'utf8')) as Manifest
}
