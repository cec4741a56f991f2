import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { MEASURE_IDS } from '../../../src/analytics/measures/types.ts'
import { CITY_IDS } from '../../../src/cities/index.ts'
import type { AnalysisService, MeasureTable, ZoneRow } from '../../../src/services/analysis/analysis-service.ts'
import { writeReportCommand } from '../../../src/report/write-command.ts'
import type { ReportQuestion, ReportRequest } from '../../../src/report/request.ts'
import type { Manifest } from '../../../src/schema/datasets.ts'
import { readGeo, readRows } from '../read-parquet.ts'

import { NODE, SENATE_SQUARE, service, folder, run, runCommand, readCsv, expectValues } from './run-in-process.ts'

describe('every measure of both cities, as a process of its own', () => {
  let rows: ReturnType<typeof readCsv>
  let table: MeasureTable
  const path = join(folder, 'all.csv')

  beforeAll(async () => {
    table = await service.measure({ kind: 'districts', level: 'fine', cityIds: CITY_IDS })
    const { status, stdout, stderr } = runCommand(`npm run --silent report -- --out ${path}`)
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' })
    rows = readCsv(readFileSync(path, 'utf8'))
  })

  test('are the numbers of the app to the last digit', () => {
    expect(rows).toHaveLength(144)
    expectValues(rows, table, MEASURE_IDS)
  })

  test('a district that is not covered has empty fields, with its coverage beside them', () => {
    const vuosaari = rows.find(({ name }) => name === 'Vuosaari')
    expect(vuosaari).toMatchObject({ coverage_share: '0', fsi: '', fsi_estimated_share: '', buildings: '' })
    expect(Number(vuosaari?.['population'])).toBeGreaterThan(30_000)
  })

  test('the sidecar names every file with its hash, licence and CRS, and how to make and cite it', () => {
    const sidecar = JSON.parse(readFileSync(`${path}.provenance.json`, 'utf8')) as {
      datasets: { city: 'helsinki'; dataset: 'buildings'; sha256: string; is_as_in_manifest: boolean; sources: { licence: string }[] }[]
      [key: string]: unknown
    }
    expect(sidecar).toMatchObject({
      command: `npm run --silent report -- --city helsinki,tallinn --level fine --measure ${MEASURE_IDS.join(',')} --format csv --out ${path}`,
      seed: null,
      method_version: expect.stringMatching(/^\d+$/),
      crs: { measured_in: { helsinki: 'EPSG:3879', tallinn: 'EPSG:3301' } },
      report: { rows: 144, sha256: createHash('sha256').update(readFileSync(path)).digest('hex') },
      citation: expect.stringMatching(/© OpenStreetMap contributors \(ODbL 1\.0\)/),
    })
    for (const { city, dataset, sha256, is_as_in_manifest: isSame, sources } of sidecar.datasets) {
      const manifest = JSON.parse(readFileSync(`data/${city}/manifest.json`, 'utf8')) as Manifest
      expect(sha256).toBe(manifest.files[dataset]?.sha256)
      expect(isSame).toBe(true)
      expect(sources.every(({ licence }) => licence !== '')).toBe(true)
    }
    const named = sidecar.datasets.map(({ city, dataset }) => `${city}/${dataset}`)
    for (const name of ['buildings', 'districts', 'population_grid', 'transit_stops', 'green']) {
      expect(named).toEqual(expect.arrayContaining([`helsinki/${name}`, `tallinn/${name}`]))
    }
  })

  test('head may close the pipe', () => {
    const { status, stderr, stdout } = spawnSync('sh', ['-c', `${NODE} src/pipeline/report/cli.ts --measure fsi | head -n 1`], {
      encoding: 'utf8',
    })
    expect({ status, stderr, stdout }).toEqual({
      status: 0,
      stderr: '',
      stdout: 'city,id,name,parent_id,coverage_share,fsi,fsi_estimated_share\n',
    })
  })
})

