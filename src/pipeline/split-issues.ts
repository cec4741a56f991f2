import type { Dataset, Issue } from './dataset.ts'
import { ISSUE_CODES } from './issues.ts'

/**
 * Parts faults from what a rule of selection left out (no street, too short, already in a better
 * source). The latter is thousands of sound features: counted by code, without a line each.
 */
export function splitIssues(all: readonly Issue[]): Required<Pick<Dataset, 'issues' | 'leftOut'>> {
  const issues: Issue[] = []
  const leftOut: Record<string, number> = {}
  for (const issue of all) {
    if (issue.severity === 'mended' || issue.code in ISSUE_CODES) issues.push(issue)
    else leftOut[issue.code] = (leftOut[issue.code] ?? 0) + 1
  }
  return { issues, leftOut }
}
