import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { expect } from 'vitest'
import { type MeasureId } from '../../../src/analytics/measures/types.ts'
import type { AnalysisService, MeasureTable } from '../../../src/services/analysis/analysis-service.ts'
import { createAnalysisService } from '../../../src/services/analysis/create-analysis-service.ts'
import { measureColumnName } from '../../../src/report/measure-columns.ts'
import { createReportEffects, type ReportEffects } from '../../../src/pipeline/report/effects.ts'
import { openReportData } from '../../../src/pipeline/report/read-data.ts'
import { runReport } from '../../../src/pipeline/report/run-report.ts'
import { makeTemporaryFolder } from '../mini-city.ts'

export const NODE = existsSync('node_modules/node/bin/node') ? 'node_modules/node/bin/node' : process.execPath
export const SENATE_SQUARE = [
  [24.9503, 60.1688],
  [24.9545, 60.1688],
  [24.9545, 60.1706],
  [24.9503, 60.1706],
  [24.9503, 60.1688],
] as const

/** One service for all tests: what is on screen, and what the command line is held against. */
export const disk = createReportEffects(process.cwd(), process.cwd())
export const service = createAnalysisService(openReportData('data', disk).files)
export const folder = makeTemporaryFolder()

interface Outcome {
  readonly code: number
  readonly printed: string
  readonly told: readonly string[]
  readonly written: readonly string[]
}

/** The command in this process, on the real disk and data; files go where the arguments say. */
export async function run(argv: readonly string[], openService?: () => AnalysisService): Promise<Outcome> {
  let printed = ''
  const told: string[] = []
  const written: string[] = []
  const effects: ReportEffects = {
    ...disk,
    writeFile: async (path, bytes) => {
      written.push(path)
      await disk.writeFile(path, bytes)
    },
    print: (text) => {
      printed += text
    },
    warn: (line) => {
      told.push(line)
    },
    today: () => '2026-03-04',
    readCodeState: () => Promise.resolve({ commit: 'c0ffee', hasUncommittedChanges: false }),
  }
  const code = await runReport(
    argv,
    { root: process.cwd(), dataFolder: 'data', appVersion: '9.9.9', openService: openService ?? (() => service) },
    effects,
  )
  return { code, printed, told, written }
}

/** A command line as the system's shell tears it apart, run as a process of its own. */
export function runCommand(command: string) {
  const { status, stdout, stderr } = spawnSync(
    'sh',
    ['-c', command.replace(/^npm run --silent report --/, `${NODE} src/pipeline/report/cli.ts`)],
    { encoding: 'utf8', maxBuffer: 1 << 26 },
  )
  return { status, stdout, stderr }
}

/** Rows of CSV without quoted fields that hold a line break; fields by column. */
export function readCsv(text: string): readonly Readonly<Record<string, string>>[] {
  const [header = [], ...rows] = text
    .trimEnd()
    .split('\n')
    .map((line) =>
      [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
        .slice(0, -1)
        .map(([, field = '']) => field.replace(/^"(.*)"$/, '$1').replaceAll('""', '"')),
    )
  return rows.map((fields) => Object.fromEntries(header.map((name, index) => [name, fields[index] ?? ''])))
}

const numberOf = (field: string | undefined) => (field === '' || field === undefined ? NaN : Number(field))

export function expectValues(rows: readonly Readonly<Record<string, unknown>>[], table: MeasureTable, ids: readonly MeasureId[]): void {
  expect(rows).toHaveLength(table.rows.length)
  rows.forEach((row, index) => {
    expect(`${String(row['city'])}:${String(row['id'])}`).toBe(`${table.rows[index]?.cityId ?? ''}:${table.rows[index]?.id ?? ''}`)
    for (const id of ids) {
      const value = table.values[id][index] as number
      const written = row[measureColumnName(id)]
      // Object.is: the very same double, to the last bit.
      expect(typeof written === 'string' ? numberOf(written) : written).toBe(
        typeof written === 'string' || Number.isFinite(value) ? value : null,
      )
    }
  })
}
