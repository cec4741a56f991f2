/** How long a file of tests, or one test, took. */
interface Duration {
  readonly name: string
  readonly seconds: number
}

/**
 * The slowest files and tests of Vitest's JSON reports, the slowest first. What the reports do not say is left out.
 * @param root folder that file names are cut at
 */
export function listSlowest(
  reports: readonly unknown[],
  root: string,
  most: number,
): { readonly files: readonly Duration[]; readonly tests: readonly Duration[] } {
  const files: Duration[] = []
  const tests: Duration[] = []
  for (const report of reports) {
    for (const file of listOf(report, 'testResults')) {
      const name = typeof file['name'] === 'string' ? file['name'].replace(`${root}/`, '') : '?'
      const [began, ended] = [file['startTime'], file['endTime']]
      if (typeof began === 'number' && typeof ended === 'number') files.push({ name, seconds: (ended - began) / 1000 })
      for (const test of listOf(file, 'assertionResults')) {
        const { duration, fullName } = test
        if (typeof duration === 'number') tests.push({ name: `${name}: ${String(fullName)}`, seconds: duration / 1000 })
      }
    }
  }
  const slowest = (all: readonly Duration[]) => all.toSorted((a, b) => b.seconds - a.seconds).slice(0, most)
  return { files: slowest(files), tests: slowest(tests) }
}

/** Lines of a table: seconds, name. */
export function formatDurations(durations: readonly Duration[]): string {
  return durations.map(({ name, seconds }) => `${seconds.toFixed(1).padStart(8)} s  ${name.slice(0, 130)}`).join('\n')
}

function listOf(value: unknown, key: string): readonly Readonly<Record<string, unknown>>[] {
  const list = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : null
  return Array.isArray(list) ? list.filter((entry) => typeof entry === 'object' && entry !== null) : []
}
