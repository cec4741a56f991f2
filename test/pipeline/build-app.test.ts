import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cityById } from '../../src/cities/index.ts'
import { buildApp } from '../../src/pipeline/build-app.ts'
import { findChanges, readFileList, type FileList } from '../../src/pipeline/files/file-list.ts'
import { buildTileset } from '../../src/pipeline/tiles/build-tileset.ts'
import { makeTemporaryFolder } from './mini-city.ts'
import { NODE } from './node-binary.ts'
import { writeSyntheticCity } from './tiles/city-fixture.ts'

const CITY = 'tallinn'
const folder = makeTemporaryFolder()
const whole = join(folder, 'whole')
const root = join(folder, 'project')
const dist = join(root, 'dist')
let lines: string[] = []

/** A project of one page, one script, one small city, built once. */
beforeAll(async () => {
  mkdirSync(join(whole, 'src'), { recursive: true })
  writeFileSync(join(whole, 'index.html'), '<!doctype html><script type="module" src="/src/main.js"></script>')
  writeFileSync(join(whole, 'src/main.js'), 'document.title = "as committed"')
  writeFileSync(join(whole, 'package.json'), '{}')
  writeSyntheticCity(join(whole, 'data', CITY), 300)
  writeFileSync(join(whole, 'data/catalogue.json'), '{}')
  await buildTileset({ city: cityById(CITY), dataFolder: join(whole, 'data', CITY), outputFolder: join(whole, 'tilesets', CITY) })
  await buildApp({ root: whole, log: () => undefined, cityIds: [CITY] })
})
beforeEach(() => {
  rmSync(root, { recursive: true, force: true })
  cpSync(whole, root, { recursive: true })
  lines = []
})

function build(force = false): Promise<boolean> {
  return buildApp({ root, log: (line) => lines.push(line), cityIds: [CITY], force })
}

function readScript(): string {
  return readdirSync(join(dist, 'assets'))
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(dist, 'assets', name), 'utf8'))
    .join()
}

async function expectWhole(): Promise<void> {
  expect(await findChanges(dist, (await readFileList(dist)) as FileList)).toEqual([])
  for (const path of [`data/${CITY}/buildings.parquet`, `tilesets/${CITY}/content/root.glb`, 'data/catalogue.json']) {
    expect(readFileSync(join(dist, path)).equals(readFileSync(join(whole, path))), path).toBe(true)
  }
  expect(readFileSync(join(dist, 'index.html'), 'utf8')).toContain('<script')
  expect(readdirSync(root).filter((name) => name.startsWith('dist'))).toEqual(['dist'])
}

describe('dist', () => {
  test('is built once, with data, tiles, packed forms and a list of all', async () => {
    expect(await build()).toBe(false)
    await expectWhole()
    expect(existsSync(join(dist, `tilesets/${CITY}/content/root.glb.gz`))).toBe(true)
  })

  test.each<[string, () => void]>([
    ['a build that was killed before it copied tiles', () => rmSync(join(dist, 'tilesets'), { recursive: true })],
    ['a tile that was cut short', () => truncateSync(join(dist, `tilesets/${CITY}/content/root.glb`), 5000)],
    ['a packed tile that was cut short', () => truncateSync(join(dist, `tilesets/${CITY}/content/root.glb.gz`), 500)],
    ['a table that was cut short', () => truncateSync(join(dist, `data/${CITY}/buildings.parquet`), 5000)],
    ['a bit that fell over', () => flipBit(join(dist, `data/${CITY}/buildings.parquet`))],
    ['a script that is gone', () => rmSync(join(dist, 'assets'), { recursive: true })],
    ['a file that nobody put there', () => writeFileSync(join(dist, 'data/stray.parquet'), 'x')],
    ['a list that is damaged', () => truncateSync(join(dist, 'files.json'), 100)],
    ['no list at all', () => rmSync(join(dist, 'files.json'))],
    ['no dist at all', () => rmSync(dist, { recursive: true })],
  ])('is built anew after %s', async (_, harm) => {
    harm()
    expect(await build()).toBe(true)
    await expectWhole()
  })

  test('with an edit in it is not served once the edit is undone', async () => {
    writeFileSync(join(root, 'src/main.js'), 'document.title = "an experiment"')
    await build(true)
    expect(readScript()).toContain('an experiment')
    writeFileSync(join(root, 'src/main.js'), 'document.title = "as committed"')
    expect(await build()).toBe(true)
    expect(readScript()).not.toContain('an experiment')
  })

  test('stays as it was when a build fails', async () => {
    writeFileSync(join(root, 'src/main.js'), 'import "./missing.js"')
    await expect(build()).rejects.toThrow(/missing\.js/)
    await expectWhole()
  })

  test('stays whole where a build is killed, and the next one clears what it left', async () => {
    const script = join(root, 'build.ts')
    writeFileSync(
      script,
      `
      import { buildApp } from ${JSON.stringify(join(import.meta.dirname, '../../src/pipeline/build-app.ts'))}
      await buildApp({ root: ${JSON.stringify(root)}, log: () => undefined, cityIds: ['${CITY}'], force: true })`,
    )
    writeFileSync(join(root, 'src/main.js'), 'document.title = "half built"')
    const child = spawn(NODE, [script], { stdio: 'ignore' })
    const ended = new Promise((resolve) => child.on('exit', (_, signal) => resolve(signal)))
    await expect
      .poll(() => readdirSync(root).some((name) => name.startsWith('dist.unfinished-')), { timeout: 50_000, interval: 2 })
      .toBe(true)
    child.kill('SIGKILL')
    expect(await ended).toBe('SIGKILL')
    expect(readScript()).toContain('as committed')
    writeFileSync(join(root, 'src/main.js'), 'document.title = "as committed"')
    expect(await build()).toBe(false)
    expect(readdirSync(root).filter((name) => name.startsWith('dist'))).toEqual(['dist'])
    await expectWhole()
  })

  test('never holds what a killed run left in data, tilesets or beside it', async () => {
    for (const name of [
      `data/${CITY}.new`,
      `data/${CITY}.old`,
      `data/${CITY}.unfinished-1-ab`,
      `tilesets/${CITY}.unfinished`,
      `tilesets/${CITY}.old-1-ab`,
      'dist.unfinished-1-ab',
      'data/elsewhere',
    ]) {
      mkdirSync(join(root, name))
      writeFileSync(join(root, name, 'x.parquet'), 'half')
    }
    rmSync(dist, { recursive: true })
    expect(await build()).toBe(true)
    expect(readdirSync(join(dist, 'data')).filter((name) => !/\.(br|gz)$/.test(name))).toEqual(['catalogue.json', CITY])
    expect(readdirSync(join(dist, 'tilesets'))).toEqual([CITY])
    // A folder that is no city's and no leftover may be somebody's: it is not served, and stays.
    expect(readdirSync(join(root, 'data')).sort()).toEqual(['catalogue.json', 'elsewhere', CITY])
    await expectWhole()
  })

  test('comes back where a killed build had moved it aside', async () => {
    renameSync(dist, join(root, 'dist.old-1-ab'))
    mkdirSync(join(root, 'dist.unfinished-1-ab'))
    expect(await build()).toBe(false)
    await expectWhole()
  })
})

