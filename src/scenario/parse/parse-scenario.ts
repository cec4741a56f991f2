import { createScenarioIssueList, describeFound, type ScenarioIssue } from '../issues.ts'
import { SCENARIO_LIMITS } from '../limits.ts'
import { SCENARIO_FORMAT, SCENARIO_VERSION, type Edit, type Remark, type Scenario } from '../types.ts'
import { readEdit } from './edits.ts'
import { readId } from './fields.ts'
import { migrateScenario, type Migration } from './migrate-scenario.ts'
import { isRecord, readRecord } from './objects.ts'
import type { ReadContext, Reader, ScenarioCity } from './reader.ts'
import { readRemark } from './remarks.ts'
import { readAssumptionName, readAssumptionValue, readChangedAt, readName, SCENARIO_FIELDS } from './scenario-fields.ts'

export interface ParsedScenario {
  /** Null when nothing could be read; the first issue says why. */
  readonly scenario: Scenario | null
  readonly issues: readonly ScenarioIssue[]
}

export interface ParseOptions {
  readonly cities: readonly ScenarioCity[]
  /** Makes an id for a scenario that has none. */
  readonly createId?: () => string
  readonly migrations?: Readonly<Record<number, Migration>>
}

/**
 * Reads a scenario out of anything: never throws, and takes time that the limits bound. An edit, remark or assumption
 * that does not hold is left out as a whole, and the rest is taken; what was left out, and why, is in the issues.
 */
export function parseScenario(value: unknown, { cities, createId = () => crypto.randomUUID(), migrations }: ParseOptions): ParsedScenario {
  const issues = createScenarioIssueList()
  const context: ReadContext = { issues, cities, corners: 0 }
  if (!isRecord(value) || !Object.hasOwn(value, 'format') || value['format'] !== SCENARIO_FORMAT) {
    const found = describeFound(isRecord(value) && Object.hasOwn(value, 'format') ? value['format'] : value)
    issues.add('error', 'not-a-scenario', '', { found, expected: SCENARIO_FORMAT })
    return { scenario: null, issues: issues.list() }
  }
  const record = migrateScenario(value, context, migrations)
  const scenario = record === null ? null : readScenario(record, context, createId)
  return { scenario, issues: issues.list() }
}

/** Reads the text of a file; see `parseScenario`. */
export function parseScenarioText(text: string, options: ParseOptions): ParsedScenario {
  // In UTF-8 no text is shorter than its count of code units, or longer than thrice that.
  const bytes = text.length > SCENARIO_LIMITS.textBytes ? text.length : new TextEncoder().encode(text).length
  if (bytes > SCENARIO_LIMITS.textBytes) {
    return failWhole('text-too-long', { found: bytes, most: SCENARIO_LIMITS.textBytes })
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return failWhole('not-json', { reason: describeFound(error instanceof Error ? error.message : error) })
  }
  return parseScenario(value, options)
}

/** The scenario that could not be read at all. */
export function failWhole(code: ScenarioIssue['code'], values: ScenarioIssue['values']): ParsedScenario {
  return { scenario: null, issues: [{ severity: 'error', code, path: '', values }] }
}

function readScenario(record: Readonly<Record<string, unknown>>, context: ReadContext, createId: () => string): Scenario {
  const own = (name: string) => (Object.hasOwn(record, name) ? record[name] : undefined)
  for (const name of Object.keys(record)) {
    if (!SCENARIO_FIELDS.includes(name)) {
      context.issues.add('left-out', 'unknown-field', '', { field: describeFound(name), fields: SCENARIO_FIELDS.join(', ') })
    }
  }
  const id = readOr(readId, own('id'), 'id', context)
  const changedAt = readOr(readChangedAt, own('changedAt'), 'changedAt', context)
  if (id === undefined) context.issues.add('note', 'id-made', 'id')
  if (changedAt === undefined) context.issues.add('note', 'date-replaced', 'changedAt')
  const edits = readItems<Edit>(readEdit, own('edits'), 'edits', SCENARIO_LIMITS.edits, context)
  const remarks = readItems<Remark>(readRemark, own('remarks'), 'remarks', SCENARIO_LIMITS.remarks, context)
  const editIds = new Set(edits.map((edit) => edit.id))
  for (const { id: remarkId, at } of remarks) {
    if ('editId' in at && !editIds.has(at.editId))
      context.issues.add('note', 'edit-of-remark-missing', 'remarks', { remark: remarkId, edit: at.editId })
  }
  return {
    format: SCENARIO_FORMAT,
    version: SCENARIO_VERSION,
    id: id ?? createId(),
    name: readOr(readName, own('name'), 'name', context) ?? '',
    changedAt: changedAt ?? new Date(0).toISOString(),
    edits,
    assumptions: readAssumptions(own('assumptions'), context),
    remarks,
  }
}

/** A field that is read by itself, and is said to be missing. */
function readOr<Value>(reader: Reader<Value>, value: unknown, path: string, context: ReadContext): Value | undefined {
  if (value !== undefined) return reader.read(value, path, context)
  context.issues.add('left-out', 'missing-field', '', { field: path })
  return undefined
}

/** Items with ids, each by itself: what is wrong with one leaves the others. */
function readItems<Item extends { readonly id: string }>(
  reader: Reader<Item>,
  value: unknown,
  path: string,
  most: number,
  context: ReadContext,
): readonly Item[] {
  if (value === undefined) {
    context.issues.add('left-out', 'missing-field', '', { field: path })
    return []
  }
  if (!Array.isArray(value)) {
    context.issues.add('left-out', 'expected-list', path, { found: describeFound(value) })
    return []
  }
  if (value.length > most) context.issues.add('left-out', 'too-many-items', path, { found: value.length, most })
  const byId = new Map<string, Item>()
  for (let index = 0; index < Math.min(value.length, most); index++) {
    const item = reader.read(value[index], `${path}[${index}]`, context)
    if (item === undefined) continue
    if (byId.has(item.id)) context.issues.add('left-out', 'not-unique', `${path}[${index}].id`, { found: describeFound(item.id) })
    else byId.set(item.id, item)
  }
  return [...byId.values()]
}

/** Assumptions, each by itself. */
function readAssumptions(value: unknown, context: ReadContext): Scenario['assumptions'] {
  if (value === undefined || !isRecord(value)) {
    if (value === undefined) context.issues.add('left-out', 'missing-field', '', { field: 'assumptions' })
    else context.issues.add('left-out', 'expected-object', 'assumptions', { found: describeFound(value) })
    return {}
  }
  const names = Object.keys(value)
  const most = SCENARIO_LIMITS.assumptions
  if (names.length > most) context.issues.add('left-out', 'too-many-items', 'assumptions', { found: names.length, most })
  const one = readRecord<string, number>(readAssumptionName, readAssumptionValue, 1)
  const read = names.slice(0, most).flatMap((name) => {
    const entry = one.read(Object.fromEntries([[name, value[name]]]), 'assumptions', context)
    return entry === undefined ? [] : Object.entries(entry)
  })
  return Object.fromEntries(read) as Scenario['assumptions']
}
