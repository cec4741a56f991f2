import type { Edit, Remark, Scenario } from '../types.ts'
import { isSame } from './is-same.ts'

interface ItemsDiff<Item> {
  readonly added: readonly Item[]
  readonly removed: readonly Item[]
  readonly changed: readonly Change<Item>[]
}

interface Change<Value> {
  readonly before: Value
  readonly after: Value
}

/** What one scenario says otherwise than another. Empty lists and nulls where they agree. */
export interface ScenarioDiff {
  readonly edits: ItemsDiff<Edit>
  /** Whether edits that both have are applied in another order. */
  readonly isReordered: boolean
  readonly remarks: ItemsDiff<Remark>
  /** An assumption that is not stated is null. */
  readonly assumptions: readonly (Change<number | null> & { readonly name: string })[]
  readonly name: Change<string> | null
}

export function diffScenarios(before: Scenario, after: Scenario): ScenarioDiff {
  return {
    edits: diffItems(before.edits, after.edits),
    isReordered: !isSame(orderOfShared(before.edits, after.edits), orderOfShared(after.edits, before.edits)),
    remarks: diffItems(before.remarks, after.remarks),
    assumptions: diffAssumptions(before.assumptions, after.assumptions),
    name: before.name === after.name ? null : { before: before.name, after: after.name },
  }
}

/** Whether two scenarios say the same. */
export function isEmptyDiff({ edits, isReordered, remarks, assumptions, name }: ScenarioDiff): boolean {
  const isNone = ({ added, removed, changed }: ItemsDiff<unknown>) => added.length + removed.length + changed.length === 0
  return isNone(edits) && isNone(remarks) && !isReordered && assumptions.length === 0 && name === null
}

function diffItems<Item extends { readonly id: string }>(before: readonly Item[], after: readonly Item[]): ItemsDiff<Item> {
  const earlier = new Map(before.map((item) => [item.id, item]))
  const later = new Map(after.map((item) => [item.id, item]))
  return {
    added: after.filter(({ id }) => !earlier.has(id)),
    removed: before.filter(({ id }) => !later.has(id)),
    changed: before.flatMap((item) => {
      const other = later.get(item.id)
      return other === undefined || isSame(item, other) ? [] : [{ before: item, after: other }]
    }),
  }
}

/** Ids of the items that the other list has too, in their order. */
export function orderOfShared(items: readonly { readonly id: string }[], others: readonly { readonly id: string }[]): readonly string[] {
  const ids = new Set(others.map(({ id }) => id))
  return items.map(({ id }) => id).filter((id) => ids.has(id))
}

function diffAssumptions(before: Scenario['assumptions'], after: Scenario['assumptions']): ScenarioDiff['assumptions'] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .sort()
    .map((name) => ({ name, before: statedValue(before, name), after: statedValue(after, name) }))
    .filter((change) => change.before !== change.after)
}

/** What a scenario states of an assumption; null where it is the model's own. */
export function statedValue(assumptions: Scenario['assumptions'], name: string): number | null {
  return Object.hasOwn(assumptions, name) ? (assumptions[name] as number) : null
}
