/**
 * `npm run bench [tiles|reproject|zones|solar|scenario|statistics|pages …]`: a table of ratios measured in one run, and a dated row of
 * them in results.jsonl. Times on their own say little: machines differ, and the same one from hour to hour.
 */
import { appendFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import type { BenchRow } from './bench-row.ts'
import { formatTable } from './format-table.ts'

const RESULTS = join(import.meta.dirname, 'results.jsonl')

interface Outcome {
  readonly rows: readonly BenchRow[]
  readonly browserVersion?: string
}

/** Each loads what it needs only when it runs. */
const BENCHES: Readonly<Record<string, () => Promise<Outcome>>> = {
  reproject: async () => ({ rows: await (await import('./reproject.ts')).benchReproject() }),
  tiles: async () => ({ rows: await (await import('./tiles.ts')).benchTiles() }),
  zones: async () => ({ rows: await (await import('./zones.ts')).benchZones() }),
  solar: async () => ({ rows: await (await import('./solar.ts')).benchSolar() }),
  scenario: async () => ({ rows: await (await import('./scenario.ts')).benchScenario() }),
  statistics: async () => ({ rows: await (await import('./statistics.ts')).benchStatistics() }),
  imports: async () => (await import('./imports.ts')).benchImports(),
  pages: async () => (await import('./pages.ts')).benchPages(),
}

async function run(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => BENCHES[name] === undefined)
  if (unknown.length > 0) throw new Error(`There is no bench ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}.`)
  const rows: BenchRow[] = []
  let browser: string | null = null
  for (const name of names.length > 0 ? names : Object.keys(BENCHES)) {
    console.log(`measuring: ${name} …`)
    const outcome = await BENCHES[name]?.()
    rows.push(...(outcome?.rows ?? []))
    browser = outcome?.browserVersion ?? browser
  }
  console.log(`\n${formatTable(rows)}`)
  const processors = cpus()
  const machine = {
    processor: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    chromium: browser,
  }
  appendFileSync(RESULTS, `${JSON.stringify({ date: new Date().toISOString().slice(0, 10), machine, rows })}\n`)
}

await run(process.argv.slice(2))
