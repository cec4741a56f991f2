/**
 * `npm test`: everything that proves the app, in one command and without a question: style, tiles, types,
 * build, unit tests, tests in a real browser. The last line is `N passed, M failed`; a step that
 * fails before the tests counts as one failure.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildAppIfStale } from '../../src/pipeline/build-app.ts'
import { addCounts, countResults, type Counts } from './count-results.ts'
import { ensureBrowser } from './find-browser.ts'
import { formatDurations, listSlowest } from './list-slowest.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const OUTPUT = join(ROOT, 'test/output')
const PASSED: Counts = { passed: 0, failed: 0 }
const FAILED: Counts = { passed: 0, failed: 1 }

/** What Vitest reported, project by project. */
const reports: unknown[] = []

function announce(title: string): void {
  console.log(`\n── ${title}`)
}

/** Exit code of a command; its output goes to the terminal, and there is no input. */
function runCommand(command: string, environment: Readonly<Record<string, string>> = {}): number {
  const { status } = spawnSync(command, {
    cwd: ROOT,
    shell: true,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...environment },
  })
  return status ?? 1
}

function runVitest(project: string, environment: Readonly<Record<string, string>>): Counts {
  const file = join(OUTPUT, `${project}.json`)
  rmSync(file, { force: true })
  const exitCode = runCommand(`vitest run --project ${project} --reporter=default --reporter=json --outputFile.json="${file}"`, environment)
  let report: unknown = null
  try {
    report = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    console.error(`Vitest left no report of the project "${project}".`)
  }
  reports.push(report)
  return countResults(report, exitCode)
}

async function attempt(action: () => unknown): Promise<boolean> {
  try {
    await action()
    return true
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return false
  }
}

async function runTests(): Promise<Counts> {
  const log = (line: string) => console.log(line)
  mkdirSync(OUTPUT, { recursive: true })
  const counts: Counts[] = []
  let browser: string | null = null
  announce('style')
  // In seconds, and before everything that takes minutes.
  for (const command of ['oxlint --type-aware', 'oxfmt --check .', 'knip --no-progress'])
    counts.push(runCommand(command) === 0 ? PASSED : FAILED)
  announce('browser')
  const hasBrowser = await attempt(() => {
    browser = ensureBrowser(log)
    log(browser)
  })
  if (!hasBrowser || browser === null) return addCounts([...counts, FAILED])
  announce('tiles')
  const hasTiles = runCommand('npm run --silent tiles') === 0
  announce('types')
  const typesHold = runCommand('tsc --noEmit -p .') === 0
  announce('build')
  const isBuilt = await attempt(() => buildAppIfStale(ROOT, log))
  for (const holds of [hasTiles, typesHold, isBuilt]) counts.push(holds ? PASSED : FAILED)
  announce('unit tests')
  counts.push(runVitest('unit', {}))
  announce('tests in the browser')
  if (isBuilt && hasTiles) counts.push(runVitest('e2e', { KAKSIK_BROWSER: browser }))
  else console.error('Left out, as the app was not built.')
  return addCounts(counts)
}

const began = Date.now()
const { passed, failed } = await runTests()
const { files, tests } = listSlowest(reports, ROOT, 10)
announce('the slowest')
console.log(`${formatDurations(files)}\n\n${formatDurations(tests)}`)
console.log(`\nin ${Math.round((Date.now() - began) / 1000)} s`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