describe('copied as a command and run', () => {
  const questions: readonly (readonly [string, ReportQuestion, ReportRequest['heat']])[] = [
    [
      'districts',
      {
        kind: 'measures',
        scores: 'none',
        measureIds: ['fsi', 'population'],
        zones: { kind: 'districts', level: 'coarse', cityIds: ['tallinn'] },
      },
      {},
    ],
    [
      'other assumptions of heat',
      {
        kind: 'measures',
        scores: 'none',
        measureIds: ['heat-demand'],
        zones: { kind: 'districts', level: 'coarse', cityIds: ['tallinn'] },
      },
      { 'RKT1': 100, 'year-when-unknown': 1950 },
    ],
    [
      'hexagons',
      {
        kind: 'measures',
        scores: 'none',
        measureIds: ['gsi', 'population'],
        zones: { kind: 'hexagons', areaSquareMetres: 1e6, cityIds: ['helsinki', 'tallinn'] },
      },
      {},
    ],
    [
      'a drawn area',
      {
        kind: 'measures',
        scores: 'none',
        measureIds: MEASURE_IDS,
        zones: { kind: 'area', cityId: 'helsinki', name: "it's mine, €", polygonsDegrees: [[SENATE_SQUARE]] },
      },
      {},
    ],
  ]

  test.each(questions)('%s: the numbers of the service', async (_, question, heat) => {
    if (question.kind !== 'measures' || question.zones.kind === 'area-file') throw new Error('Expected zones')
    const { status, stdout } = runCommand(writeReportCommand({ question, heat, output: { format: 'json', path: null, sidecarPath: null } }))
    expect(status).toBe(0)
    const { rows } = JSON.parse(stdout) as { rows: Record<string, unknown>[] }
    expectValues(rows, await service.measure(question.zones, heat), question.measureIds)
    if (question.zones.kind === 'area') expect(rows[0]?.['name']).toBe("it's mine, €")
  })

  test('matches: the districts and distances of the service', async () => {
    const question = {
      kind: 'match',
      level: 'fine',
      district: { cityId: 'helsinki', idOrName: 'kaupunginosa-11' },
      weights: { 'fsi': 1, 'population-density': 2 },
      limit: 4,
    } as const
    const { status, stdout } = runCommand(
      writeReportCommand({ question, heat: {}, output: { format: 'json', path: null, sidecarPath: null } }),
    )
    const { rows } = JSON.parse(stdout) as { rows: Record<string, unknown>[] }
    const expected = await service.match({
      cityId: 'helsinki',
      zoneId: 'kaupunginosa-11',
      level: 'fine',
      weights: question.weights,
      limit: 4,
    })
    expect({ status, count: expected.length }).toEqual({ status: 0, count: 4 })
    expect(rows.map(({ city, id, distance }) => [city, id, distance])).toEqual(
      expected.map(({ row, distance }) => [row.cityId, row.id, distance]),
    )
  })

  test('ranks: the ranges of the service, by the same seed', async () => {
    const question = { kind: 'ranks', level: 'coarse', cityIds: ['tallinn'], measureId: 'fsi', draws: 100, seed: 12 } as const
    const { status, stdout } = runCommand(
      writeReportCommand({ question, heat: {}, output: { format: 'json', path: null, sidecarPath: null } }),
    )
    const { rows } = JSON.parse(stdout) as { rows: Record<string, unknown>[] }
    const expected = await service.testRanks({ level: 'coarse', cityIds: ['tallinn'], measureId: 'fsi', draws: 100, seed: 12 })
    expect(status).toBe(0)
    expect(rows.map((row) => [row['rank'], row['fsi_low'], row['fsi_high'], row['rank_holds_share']])).toEqual(
      rows.map((_, row) => [expected.ranks[row], expected.low[row], expected.high[row], expected.rankHolds[row]]),
    )
  })

  test('changed assumptions change the heat', async () => {
    const zones = { kind: 'districts', level: 'coarse', cityIds: ['tallinn'] } as const
    const [usual, changed] = [await service.measure(zones), await service.measure(zones, { 'RKT1': 100, 'year-when-unknown': 1950 })]
    expect(changed.values['heat-demand'][0]).not.toBe(usual.values['heat-demand'][0])
  })
})

