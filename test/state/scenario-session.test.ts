import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SCENARIO_FORMAT, SCENARIO_VERSION, type AddStop, type Scenario } from '../../src/scenario/types.ts'
import { startSession } from '../../src/state/defaults.ts'
import {
  changeScenario,
  chooseEdit,
  openScenario,
  putEdit,
  redoScenario,
  setBaseline,
  setShowsBefore,
  shownScenario,
  undoScenario,
} from '../../src/state/scenario-session.ts'

const EMPTY: Scenario = {
  format: SCENARIO_FORMAT,
  version: SCENARIO_VERSION,
  id: 'a',
  name: 'First',
  changedAt: '2026-01-01T00:00:00.000Z',
  edits: [],
  assumptions: {},
  remarks: [],
}
const stop = (id: string): AddStop => ({ kind: 'add-stop', id, cityId: 'vineta', position: [24, 60], departuresPerDay: 90 })
const OPEN = openScenario(startSession(), EMPTY)

describe('the open scenario', () => {
  it('is changed by confirmed edits, dated, and the same session where nothing changes', () => {
    const changed = putEdit(OPEN, stop('one'), Date.UTC(2026, 5, 1, 12))
    expect(changed.scenario?.edits).toEqual([stop('one')])
    expect(changed.scenario?.changedAt).toBe('2026-06-01T12:00:00.000Z')
    expect(changeScenario(changed, (scenario) => scenario)).toBe(changed)
    expect(putEdit(startSession(), stop('one')).scenario).toBeNull()
  })

  it('has an edit once: one with the same id takes its place', () => {
    const two = putEdit(putEdit(OPEN, stop('one')), stop('two'))
    const again = putEdit(two, { ...stop('one'), departuresPerDay: 12 })
    expect(again.scenario?.edits).toEqual([{ ...stop('one'), departuresPerDay: 12 }, stop('two')])
  })

  it('goes back and forth over any changes to the very same scenarios', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { maxLength: 40 }), (names) => {
        const states = [OPEN]
        for (const name of names) {
          const last = states.at(-1) as typeof OPEN
          states.push(changeScenario(last, (scenario) => ({ ...scenario, name }), 0))
        }
        let session = states.at(-1) as typeof OPEN
        for (const before of states.slice(0, -1).toReversed()) {
          session = undoScenario(session)
          expect(session.scenario).toBe(before.scenario)
        }
        expect(undoScenario(session)).toBe(session)
        for (const after of states.slice(1)) {
          session = redoScenario(session)
          expect(session.scenario).toBe(after.scenario)
        }
        expect(redoScenario(session)).toBe(session)
      }),
    )
  })

  it('forgets what was undone with the next change, and everything when another opens', () => {
    const undone = undoScenario(putEdit(OPEN, stop('one')))
    expect(redoScenario(putEdit(undone, stop('two'))).scenario?.edits).toEqual([stop('two')])
    const other = openScenario(undone, { ...EMPTY, id: 'b' })
    expect(undoScenario(redoScenario(other)).scenario?.id).toBe('b')
  })

  it('keeps no edit chosen that is gone', () => {
    const chosen = chooseEdit(putEdit(OPEN, stop('one')), 'one')
    expect(chosen.chosenEdit).toBe('one')
    expect(undoScenario(chosen).chosenEdit).toBeNull()
  })

  it('shows what it is held against while "before" is held', () => {
    const against = setBaseline(OPEN, { ...EMPTY, id: 'b' })
    expect(shownScenario(against)?.id).toBe('a')
    expect(shownScenario(setShowsBefore(against, true))?.id).toBe('b')
    expect(shownScenario(setShowsBefore(OPEN, true))).toBeNull()
    expect(openScenario(against, { ...EMPTY, id: 'b' }).baseline).toBeNull()
  })
})
