import { SCENARIO_LIMITS } from '../limits.ts'
import type { Scenario } from '../types.ts'
import { check, describe, refuse, type Reader } from './reader.ts'
import { readNumber, readText } from './values.ts'
import { describeFound } from '../issues.ts'

const FIELDS: Readonly<Record<keyof Scenario, true>> = {
  format: true,
  version: true,
  id: true,
  name: true,
  changedAt: true,
  edits: true,
  assumptions: true,
  remarks: true,
}

/** Fields of a scenario; a file may name its schema beside them, as editors want it. */
export const SCENARIO_FIELDS: readonly string[] = [...Object.keys(FIELDS), '$schema']

export const readName: Reader<string> = describe(readText(0, SCENARIO_LIMITS.nameCharacters), 'Plain text; markup in it stays text.')

/** When it was last changed: ISO 8601 in UTC. */
export const readChangedAt: Reader<string> = check(
  describe(readText(20, 24, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/), 'ISO 8601 in UTC.'),
  (text, path, context) => {
    if (Number.isFinite(Date.parse(text))) return true
    refuse(context, 'text-form', path, { found: describeFound(text), expected: 'YYYY-MM-DDThh:mm:ssZ' })
    return false
  },
)

/** Names that every object answers to; an assumption of such a name would be found where none is. */
const TAKEN_NAMES: readonly string[] = Object.getOwnPropertyNames(Object.prototype)

/** Name of an assumption, as the models give it. */
export const readAssumptionName: Reader<string> = check(
  readText(1, SCENARIO_LIMITS.idCharacters, /^[A-Za-z][A-Za-z0-9._:/-]*$/),
  (name, path, context) => {
    if (!TAKEN_NAMES.includes(name)) return true
    refuse(context, 'text-form', path, { found: describeFound(name), expected: '[A-Za-z][A-Za-z0-9._:/-]*' })
    return false
  },
  { not: { enum: TAKEN_NAMES } },
)

export const readAssumptionValue: Reader<number> = readNumber(-1e15, 1e15)