describe('questions', () => {
  test('two districts: difference and ratio of what the service says', async () => {
    const { code, printed } = await run(['--compare', 'helsinki:berghäll,tallinn:KALAMAJA', '--measure', 'fsi,population'])
    const table = await service.measure({ kind: 'districts', level: 'fine', cityIds: CITY_IDS })
    const [kallio, kalamaja] = ['kaupunginosa-11', 'asum-801'].map(
      (id) => table.values.fsi[table.rows.findIndex((row) => row.id === id)] as number,
    ) as [number, number]
    expect(code).toBe(0)
    expect(readCsv(printed)).toMatchObject([
      {
        measure: 'fsi',
        first_district: 'helsinki:kaupunginosa-11',
        first_name: 'Kallio',
        second_district: 'tallinn:asum-801',
        first_value: String(kallio),
        second_value: String(kalamaja),
        difference: String(kalamaja - kallio),
        ratio: String(kalamaja / kallio),
      },
      { measure: 'population', unit: 'residents' },
    ])
  })

  test('two districts on a map are two features, in the order asked for', async () => {
    const { printed } = await run(['--compare', 'tallinn:asum-801,helsinki:Kallio', '--format', 'geojson'])
    const { features } = JSON.parse(printed) as { features: { properties: Record<string, unknown>; geometry: { type: string } }[] }
    expect(features.map(({ properties, geometry }) => [properties['name'], geometry.type])).toEqual([
      ['Kalamaja', 'MultiPolygon'],
      ['Kallio', 'MultiPolygon'],
    ])
  })

  test("Moran's I: the summary and every zone as the service has them, the same twice", async () => {
    const argv = [
      '--moran',
      'fsi',
      '--city',
      'tallinn',
      '--weights',
      'nearest:6',
      '--permutations',
      '99',
      '--seed',
      '7',
      '--format',
      'json',
    ]
    const { printed } = await run(argv)
    const answer = JSON.parse(printed) as { summary: Record<string, unknown>; rows: Record<string, unknown>[] }
    const zones = { kind: 'districts', level: 'fine', cityIds: ['tallinn'] } as const
    const expected = await service.autocorrelate({
      zones,
      measureId: 'fsi',
      weights: { kind: 'nearest', count: 6 },
      permutations: 99,
      seed: 7,
    })
    expect(answer.summary).toEqual({
      measure: 'fsi',
      zones: expected.count,
      moran_i: expected.moran.i,
      moran_i_expected: expected.moran.expected,
      moran_p: expected.moran.pValue,
    })
    expect(answer.rows.map((row) => row['local_moran_class'])).toEqual(expected.local.classes)
    expect(answer.rows.map((row) => row['gi_star_z'] ?? NaN)).toEqual([...expected.gi.z])
    expect((await run(argv)).printed).toBe(printed)
    expect((await run(argv.with(9, '8'))).printed).not.toBe(printed)
    // CSV has no place for Moran's I: it is told.
    expect((await run(argv.slice(0, -2))).told).toContain(`moran_i: ${expected.moran.i}`)
  })

  test('scores within a city have mean 0 and deviation 1 in each; the summary has the median', async () => {
    const { printed } = await run(['--measure', 'population', '--scores', 'city', '--format', 'json'])
    const { rows, summary } = JSON.parse(printed) as { rows: Record<string, number | string | null>[]; summary: Record<string, number> }
    for (const city of CITY_IDS) {
      const own = rows.filter((row) => row['city'] === city && row['population'] !== null)
      const scores = own.map((row) => row['population_z'] as number)
      const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
      expect(mean).toBeCloseTo(0, 10)
      expect(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length).toBeCloseTo(1, 10)
      const sorted = own.map((row) => row['population'] as number).sort((a, b) => a - b)
      expect(summary[`population_${city}_median`]).toBe(
        ((sorted[(sorted.length - 1) >> 1] as number) + (sorted[sorted.length >> 1] as number)) / 2,
      )
    }
  })

  test('matches and ranks as the service gives them', async () => {
    const table = await service.measure({ kind: 'districts', level: 'coarse', cityIds: ['tallinn'] })
    const [first, second] = table.rows as readonly [ZoneRow, ZoneRow]
    const asked: unknown[] = []
    const handMade: AnalysisService = {
      ...service,
      match: (request) => {
        asked.push(request)
        return Promise.resolve([
          { row: second, distance: 0.25, parts: [{ measureId: 'fsi', own: 1.5, other: 1, apart: -0.25 }] },
          { row: first, distance: 1 / 3, parts: [{ measureId: 'fsi', own: 1.5, other: NaN, apart: NaN }] },
        ])
      },
      testRanks: (request) => {
        asked.push(request)
        return Promise.resolve({
          rows: [first, second],
          low: Float64Array.of(1, NaN),
          high: Float64Array.of(2, NaN),
          ranks: Uint16Array.of(1, 0),
          rankLow: Uint16Array.of(1, 0),
          rankHigh: Uint16Array.of(2, 0),
          rankHolds: Float64Array.of(0.9, NaN),
        })
      },
    }
    const matches = await run(['--match', 'helsinki:södra', '--level', 'suurpiirit', '--weights', 'fsi=2', '--limit', '2'], () => handMade)
    expect(readCsv(matches.printed)).toMatchObject([
      { id: second.id, distance: '0.25', fsi: '1', fsi_of_chosen: '1.5', fsi_apart: '-0.25' },
      { id: first.id, distance: '0.3333333333333333', fsi: '', fsi_apart: '' },
    ])
    const ranks = await run(['--ranks', 'fsi', '--city', 'tallinn', '--level', 'coarse', '--draws', '50', '--seed', '3'], () => handMade)
    expect(readCsv(ranks.printed)).toMatchObject([
      { fsi_low: '1', fsi_high: '2', rank: '1', rank_high: '2', rank_holds_share: '0.9' },
      { fsi_low: '', rank: '', rank_low: '', rank_holds_share: '' },
    ])
    expect(asked).toEqual([
      { cityId: 'helsinki', zoneId: 'suurpiiri-1', level: 'coarse', weights: { fsi: 2 }, limit: 2, heat: {} },
      { level: 'coarse', cityIds: ['tallinn'], measureId: 'fsi', draws: 50, seed: 3, heat: {} },
    ])
  })

  test('GeoParquet read back has the numbers, the gaps and outlines in degrees', async () => {
    const path = join(folder, 'coarse.parquet')
    expect((await run(['--level', 'coarse', '--measure', 'fsi,population', '--out', path])).code).toBe(0)
    const bytes = new Uint8Array(readFileSync(path))
    const rows = await readRows(bytes)
    const table = await service.measure({ kind: 'districts', level: 'coarse', cityIds: CITY_IDS })
    expectValues(rows, table, ['fsi', 'population'])
    for (const { city, geometry } of rows) {
      const [x = Number.NaN, y = Number.NaN] = (geometry.coordinates as number[][][][])[0]?.[0]?.[0] ?? []
      expect(geometry.type).toBe('MultiPolygon')
      expect(x > 24 && x < 26 && (city === 'tallinn' ? y > 59.3 && y < 59.7 : y > 59.9 && y < 60.4)).toBe(true)
    }
    expect(await readGeo(bytes)).toMatchObject({ version: '1.1.0', primary_column: 'geometry', columns: { geometry: { encoding: 'WKB' } } })
  })
})
