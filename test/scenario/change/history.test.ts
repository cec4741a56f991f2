import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { amendStep, redoStep, startHistory, takeStep, undoStep } from '../../../src/scenario/change/history.ts'
import { addEdit, moveEdit, removeEdit, renameScenario, setAssumption } from '../../../src/scenario/change/change-scenario.ts'
import type { Edit, Scenario } from '../../../src/scenario/types.ts'
import { arbitraryEdit, SEED } from '../arbitrary-scenario.ts'
import { scenarioOf } from '../sample.ts'

type Step = (scenario: Scenario) => Scenario

const arbitraryStep: fc.Arbitrary<Step> = fc.oneof(
  arbitraryEdit.map(
    (edit: Edit) => (scenario: Scenario) => (scenario.edits.some(({ id }) => id === edit.id) ? scenario : addEdit(scenario, edit)),
  ),
  fc.nat(5).map((index) => (scenario: Scenario) => removeEdit(scenario, scenario.edits[index]?.id ?? '')),
  fc.tuple(fc.nat(5), fc.nat(5)).map(
    ([from, to]) =>
      (scenario: Scenario) =>
        moveEdit(scenario, scenario.edits[from]?.id ?? '', to),
  ),
  fc.string({ maxLength: 5 }).map((name) => (scenario: Scenario) => renameScenario(scenario, name)),
  fc.option(fc.nat(9)).map((value) => (scenario: Scenario) => setAssumption(scenario, 'persons', value)),
)

test('undo after any steps gives the very objects that were there, and redo those that were undone', () => {
  fc.assert(
    fc.property(fc.array(arbitraryStep, { maxLength: 30 }), (steps) => {
      let history = startHistory(scenarioOf([]))
      const seen = [history.present]
      for (const step of steps) {
        history = takeStep(history, step(history.present))
        if (history.present !== seen.at(-1)) seen.push(history.present)
      }
      for (const state of seen.toReversed()) {
        expect(history.present).toBe(state)
        history = undoStep(history)
      }
      expect(history.past).toEqual([])
      for (const state of seen) {
        expect(history.present).toBe(state)
        history = redoStep(history)
      }
      expect(history.future).toEqual([])
    }),
    { seed: SEED, numRuns: 200 },
  )
})

test('a step after an undo forgets what was undone; an amended step is one with the last', () => {
  const one = takeStep(startHistory('a'), 'b')
  const other = takeStep(undoStep(one), 'c')
  expect(other).toEqual({ past: ['a'], present: 'c', future: [] })
  expect(redoStep(other)).toBe(other)
  expect(undoStep(amendStep(one, 'd'))).toEqual({ past: [], present: 'a', future: ['d'] })
  expect(takeStep(one, 'b')).toBe(one)
  expect(amendStep(one, 'b')).toBe(one)
  expect(undoStep(startHistory('a')).present).toBe('a')
})

test('ten thousand steps are kept, and what did not change is shared between them', () => {
  const edit: Edit = { kind: 'add-stop', id: 's', cityId: 'north', position: [25, 60.2], departuresPerDay: 3 }
  let history = startHistory(scenarioOf([edit]))
  for (let step = 0; step < 10_000; step++) history = takeStep(history, renameScenario(history.present, `name ${step}`))
  expect(history.past).toHaveLength(10_000)
  expect(history.past.every(({ edits }) => edits === history.present.edits)).toBe(true)
  while (history.past.length > 0) history = undoStep(history)
  expect(history.present.name).toBe('A scenario')
})
