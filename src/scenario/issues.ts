/** `error`: nothing could be read; `left-out`: this part does not count; `note`: it counts, but is worth knowing. */
type ScenarioIssueSeverity = 'error' | 'left-out' | 'note'

/** What can be wrong with a scenario. `describeScenarioIssue` says each in English, and names its values. */
const SCENARIO_ISSUE_CODES = [
  // Of a file or a link as a whole.
  'text-too-long',
  'not-json',
  'not-a-scenario',
  'version-newer',
  'version-unknown',
  'link-damaged',
  'link-unpacks-too-large',
  // Of one value.
  'expected-object',
  'expected-list',
  'expected-text',
  'expected-number',
  'expected-whole-number',
  'expected-boolean',
  'expected-one-of',
  'number-out-of-range',
  'text-length',
  'text-form',
  'list-length',
  'too-many-items',
  'missing-field',
  'unknown-field',
  'not-unique',
  'id-made',
  'date-replaced',
  'unknown-city',
  'nothing-changes',
  'shares-sum',
  'order-of-bounds',
  'edit-of-remark-missing',
  // Of coordinates and areas.
  'coordinates-in-metres',
  'coordinates-swapped',
  'not-on-earth',
  'far-from-city',
  'ring-closed',
  'ring-crosses',
  'area-too-small',
  'hole-misplaced',
  'too-many-corners',
  // Of applying it to a city.
  'building-proposed',
  'building-lost',
  'building-gone',
  'unknown-district',
  'selects-nothing',
  'overlaps-addition',
  'overlaps-building',
  // Of the list itself.
  'more-issues',
] as const
export type ScenarioIssueCode = (typeof SCENARIO_ISSUE_CODES)[number]

export type ScenarioIssueValues = Readonly<Record<string, string | number>>

/** What is wrong with a scenario, as data: the interface and the report say it in words. */
export interface ScenarioIssue {
  readonly severity: ScenarioIssueSeverity
  readonly code: ScenarioIssueCode
  /** Where, e.g. `edits[3].footprint[0][2]`; empty for the whole. */
  readonly path: string
  /** What was found and expected. Text of a file among them is hostile: shown as text, and short. */
  readonly values: ScenarioIssueValues
}

/** So many are listed one by one; the rest is counted. */
const MOST_ISSUES = 200

export interface ScenarioIssueList {
  readonly add: (severity: ScenarioIssueSeverity, code: ScenarioIssueCode, path: string, values?: ScenarioIssueValues) => void
  readonly list: () => readonly ScenarioIssue[]
}

export function createScenarioIssueList(): ScenarioIssueList {
  const issues: ScenarioIssue[] = []
  let more = 0
  return {
    add: (severity, code, path, values = {}) => {
      if (issues.length < MOST_ISSUES) issues.push({ severity, code, path, values })
      else more++
    },
    list: () => (more === 0 ? [...issues] : [...issues, { severity: 'note', code: 'more-issues', path: '', values: { count: more } }]),
  }
}

/** What stands where something else was expected: short, on one line, and never looked into deeply. */
export function describeFound(found: unknown): string {
  if (Array.isArray(found)) return `[…] (${found.length})`
  if (typeof found === 'object' && found !== null) return '{…}'
  const text = String(found)
    .slice(0, 200)
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
  const short = text.length > 40 ? `${text.slice(0, 39)}…` : text
  return typeof found === 'string' ? `"${short}"` : short
}
