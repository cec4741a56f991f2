/** How many tests passed and failed. Skipped ones are in neither. */
export interface Counts {
  readonly passed: number
  readonly failed: number
}

/**
 * Counts from Vitest's JSON report and exit code. A file that could not be loaded has no tests of its
 * own, and an error outside a test fails none: each still counts as one failure, so that a run can
 * never look better than it was.
 */
export function countResults(report: unknown, exitCode: number): Counts {
  const files = isRecord(report) && Array.isArray(report.testResults) ? report.testResults : []
  let passed = 0
  let failed = 0
  for (const file of files) {
    if (!isRecord(file)) continue
    const statuses = (Array.isArray(file.assertionResults) ? file.assertionResults : []).map((result) =>
      isRecord(result) ? result.status : null,
    )
    const failedHere = statuses.filter((status) => status === 'failed').length
    passed += statuses.filter((status) => status === 'passed').length
    failed += failedHere === 0 && file.status === 'failed' ? 1 : failedHere
  }
  const ranNothing = passed + failed === 0
  return { passed, failed: failed === 0 && (exitCode !== 0 || ranNothing) ? 1 : failed }
}

export function addCounts(all: readonly Counts[]): Counts {
  return all.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }), { passed: 0, failed: 0 })
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
