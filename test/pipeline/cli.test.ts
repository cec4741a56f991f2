import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createNodeEffects } from '../../src/pipeline/effects-node.ts'
import { makeTemporaryFolder, MINI_CITY } from './mini-city.ts'
import { NODE } from './node-binary.ts'

function run(...options: string[]) {
  return runCommand('src/pipeline/cli.ts', ...options)
}

function runCommand(file: string, ...options: string[]) {
  const { status, stdout, stderr } = spawnSync(NODE, [file, ...options], { encoding: 'utf8' })
  return { status, stdout, stderr: stderr.replace(/^.*(?:ExperimentalWarning|--trace-warnings).*\n/gm, '') }
}

describe('npm run data', () => {
  test('stops on a truncated file: one sentence, no trace, exit code 1, earlier data untouched', () => {
    const sources = makeTemporaryFolder()
    const out = makeTemporaryFolder()
    cpSync(MINI_CITY, sources, { recursive: true })
    truncateSync(join(sources, 'tallinn/osm-city-2021/building_poly.geojson'), 5_000)
    writeFileSync(join(out, 'earlier.txt'), 'earlier')
    const { status, stderr } = run('--sources', sources, '--out', out, '--city', 'tallinn')
    expect(status).toBe(1)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stderr).toMatch(/building_poly\.geojson is truncated or no GeoJSON.*Nothing was written\./)
    expect(stderr).not.toMatch(/\s+at /)
    expect(readdirSync(out)).toEqual(['earlier.txt'])
  })

  test('stops on a folder that does not exist', () => {
    const { status, stderr } = run('--sources', join(makeTemporaryFolder(), 'nowhere'), '--out', makeTemporaryFolder())
    expect(status).toBe(1)
    expect(stderr).toMatch(/is missing; the sources folder must hold this file\./)
  })

  test.each([
    [[], /--sources is missing/],
    [['--sources', 'x', '--city', 'atlantis'], /No city has the id "atlantis"/],
    [['--surces', 'x'], /Unknown option '--surces'/],
  ])('with %j says what is wrong and how it is used', (options, message) => {
    const { status, stderr } = run(...options)
    expect(status).toBe(2)
    expect(stderr).toMatch(message)
    expect(stderr).toMatch(/Usage: npm run data -- --sources <folder>/)
  })
})

describe.each([
  ['npm run data', 'src/pipeline/cli.ts'],
  ['npm run tiles', 'src/pipeline/tiles/cli.ts'],
  ['npm run check', 'src/pipeline/tiles/check-cli.ts'],
])('%s', (command, file) => {
  test.each([
    [['--nope'], /^Unknown option '--nope'/],
    [['--city', 'atlantis'], /^No city has the id "atlantis"; known are /],
    [['stray'], /^Unexpected argument 'stray'/],
  ])('reports %j in a sentence, without a trace', (options, message) => {
    const { status, stdout, stderr } = runCommand(file, ...options)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(message)
    expect(stderr).toContain(`Usage: ${command}`)
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  test('says how it is used', () => {
    const { status, stdout } = runCommand(file, '--help')
    expect([status, stdout.startsWith(`Usage: ${command} `)]).toEqual([0, true])
  })
})

describe('the disk', () => {
  const effects = createNodeEffects(() => undefined)

  test('a folder is replaced whole: files of the earlier one are gone', async () => {
    const path = join(makeTemporaryFolder(), 'city')
    await effects.replaceFolder(
      path,
      new Map([
        ['a.txt', new Uint8Array([1])],
        ['b.txt', new Uint8Array([2])],
      ]),
    )
    await effects.replaceFolder(path, new Map([['a.txt', new Uint8Array([3])]]))
    expect(readdirSync(path)).toEqual(['a.txt'])
    expect([...readFileSync(join(path, 'a.txt'))]).toEqual([3])
    expect(await effects.listFolder(join(path, '..'))).toEqual(['city'])
  })

  test('a failure while writing leaves the earlier folder', async () => {
    const path = join(makeTemporaryFolder(), 'city')
    await effects.replaceFolder(path, new Map([['a.txt', new Uint8Array([1])]]))
    // A file cannot be a folder too: the second write fails.
    const files = new Map([
      ['x', new Uint8Array([2])],
      ['x/y', new Uint8Array([3])],
    ])
    await expect(effects.replaceFolder(path, files)).rejects.toThrow(/ENOTDIR|EEXIST/)
    expect([...readFileSync(join(path, 'a.txt'))]).toEqual([1])
  })

  test('a truncated GeoPackage is not taken for a whole one', async () => {
    const { DatabaseSync } = await import('node:sqlite')
    const path = join(makeTemporaryFolder(), 'grid.gpkg')
    const database = new DatabaseSync(path)
    database.exec('create table cells (inhabitants integer); insert into cells values (7), (12)')
    database.close()
    expect(await effects.querySqlite(path, 'select inhabitants from cells')).toEqual([{ inhabitants: 7 }, { inhabitants: 12 }])
    truncateSync(path, 4_500)
    await expect(effects.querySqlite(path, 'select inhabitants from cells')).rejects.toThrow(
      /is truncated: 4500 bytes where its header announces 8192\./,
    )
    writeFileSync(path, 'no database')
    await expect(effects.querySqlite(path, 'select 1')).rejects.toThrow(/is no SQLite database/)
  })
})
