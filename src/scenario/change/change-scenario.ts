import { statedValue } from '../compare/diff-scenarios.ts'
import type { BuildingRef, Edit, Remark, Scenario } from '../types.ts'

/*
 * Each takes a scenario and gives the next one; what did not change is shared between the two, and where nothing changes
 * the scenario itself comes back. None of them asks the clock: `stampScenario` says when it was changed.
 */

/** Puts an edit at the end, or at a place among the others. */
export function addEdit(scenario: Scenario, edit: Edit, index = scenario.edits.length): Scenario {
  if (scenario.edits.some(({ id }) => id === edit.id)) throw new Error(`Expected a new id of an edit, got ${edit.id} again`)
  return { ...scenario, edits: scenario.edits.toSpliced(index, 0, edit) }
}

/** Puts an edit in the place of the one that has its id. */
export function replaceEdit(scenario: Scenario, edit: Edit): Scenario {
  const edits = replaceById(scenario.edits, edit)
  return edits === scenario.edits ? scenario : { ...scenario, edits }
}

/** Takes an edit away, with the remarks that are pinned to it. */
export function removeEdit(scenario: Scenario, id: string): Scenario {
  const edits = scenario.edits.filter((edit) => edit.id !== id)
  if (edits.length === scenario.edits.length) return scenario
  return { ...scenario, edits, remarks: scenario.remarks.filter(({ at }) => !('editId' in at) || at.editId !== id) }
}

/** Moves an edit to a place among the others, counted without it: the order is the one in which edits are applied. */
export function moveEdit(scenario: Scenario, id: string, toIndex: number): Scenario {
  const from = scenario.edits.findIndex((edit) => edit.id === id)
  const to = Math.min(Math.max(0, toIndex), scenario.edits.length - 1)
  if (from === -1 || from === to) return scenario
  return { ...scenario, edits: scenario.edits.toSpliced(from, 1).toSpliced(to, 0, scenario.edits[from] as Edit) }
}

/** Points an edit to another building: the one that was proposed for a reference that is stale. */
export function setBuilding(scenario: Scenario, editId: string, building: BuildingRef): Scenario {
  const edit = scenario.edits.find(({ id }) => id === editId)
  return edit === undefined || !('building' in edit) ? scenario : replaceEdit(scenario, { ...edit, building })
}

/** States an assumption; null goes back to the model's own. */
export function setAssumption(scenario: Scenario, name: string, value: number | null): Scenario {
  if (statedValue(scenario.assumptions, name) === value) return scenario
  const others = Object.entries(scenario.assumptions).filter(([other]) => other !== name)
  return { ...scenario, assumptions: Object.fromEntries(value === null ? others : [...others, [name, value]]) }
}

export function renameScenario(scenario: Scenario, name: string): Scenario {
  return name === scenario.name ? scenario : { ...scenario, name }
}

export function addRemark(scenario: Scenario, remark: Remark): Scenario {
  if (scenario.remarks.some(({ id }) => id === remark.id)) throw new Error(`Expected a new id of a remark, got ${remark.id} again`)
  return { ...scenario, remarks: [...scenario.remarks, remark] }
}

/** Puts a remark in the place of the one that has its id. */
export function replaceRemark(scenario: Scenario, remark: Remark): Scenario {
  const remarks = replaceById(scenario.remarks, remark)
  return remarks === scenario.remarks ? scenario : { ...scenario, remarks }
}

export function removeRemark(scenario: Scenario, id: string): Scenario {
  const remarks = scenario.remarks.filter((remark) => remark.id !== id)
  return remarks.length === scenario.remarks.length ? scenario : { ...scenario, remarks }
}

/** Says when a scenario was last changed. */
export function stampScenario(scenario: Scenario, now: Date): Scenario {
  return { ...scenario, changedAt: now.toISOString() }
}

function replaceById<Item extends { readonly id: string }>(items: readonly Item[], item: Item): readonly Item[] {
  const index = items.findIndex(({ id }) => id === item.id)
  return index === -1 || items[index] === item ? items : items.with(index, item)
}
