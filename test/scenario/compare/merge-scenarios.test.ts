import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { moveEdit, removeEdit, replaceEdit } from '../../../src/scenario/change/change-scenario.ts'
import { mergeScenarios } from '../../../src/scenario/compare/merge-scenarios.ts'
import type { AddStop, Edit, Scenario } from '../../../src/scenario/types.ts'
import { arbitraryScenario, SEED } from '../arbitrary-scenario.ts'
import { scenarioOf } from '../sample.ts'

const stop = (id: string, departuresPerDay = 10): AddStop => ({
  kind: 'add-stop',
  id,
  cityId: 'north',
  position: [25, 60.2],
  departuresPerDay,
})
const ids = ({ edits }: Scenario) => edits.map(({ id }) => id).join('')
const BASE = scenarioOf([stop('a'), stop('b'), stop('c'), stop('d')])

test('changes of both sides hold', () => {
  const mine = { ...replaceEdit(removeEdit(BASE, 'd'), stop('a', 1)), name: 'Mine' }
  const theirs = { ...replaceEdit(BASE, stop('b', 2)), assumptions: { persons: 3 } }
  const { scenario, conflicts } = mergeScenarios(BASE, mine, theirs)
  expect(conflicts).toEqual([])
  expect(scenario).toMatchObject({ name: 'Mine', assumptions: { persons: 3 }, edits: [stop('a', 1), stop('b', 2), stop('c')] })
})

test('what both changed is a conflict that carries both', () => {
  const mine = { ...replaceEdit(BASE, stop('a', 1)), name: 'Mine', assumptions: { persons: 2 } }
  const theirs = { ...replaceEdit(BASE, stop('a', 2)), name: 'Theirs', assumptions: { persons: 3 } }
  const { scenario, conflicts } = mergeScenarios(BASE, mine, theirs)
  expect(scenario).toMatchObject({ name: 'Mine', assumptions: { persons: 2 }, edits: [stop('a', 1), stop('b'), stop('c'), stop('d')] })
  expect(conflicts).toEqual([
    { kind: 'edit', id: 'a', base: stop('a'), mine: stop('a', 1), theirs: stop('a', 2), taken: 'mine' },
    { kind: 'name', base: 'A scenario', mine: 'Mine', theirs: 'Theirs', taken: 'mine' },
    { kind: 'assumption', name: 'persons', base: null, mine: 2, theirs: 3, taken: 'mine' },
  ])
})

test('what one side took away and the other changed stays, whichever side is asked', () => {
  const [gone, changed] = [removeEdit(BASE, 'b'), replaceEdit(BASE, stop('b', 9))]
  for (const [mine, theirs, taken] of [
    [gone, changed, 'theirs'],
    [changed, gone, 'mine'],
  ] as const) {
    const { scenario, conflicts } = mergeScenarios(BASE, mine, theirs)
    expect(scenario.edits).toEqual([stop('a'), stop('b', 9), stop('c'), stop('d')])
    expect(conflicts).toMatchObject([{ kind: 'edit', id: 'b', taken }])
  }
})

test('the side that moved edits says their order; where both did, mine does and theirs is told', () => {
  const moved = moveEdit(BASE, 'd', 0)
  const added = { ...BASE, edits: [stop('a'), stop('b'), stop('x'), stop('c'), stop('d')] }
  expect(ids(mergeScenarios(BASE, moved, added).scenario)).toBe('dabxc')
  expect(ids(mergeScenarios(BASE, added, moved).scenario)).toBe('dabxc')
  const { scenario, conflicts } = mergeScenarios(BASE, moved, moveEdit(BASE, 'a', 3))
  expect(ids(scenario)).toBe('dabc')
  expect(conflicts).toEqual([
    { kind: 'order', base: ['a', 'b', 'c', 'd'], mine: ['d', 'a', 'b', 'c'], theirs: ['b', 'c', 'd', 'a'], taken: 'mine' },
  ])
})

test('two that added in one place are both there, in one order whoever merges', () => {
  const mine = { ...BASE, edits: [stop('a'), stop('z1'), stop('z2'), stop('b'), stop('c'), stop('d')] }
  const theirs = { ...BASE, edits: [stop('a'), stop('y'), stop('b'), stop('c'), stop('d')] }
  expect(ids(mergeScenarios(BASE, mine, theirs).scenario)).toBe('ayz1z2bcd')
  expect(ids(mergeScenarios(BASE, theirs, mine).scenario)).toBe('ayz1z2bcd')
})

/** A side that touches only edits at places of one parity, adds under its own prefix, and states its own assumption. */
function changeSide(base: Scenario, parity: 0 | 1, choices: readonly number[], added: readonly Edit[], prefix: string): Scenario {
  const edits = base.edits.flatMap((edit, index): Edit[] => {
    const choice = index % 2 === parity ? (choices[index] ?? 0) : 0
    return choice === 1 ? [] : choice === 2 ? [{ ...edit, name: prefix }] : [edit]
  })
  added.forEach((edit, index) => edits.splice(choices[index] ?? 0, 0, { ...edit, id: `${prefix}-${index}` }))
  return { ...base, edits, assumptions: { ...base.assumptions, [prefix]: 1 } }
}

test('disjoint changes merge without conflict, in whatever order, and nothing of them is lost', () => {
  const choices = fc.array(fc.nat(2), { maxLength: 8 })
  fc.assert(
    fc.property(arbitraryScenario, arbitraryScenario, choices, choices, (base, more, mineChoices, theirChoices) => {
      const half = Math.floor(more.edits.length / 2)
      const mine = changeSide(base, 0, mineChoices, more.edits.slice(0, half), 'mine')
      const theirs = changeSide(base, 1, theirChoices, more.edits.slice(half), 'theirs')
      const one = mergeScenarios(base, mine, theirs)
      expect(one.conflicts).toEqual([])
      expect(mergeScenarios(base, theirs, mine)).toEqual(one)
      const merged = new Map(one.scenario.edits.map((edit) => [edit.id, edit]))
      for (const [side, other] of [[mine, theirs] as const, [theirs, mine] as const]) {
        for (const edit of side.edits) {
          const before = base.edits.find(({ id }) => id === edit.id)
          if (before !== edit) expect(merged.get(edit.id)).toEqual(edit)
        }
        for (const { id } of base.edits) {
          if (!side.edits.some((edit) => edit.id === id)) expect(merged.has(id)).toBe(false)
        }
        expect(one.scenario.assumptions).toMatchObject(other.assumptions)
      }
      expect(mergeScenarios(base, one.scenario, theirs).scenario.edits).toEqual(one.scenario.edits)
    }),
    { seed: SEED, numRuns: 300 },
  )
})

test('merging with what did not change, or changed alike, changes nothing', () => {
  fc.assert(
    fc.property(arbitraryScenario, arbitraryScenario, (base, side) => {
      const same = { ...side, id: base.id }
      expect(mergeScenarios(base, same, base)).toEqual({ scenario: same, conflicts: [] })
      expect(mergeScenarios(base, base, same)).toEqual({ scenario: same, conflicts: [] })
      expect(mergeScenarios(base, same, structuredClone(same))).toEqual({ scenario: same, conflicts: [] })
    }),
    { seed: SEED, numRuns: 100 },
  )
})
