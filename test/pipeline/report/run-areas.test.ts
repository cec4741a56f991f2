import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type ReportEffects } from '../../../src/pipeline/report/effects.ts'
import { runReport } from '../../../src/pipeline/report/run-report.ts'

import { SENATE_SQUARE, disk, service, folder, run, runCommand, readCsv } from './run-in-process.ts'

describe('areas of a file', () => {
  const write = (name: string, value: unknown) => {
    const path = join(folder, name)
    writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value))
    return path
  }
  const feature = (name: string | null, ring: unknown) => ({
    type: 'Feature',
    properties: { name },
    geometry: { type: 'Polygon', coordinates: [ring] },
  })

  test('each feature is a row, in whichever city it lies', async () => {
    const old = [
      [24.741, 59.435],
      [24.749, 59.435],
      [24.749, 59.441],
      [24.741, 59.441],
      [24.741, 59.435],
    ] as const
    const path = write('two.geojson', { type: 'FeatureCollection', features: [feature('Senaatintori', SENATE_SQUARE), feature(null, old)] })
    const { code, printed } = await run(['--area', path, '--measure', 'fsi,population'])
    const alone = await service.measure({ kind: 'area', cityId: 'tallinn', name: 'x', polygonsDegrees: [[old]] })
    expect(code).toBe(0)
    expect(readCsv(printed)).toMatchObject([
      { city: 'helsinki', id: 'area-1', name: 'Senaatintori' },
      { city: 'tallinn', id: 'area-2', name: 'area 2', fsi: String(alone.values.fsi[0]), population: String(alone.values.population[0]) },
    ])
  })

  test.each([
    ['truncated.geojson', '{"type":"FeatureCollection","features":[', /truncated\.geojson: expected GeoJSON, but it is no JSON/],
    ['point.geojson', { type: 'Point', coordinates: [24.9, 60.2] }, /found "Point"\.$/],
    [
      'far.geojson',
      feature('Riga', [
        [24, 56.9],
        [24.1, 56.9],
        [24.1, 57],
        [24, 56.9],
      ]),
      /expected an area within Helsinki .* found a point at 24, 56\.9\.$/,
    ],
    [
      'speck.geojson',
      feature('speck', [
        [24.95, 60.17],
        [24.950001, 60.17],
        [24.950001, 60.170001],
        [24.95, 60.17],
      ]),
      /speck\.geojson: expected an area of a square metre or more\.$/,
    ],
  ])('%s is refused in one sentence', async (name, value, expected) => {
    const { code, told, printed, written } = await run(['--area', write(name, value), '--out', join(folder, `${name}.csv`)])
    expect({ code, printed, written }).toEqual({ code: 2, printed: '', written: [] })
    expect(told).toEqual([expect.stringMatching(expected), 'Nothing was written; --help lists the options.'])
  })

  test('a file that is not there, a folder, other bytes', async () => {
    mkdirSync(join(folder, 'sub.geojson'))
    writeFileSync(join(folder, 'latin.geojson'), Uint8Array.of(0x7b, 0xe4, 0x7d))
    expect((await run(['--area', join(folder, 'none.geojson')])).told[0]).toMatch(
      /none\.geojson: expected a GeoJSON file, but it does not exist\.$/,
    )
    expect((await run(['--area', join(folder, 'sub.geojson')])).told[0]).toMatch(/but it is a folder\.$/)
    expect((await run(['--area', join(folder, 'latin.geojson')])).told[0]).toMatch(/expected GeoJSON in UTF-8, found other bytes\.$/)
  })
})

describe('what cannot be answered', () => {
  test.each([
    [
      ['--compare', 'helsinki:Kalio,tallinn:Kadriorg'],
      /^--compare: no district of Helsinki at the level fine has the id or name "Kalio"; the nearest are Kallio, /,
    ],
    [
      ['--match', 'tallinn:Kesklinn'],
      /^--match: "Kesklinn" is a district of Tallinn at the level coarse, not fine: expected --level coarse with it\.$/,
    ],
    [
      ['--measure', 'fsi', '--out', join(folder, 'nowhere', 'x.csv')],
      /^--out .*: expected a file in a folder that exists, but .*nowhere does not\.$/,
    ],
    [['--out', folder, '--format', 'csv'], /^--out .*: expected a file, but it is a folder\.$/],
  ])('%j', async (argv, expected) => {
    const { code, told, printed, written } = await run(argv)
    expect({ code, printed, written }).toEqual({ code: 2, printed: '', written: [] })
    expect(told).toEqual([expect.stringMatching(expected), 'Nothing was written; --help lists the options.'])
  })

  test('bad arguments of a real process: each a sentence on standard error, exit code 2, no file', () => {
    const before = readdirSync(folder)
    const { status, stdout, stderr } = runCommand(
      `npm run --silent report -- --city atlantis --measure fsy --out ${join(folder, 'bad.csv')}`,
    )
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr.trim().split('\n')).toEqual([
      '--city: expected helsinki or tallinn, found "atlantis".',
      '--measure: "fsy" is no measure; the nearest are fsi, gsi, osr.',
      'Nothing was written; --help lists the options.',
    ])
    expect(readdirSync(folder)).toEqual(before)
  })

  test('data that were changed are reported, in words and in the sidecar', async () => {
    const told: string[] = []
    const written = new Map<string, string>()
    const effects: ReportEffects = {
      ...disk,
      readBytes: async (path) => {
        const bytes = await disk.readBytes(path)
        // Another file would not be read at all: the manifest's hash is changed instead.
        return path.endsWith('tallinn/manifest.json')
          ? new TextEncoder().encode(new TextDecoder().decode(bytes).replace(/("green": \{[^}]*?"sha256": ")\w/s, '$1x'))
          : bytes
      },
      warn: (line) => {
        told.push(line)
      },
      print: () => undefined,
      writeFile: (path, bytes) => {
        written.set(path, new TextDecoder().decode(bytes))
        return Promise.resolve()
      },
    }
    const code = await runReport(
      ['--city', 'tallinn', '--level', 'coarse', '--measure', 'population', '--sidecar', join(folder, 's.json')],
      { root: process.cwd(), dataFolder: 'data', appVersion: '1' },
      effects,
    )
    expect(code).toBe(0)
    expect(told).toEqual(['data/tallinn/green.parquet is not the file that its manifest describes.'])
    const { datasets } = JSON.parse(written.get(join(folder, 's.json')) ?? '') as {
      datasets: { dataset: string; is_as_in_manifest: boolean }[]
    }
    expect(datasets.filter((each) => !each.is_as_in_manifest).map(({ dataset }) => dataset)).toEqual(['green'])
  })

  test('the sidecar on standard error carries seed and commit', async () => {
    const { told } = await run([
      '--moran',
      'fsi',
      '--city',
      'tallinn',
      '--level',
      'coarse',
      '--seed',
      '5',
      '--permutations',
      '9',
      '--format',
      'json',
      '--sidecar',
      '-',
    ])
    expect(JSON.parse(told[0] ?? '')).toMatchObject({
      seed: 5,
      commit: 'c0ffee',
      created: '2026-03-04',
      app_version: '9.9.9',
      parameters: { kind: 'moran' },
    })
  })
})
