import type { Fault } from '../issues.ts'
import type { Position } from '../dataset.ts'

/** Lines without repeated points; those of fewer than two points are left out. */
export function cleanLines(lines: readonly (readonly Position[])[], faults: Fault[]): Position[][] | null {
  const kept: Position[][] = []
  for (const line of lines) {
    const distinct = line.filter((point, index) => {
      const before = line[index - 1]
      return before === undefined || before[0] !== point[0] || before[1] !== point[1]
    })
    // Not an issue: rounding to a centimetre merges points that the source holds apart.
    if (distinct.length >= 2) kept.push(distinct)
  }
  if (kept.length > 0) return kept
  faults.push({ severity: 'dropped', code: 'too-few-points' })
  return null
}