describe('data and tiles', () => {
  test('come back without the sources where a killed run had moved them aside', async () => {
    renameSync(join(root, 'data', CITY), join(root, 'data', `${CITY}.old`))
    renameSync(join(root, 'tilesets', CITY), join(root, 'tilesets', `${CITY}.old-1-ab`))
    rmSync(dist, { recursive: true })
    expect(await build()).toBe(true)
    await expectWhole()
  })

  test.each<[string, RegExp, () => void]>([
    [
      'a flipped table',
      /data\/tallinn\/buildings\.parquet does not have the SHA-256 that is stated/,
      () => flipBit(join(root, `data/${CITY}/buildings.parquet`)),
    ],
    [
      'a table cut short',
      /data\/tallinn\/building_parts\.parquet has 300 bytes where \d+ are stated/,
      () => truncateSync(join(root, `data/${CITY}/building_parts.parquet`), 300),
    ],
    ['a table that is gone', /data\/tallinn\/buildings\.parquet is missing/, () => rmSync(join(root, `data/${CITY}/buildings.parquet`))],
    [
      'a table that the manifest has not',
      /data\/tallinn\/more\.parquet is not in the manifest/,
      () => writeFileSync(join(root, `data/${CITY}/more.parquet`), 'x'),
    ],
    ['no manifest', /data\/tallinn\/manifest\.json is missing/, () => rmSync(join(root, `data/${CITY}/manifest.json`))],
    [
      'a manifest cut short',
      /data\/tallinn\/manifest\.json is no manifest/,
      () => truncateSync(join(root, `data/${CITY}/manifest.json`), 20),
    ],
    [
      'a tile cut short',
      /tilesets\/tallinn\/content\/root\.glb has 5000 bytes where \d+ are stated: run "npm run tiles"/,
      () => truncateSync(join(root, `tilesets/${CITY}/content/root.glb`), 5000),
    ],
    [
      'a flipped tile',
      /tilesets\/tallinn\/content\/root\.glb does not have the SHA-256.*run "npm run tiles"/,
      () => flipBit(join(root, `tilesets/${CITY}/content/root.glb`)),
    ],
    ['no tiles', /The tileset of tallinn is missing: run "npm run tiles"/, () => rmSync(join(root, 'tilesets'), { recursive: true })],
  ])('are not published with %s: the error names the file', async (_, message, harm) => {
    harm()
    await expect(build()).rejects.toThrow(message)
    await expectWhole()
  })
})

function flipBit(path: string): void {
  const bytes = readFileSync(path)
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] as number) ^ 4
  writeFileSync(path, bytes)
}
