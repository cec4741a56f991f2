import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parquetMetadata, parquetSchema } from 'hyparquet'
import { describe, expect, test } from 'vitest'
import { CITIES } from '../src/cities/index.ts'
import { DATASETS, type DatasetName, type Manifest } from '../src/schema/datasets.ts'
import { findForeignPackages, findTraces } from './house/find-traces.ts'
import { listFiles, listOwnFiles, readText, ROOT } from './house/list-files.ts'

const MOST_DATA_BYTES = 25e6
const own = listOwnFiles()

function readManifest(cityId: string): Manifest | null {
  const path = `data/${cityId}/manifest.json`
  return existsSync(join(ROOT, path)) ? (JSON.parse(readText(path)) as Manifest) : null
}

describe('the repository stands by itself', () => {
  test('no file speaks of how it was made', () => {
    const texts = own.filter((path) => !/\.(parquet|woff2?|png|jpe?g|webp|glb)$|^package-lock\.json$/.test(path))
    expect(texts.length).toBeGreaterThan(50)
    expect(texts.flatMap((path) => findTraces(readText(path)).map((trace) => `${path}, ${trace}`))).toEqual([])
  })

  test('packages come from the public registry', () => {
    expect(findForeignPackages(JSON.parse(readText('package-lock.json')))).toEqual([])
  })

  test('the licence is there, and package.json says the same', () => {
    expect(readText('LICENSE')).toMatch(/^MIT License/)
    expect(JSON.parse(readText('package.json'))).toMatchObject({ license: 'MIT' })
  })

  test('built tiles are not committed', () => {
    const tilesets = own.filter((path) => path.startsWith('tilesets/'))
    expect(tilesets.filter((path) => path.split('/').length > 2)).toEqual([])
    expect(tilesets).toContain('tilesets/README.md')
  })

  test('every link of the README leads to a file', () => {
    const links = [...readText('README.md').matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)|src="(?!https?:)([^"]+)"/g)].map(
      (match) => match[1] ?? match[2] ?? '',
    )
    expect(links.length).toBeGreaterThan(0)
    expect(links.filter((link) => !own.some((path) => path === link || path.startsWith(link.replace(/\/?$/, '/'))))).toEqual([])
  })
})

describe('the data', () => {
  test('are small enough to be committed', () => {
    const bytes = listFiles('data').reduce((sum, path) => sum + statSync(join(ROOT, path)).size, 0)
    expect(bytes).toBeGreaterThan(1e6)
    expect(bytes).toBeLessThan(MOST_DATA_BYTES)
  })

  describe.each(CITIES.map(({ id, epsg }) => ({ id, epsg })))('of $id', ({ id, epsg }) => {
    const manifest = readManifest(id)
    const entries = Object.entries(manifest?.files ?? {})

    test("are in the city's own coordinates", () => {
      expect(manifest?.city).toBe(id)
      expect(manifest?.crs).toBe(`EPSG:${epsg}`)
      expect(entries.filter(([, { crs }]) => crs !== `EPSG:${epsg}`)).toEqual([])
    })

    test('are all in the manifest, and nothing else is', () => {
      const parquet = entries.map(([name]) => `data/${id}/${name}.parquet`)
      expect(listFiles(`data/${id}`)).toEqual([...parquet, `data/${id}/issues.csv`, `data/${id}/manifest.json`].sort())
      expect(entries.map(([name]) => name)).toEqual(expect.arrayContaining(['buildings', 'districts', 'land', 'streets']))
    })

    test.each(entries)('%s is what the manifest says', (name, entry) => {
      const bytes = readFileSync(join(ROOT, `data/${id}/${name}.parquet`))
      expect(bytes.length).toBe(entry.bytes)
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(entry.sha256)
      const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer
      const metadata = parquetMetadata(buffer)
      expect(Number(metadata.num_rows)).toBe(entry.rows)
      const columns = parquetSchema(metadata).children.map((child) => child.element.name)
      expect(columns).toEqual(expect.arrayContaining(Object.keys(DATASETS[name as DatasetName].columns)))
    })

    test.each(entries)('%s says from where it comes', (_, { sources, provenance }) => {
      expect(sources.length).toBeGreaterThan(0)
      for (const source of sources) {
        for (const text of [source.title, source.publisher, source.licence, source.year]) expect(text).not.toBe('')
        // Only what is free of every condition may go without a credit.
        if (!source.licence.startsWith('CC0')) expect(source.credit).not.toBe('')
      }
      expect(provenance.source).not.toBe('')
    })
  })
})

describe('the checks notice', () => {
  test.each([
    ['a path of a machine', `read('${['', 'work', 'main', 'x'].join('/')}')`],
    ['a home folder', `see ${['', 'home', 'me', 'notes.md'].join('/')}`],
    ['a temporary file', `lock ${['', 'tmp', 'x.lock'].join('/')}`],
    ['raw sources', `from ../${['shared', 'sources'].join('/')}/a`],
    ['a ticket', ['as iss', 'ue 12 asks'].join('')],
    ['a writer', ['written by an assist', 'ant'].join('')],
    ['a sitting', ['left for a later sess', 'ion'].join('')],
  ])('%s', (_, text) => {
    expect(findTraces(`first line\n${text}`)).toEqual([expect.stringMatching(/^line 2: /)])
  })

  test.each([
    ['store.updateSession((session) => session)'],
    ['export interface Session {'],
    ['an issue line for one feature'],
    ['What a session knows and nobody set'],
    ['const url = `${base}/tmp-tiles`'],
    ['the workers do the work/rest'],
    ['issues: 12'],
  ])('and let pass: %s', (text) => {
    expect(findTraces(text)).toEqual([])
  })

  test('a package from elsewhere', () => {
    const lock = {
      packages: {
        '': {},
        'a': { resolved: 'https://registry.npmjs.org/a.tgz' },
        'b': { resolved: 'https://mirror.example/b.tgz' },
        'c': {},
      },
    }
    expect(findForeignPackages(lock)).toEqual(['b'])
  })
})
