import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffScenarios, isEmptyDiff } from '../../../src/scenario/compare/diff-scenarios.ts'
import type { AddStop } from '../../../src/scenario/types.ts'
import { arbitraryScenario, SEED } from '../arbitrary-scenario.ts'
import { scenarioOf } from '../sample.ts'

const stop = (id: string, departuresPerDay = 10): AddStop => ({
  kind: 'add-stop',
  id,
  cityId: 'north',
  position: [25, 60.2],
  departuresPerDay,
})

test('what was added, removed, changed, moved and renamed', () => {
  const remark = { id: '1', text: 'why', at: { editId: 'a' } } as const
  const before = scenarioOf([stop('a'), stop('b'), stop('c')], { assumptions: { persons: 2, heat: 1 }, remarks: [remark] })
  const after = scenarioOf([stop('c'), stop('a', 20), stop('d')], {
    name: 'Other',
    assumptions: { heat: 1, jobs: 3 },
    remarks: [{ ...remark, text: 'because' }],
  })
  expect(diffScenarios(before, after)).toEqual({
    edits: { added: [stop('d')], removed: [stop('b')], changed: [{ before: stop('a'), after: stop('a', 20) }] },
    isReordered: true,
    remarks: { added: [], removed: [], changed: [{ before: remark, after: { ...remark, text: 'because' } }] },
    assumptions: [
      { name: 'jobs', before: null, after: 3 },
      { name: 'persons', before: 2, after: null },
    ],
    name: { before: 'A scenario', after: 'Other' },
  })
})

test('nothing differs from itself or from a copy, and what is added one way is removed the other', () => {
  fc.assert(
    fc.property(arbitraryScenario, arbitraryScenario, (a, b) => {
      expect(isEmptyDiff(diffScenarios(a, structuredClone(a)))).toBe(true)
      const [there, back] = [diffScenarios(a, b), diffScenarios(b, a)]
      expect(there.edits.added).toEqual(back.edits.removed)
      expect(there.remarks.removed).toEqual(back.remarks.added)
      expect(there.assumptions.map(({ name, before, after }) => ({ name, before: after, after: before }))).toEqual(back.assumptions)
    }),
    { seed: SEED, numRuns: 100 },
  )
})
