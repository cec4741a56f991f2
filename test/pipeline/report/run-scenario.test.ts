import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { MeasureId } from '../../../src/analytics/measures/types.ts'
import { BROUGHT_IDS, type ImpactId } from '../../../src/analytics/scenario/impacts.ts'
import { impactColumnName } from '../../../src/report/tabulate-scenario.ts'
import { SCENARIO_FORMAT, SCENARIO_VERSION, type Edit, type Scenario } from '../../../src/scenario/types.ts'
import { serialiseScenario } from '../../../src/scenario/serialise-scenario.ts'
import { hashBytes } from '../../../src/pipeline/manifest.ts'
import { folder, readCsv, run, runCommand, service } from './run-in-process.ts'

const SQUARE = [
  [24.7, 59.44],
  [24.7004, 59.44],
  [24.7004, 59.4402],
  [24.7, 59.4402],
] as const
const EDITS: readonly Edit[] = [
  { kind: 'add-building', id: 'tower', cityId: 'tallinn', footprint: [SQUARE], storeys: 12, use: 'apartments', standard: 'nearly-zero' },
  { kind: 'add-stop', id: 'stop', cityId: 'tallinn', position: [24.7005, 59.4405], departuresPerDay: 120 },
  {
    kind: 'remove-building',
    id: 'gone',
    cityId: 'tallinn',
    building: { id: 'no-such', position: [24.62, 59.47], footprintSquareMetres: 50 },
  },
]
const plan = (edits: readonly Edit[], id = 'plan'): Scenario => ({
  format: SCENARIO_FORMAT,
  version: SCENARIO_VERSION,
  id,
  name: 'Tower, with a stop',
  changedAt: '2026-05-01T12:00:00.000Z',
  edits,
  assumptions: { 'residents-per-dwelling': 2 },
  remarks: [],
})
const keep = (name: string, text: string) => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

describe('what a scenario does, on the command line', () => {
  const MEASURES: readonly MeasureId[] = ['fsi', 'population', 'near-stop-share', 'heat-demand']
  const IMPACTS: readonly ImpactId[] = [...MEASURES, ...BROUGHT_IDS]

  test('is what the service says, to the last digit, by district and by city', async () => {
    const path = keep('plan.json', serialiseScenario(plan(EDITS)))
    const { code, printed, told } = await run([
      '--scenario',
      path,
      '--city',
      'tallinn',
      '--level',
      'coarse',
      '--measure',
      MEASURES.join(','),
    ])
    expect(code).toBe(0)
    const rows = readCsv(printed)
    const parts = await Promise.all(
      (
        [
          { kind: 'districts', level: 'coarse', cityIds: ['tallinn'] },
          { kind: 'city', cityIds: ['tallinn'] },
        ] as const
      ).map((zones) => service.evaluateScenario({ scenario: plan(EDITS), zones })),
    )
    const expected = parts.flatMap((part) => part.rows.map((row, index) => ({ part, row, index })))
    expect(rows.map(({ id }) => id)).toEqual(expected.map(({ row }) => row.id))
    expect(rows.at(-1)).toMatchObject({ city: 'tallinn', id: 'city' })
    rows.forEach((row, at) => {
      const { part, index } = expected[at] as (typeof expected)[number]
      for (const id of IMPACTS) {
        for (const side of ['before', 'after', 'difference'] as const) {
          const field = row[`${impactColumnName(id)}_${side}`] as string
          expect(field === '' ? NaN : Number(field), `${row['id'] ?? ''} ${id} ${side}`).toBe(part[side][id][index])
        }
      }
    })
    // What could not be applied is said.
    expect(told.filter((line) => line.includes('there is no building no-such in tallinn'))).not.toEqual([])
    expect(rows.at(-1)?.['dwellings_added_difference']).not.toBe('0')
  })

  test.each(['json', 'geojson', 'parquet'])('as %s, with a sidecar that names the scenario and its issues', async (ending) => {
    const text = serialiseScenario(plan(EDITS))
    const path = keep('plan.json', text)
    const out = join(folder, `plan-report.${ending}`)
    const { code, written } = await run(['--scenario', path, '--city', 'tallinn', '--level', 'coarse', '--measure', 'fsi', '--out', out])
    expect(code).toBe(0)
    expect(written).toEqual([`${out}.provenance.json`, out])
    const { summary, parameters } = JSON.parse(readFileSync(`${out}.provenance.json`, 'utf8')) as Record<string, Record<string, unknown>>
    expect(summary).toMatchObject({
      scenario_id: 'plan',
      scenario_name: 'Tower, with a stop',
      scenario_sha256: hashBytes(new TextEncoder().encode(text)),
      scenario_issue_count: 1,
    })
    expect(summary?.['scenario_issues']).toContain('no-such')
    expect(parameters).toMatchObject({ kind: 'scenario', path })
  })

  test('against another scenario', async () => {
    const path = keep('plan.json', serialiseScenario(plan(EDITS)))
    const before = keep('before.json', serialiseScenario(plan(EDITS, 'before')))
    const { printed } = await run(['--scenario', path, '--before', before, '--city', 'tallinn', '--level', 'coarse', '--measure', 'fsi'])
    for (const row of readCsv(printed)) expect(['0', '']).toContain(row['fsi_difference'])
  })

  test('a file that is no scenario is refused in a sentence, and nothing is written', async () => {
    const broken = keep('broken.json', '{"format":')
    const other = keep('other.json', '{"type":"FeatureCollection"}')
    const missing = join(folder, 'missing.json')
    for (const [path, sentence] of [
      [broken, /expected JSON/],
      [other, /expected a scenario, an object whose "format" is "kaksik-scenario"/],
      [missing, /does not exist/],
      [folder, /is a folder/],
    ] as const) {
      const { code, printed, told } = await run(['--scenario', path])
      expect(code, path).toBe(2)
      expect(printed).toBe('')
      expect(told[0]).toContain(`--scenario ${path}: `)
      expect(told[0]).toMatch(sentence)
    }
    const { code, told } = await run(['--before', broken])
    expect([code, told[0]]).toEqual([2, '--before goes only with --scenario.'])
  })

  test('as a process of its own', () => {
    const path = keep('plan.json', serialiseScenario(plan(EDITS)))
    const { status, stdout } = runCommand(
      `npm run --silent report -- --scenario ${path} --city tallinn --level coarse --measure fsi --format json`,
    )
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ summary: { scenario_id: 'plan' }, rows: expect.any(Array) as unknown })
  }, 60_000)
})
