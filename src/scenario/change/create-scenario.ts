import { SCENARIO_FORMAT, SCENARIO_VERSION, type Edit, type Scenario } from '../types.ts'

/** An id that no other scenario, edit or remark has, wherever it is made. */
export function createId(): string {
  // `randomUUID` is there only where the page came by https or from this machine.
  const letters = 'abcdefghijklmnopqrstuvwxyz234567'
  return Array.from(crypto.getRandomValues(new Uint8Array(20)), (byte) => letters[byte % letters.length]).join('')
}

/** A scenario in which nothing is changed yet. */
export function emptyScenario(name: string, now: Date, id = createId()): Scenario {
  return {
    format: SCENARIO_FORMAT,
    version: SCENARIO_VERSION,
    id,
    name,
    changedAt: now.toISOString(),
    edits: [],
    assumptions: {},
    remarks: [],
  }
}

/** The same under another id and name. Edits keep their ids, so that the two can be compared. */
export function duplicateScenario(scenario: Scenario, name: string, now: Date, id = createId()): Scenario {
  return { ...scenario, id, name, changedAt: now.toISOString() }
}

/** Whether a scenario says anything. */
export function isEmpty({ edits, assumptions, remarks }: Scenario): boolean {
  return edits.length === 0 && remarks.length === 0 && Object.keys(assumptions).length === 0
}

/** An edit as a new one: the same in all but its id. */
export function copyEdit<Kind extends Edit>(edit: Kind, id = createId()): Kind {
  return { ...edit, id }
}
