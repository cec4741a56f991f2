import { expect, test } from 'vitest'
import type { Migration } from '../../../src/scenario/parse/migrate-scenario.ts'
import { parseScenario } from '../../../src/scenario/parse/parse-scenario.ts'
import { CITIES, scenarioOf } from '../sample.ts'

/** A version that never was: it called the edits `changes`, and kept no remarks. */
const FROM_ZERO: Migration = ({ changes, ...rest }) => ({ ...rest, edits: changes, remarks: [] })

const STOP = { kind: 'add-stop', id: 's', cityId: 'north', position: [25, 60.2], departuresPerDay: 3 } as const
const { edits: _edits, remarks: _remarks, ...rest } = scenarioOf([])
const OLD = { ...rest, version: 0, changes: [STOP] }

test('an older version is brought to the one in use, step by step, and then parsed as any other', () => {
  expect(parseScenario(OLD, { cities: CITIES, migrations: { 0: FROM_ZERO } })).toEqual({ scenario: scenarioOf([STOP]), issues: [] })
  const minusOne = { ...OLD, version: -1, changes: undefined, alterations: [STOP] }
  const fromMinusOne: Migration = ({ alterations, ...others }) => ({ ...others, changes: alterations })
  expect(parseScenario(minusOne, { cities: CITIES, migrations: { [-1]: fromMinusOne, 0: FROM_ZERO } }).scenario).toEqual(scenarioOf([STOP]))
})

test('what a migration gives is trusted no more than a file', () => {
  const broken: Migration = () => ({ format: 'kaksik-scenario', edits: 'none' })
  const { scenario, issues } = parseScenario(OLD, { cities: CITIES, createId: () => 'made', migrations: { 0: broken } })
  expect(scenario?.edits).toEqual([])
  expect(issues.some(({ code, path }) => code === 'expected-list' && path === 'edits')).toBe(true)
})

test('a version without a way to the one in use is refused, and so is a newer one', () => {
  expect(parseScenario(OLD, { cities: CITIES }).issues).toEqual([
    { severity: 'error', code: 'version-unknown', path: 'version', values: { found: '0', most: 1 } },
  ])
  expect(parseScenario({ ...OLD, version: 7 }, { cities: CITIES, migrations: { 0: FROM_ZERO } }).issues).toEqual([
    { severity: 'error', code: 'version-newer', path: 'version', values: { found: 7, most: 1 } },
  ])
})
