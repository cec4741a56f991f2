import { describe, expect, test } from 'vitest'
import { messagesOf } from '../../../../src/ui/context.tsx'
import { isMessageKey } from '../../../../src/ui/messages/index.ts'
import {
  groupAssumptions,
  nameAssumption,
  SCENARIO_ASSUMPTIONS,
  stepOf,
} from '../../../../src/ui/scenario/assumptions/scenario-assumptions.ts'
import { listAssumptions } from '../../../../src/ui/scenario/report/list-assumptions.ts'
import { emptyScenario } from '../../../../src/scenario/change/create-scenario.ts'

describe('the assumptions that a scenario may state', () => {
  test('each have an id of their own, a name and a unit in words', () => {
    expect(new Set(SCENARIO_ASSUMPTIONS.map(({ id }) => id)).size).toBe(SCENARIO_ASSUMPTIONS.length)
    expect(SCENARIO_ASSUMPTIONS.filter(({ name }) => !isMessageKey(`assumption.${name}`))).toEqual([])
    expect(SCENARIO_ASSUMPTIONS.filter(({ unit }) => unit !== 'ratio' && unit !== 'year' && !isMessageKey(`unit.${unit}`))).toEqual([])
    expect(new Set(SCENARIO_ASSUMPTIONS.map((one) => nameAssumption(one, messagesOf('en')))).size).toBe(SCENARIO_ASSUMPTIONS.length)
  })

  test('stand together by name', () => {
    const groups = groupAssumptions(SCENARIO_ASSUMPTIONS)
    expect(groups.flatMap(([, rows]) => rows)).toHaveLength(SCENARIO_ASSUMPTIONS.length)
    expect(new Set(groups.map(([name]) => name)).size).toBe(groups.length)
  })

  test.each([
    [{ low: 0.7, high: 0.85, default: 0.8 }, 0.01],
    [{ low: 30, high: 100, default: 50 }, 5],
    [{ low: 2019, high: 2023, default: 2023 }, 0.2],
    [{ low: 5, high: 5, default: 5 }, 0.5],
  ])('%j are changed by steps of %d', (assumption, step) => {
    expect(stepOf(assumption)).toBe(step)
  })
})

test('the report lists what is stated otherwise, beside the usual value', () => {
  const scenario = { ...emptyScenario('Plan', new Date(0)), assumptions: { 'net-share-of-homes': 0.75, 'of-a-later-version': 3 } }
  expect(listAssumptions(scenario, messagesOf('en'))?.rows).toMatchObject([
    { name: 'net share of the floor area of homes', cells: ['0.8', '0.75'] },
    { name: 'of-a-later-version', cells: ['–', '3'] },
  ])
  expect(listAssumptions(emptyScenario('Plan', new Date(0)), messagesOf('en'))).toBeNull()
})
