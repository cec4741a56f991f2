import type { Issue } from './dataset.ts'

/** Reason codes of what can be wrong with one source feature. */
export const ISSUE_CODES = {
  'empty-geometry': 'the feature has no geometry',
  'wrong-geometry-type': 'the geometry is of a type that this data set does not hold',
  'not-a-number': 'a coordinate is not a finite number',
  'wrong-axis-order': 'the coordinates come as northing, easting (latitude, longitude)',
  'other-crs': 'the coordinates are of another coordinate reference system than the file states',
  'outside-the-city': 'the coordinates lie outside the city in every known reference system',
  'too-few-points': 'the ring or line has too few distinct points',
  'no-area': 'the ring encloses no area',
  'unclosed-ring': 'the ring does not end where it starts',
  'repeated-point': 'a point is repeated',
  'spike': 'the ring runs out and back along the same line',
  'self-crossing-ring': 'the ring crosses itself',
  'hole-outside': 'a hole lies outside its outer ring',
  'duplicate-id': 'the id occurs more than once',
  'implausible-height': 'the height is implausible',
  'no-height': 'the height is unknown',
  'no-building': 'no building holds more than half of the part',
  'no-name': 'the name or code is missing',
  'duplicate-geometry': 'the same geometry occurs more than once',
  'cannot-be-cut': 'the area cannot be cut at the edge of the land',
  'unreadable-timetable': 'the timetable does not decode',
  'unknown-stop': 'the line calls at a stop that is not in the list of stops',
} as const

type IssueCode = keyof typeof ISSUE_CODES

/** Severity and code of what was found in one geometry; `detail` ends the sentence. */
export interface Fault {
  readonly severity: Issue['severity']
  readonly code: IssueCode
  readonly detail?: string
}

/** An issue line for one feature; `detail` ends the sentence. */
export function createIssue(severity: Issue['severity'], file: string, feature: string, code: string, detail?: string): Issue {
  const reason = (ISSUE_CODES as Readonly<Record<string, string>>)[code] ?? code
  const message = `${file}, feature ${feature}: ${reason}${detail === undefined ? '' : ` (${detail})`}; ${severity}.`
  return { severity, file, feature, code, message }
}

/** Counts by reason code of one severity, codes sorted, so that the manifest is deterministic. */
export function countIssues(issues: readonly Issue[], severity: Issue['severity']): Record<string, number> {
  const counts = new Map<string, number>()
  for (const issue of issues) {
    if (issue.severity === severity) counts.set(issue.code, (counts.get(issue.code) ?? 0) + 1)
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The items without those whose id occurred before; each of these becomes an issue. */
export function keepFirstOfId<Item>(
  items: readonly Item[],
  describe: (item: Item) => { readonly id: string; readonly file: string; readonly label: string },
  issues: Issue[],
): readonly Item[] {
  const seen = new Set<string>()
  return items.filter((item) => {
    const { id, file, label } = describe(item)
    if (seen.has(id)) {
      issues.push(createIssue('dropped', file, label, 'duplicate-id', id))
      return false
    }
    seen.add(id)
    return true
  })
}
