import type { Edit, Remark, Scenario } from '../types.ts'
import { statedValue } from './diff-scenarios.ts'
import { isSame } from './is-same.ts'
import { mergeOrder } from './merge-order.ts'

/** What both sides changed, each in its own way. `null` is an item that a side does not have, or an assumption that it does not state. */
interface Sides<Value> {
  readonly base: Value
  readonly mine: Value
  readonly theirs: Value
  /** The one that the merged scenario has. */
  readonly taken: 'mine' | 'theirs'
}

type MergeConflict =
  | ({ readonly kind: 'edit'; readonly id: string } & Sides<Edit | null>)
  | ({ readonly kind: 'remark'; readonly id: string } & Sides<Remark | null>)
  | ({ readonly kind: 'assumption'; readonly name: string } & Sides<number | null>)
  | ({ readonly kind: 'name' } & Sides<string>)
  /** Ids of the edits in their order. */
  | ({ readonly kind: 'order' } & Sides<readonly string[]>)

export interface MergedScenario {
  readonly scenario: Scenario
  readonly conflicts: readonly MergeConflict[]
}

/**
 * Two scenarios that grew from one, as one. Where only one side changed something, that holds; where both changed it
 * alike, that holds; where they differ it is a conflict: mine is taken, or, if one side took away what the other
 * changed, what is left of it, and the other side is in the conflict, so that nothing is lost.
 */
export function mergeScenarios(base: Scenario, mine: Scenario, theirs: Scenario): MergedScenario {
  const conflicts: MergeConflict[] = []
  const edits = mergeItems(base.edits, mine.edits, theirs.edits, (id, sides) => conflicts.push({ kind: 'edit', id, ...sides }))
  if (edits.isOrderConflict) {
    const [baseIds, mineIds, theirIds] = [base, mine, theirs].map((side) => side.edits.map(({ id }) => id)) as [
      string[],
      string[],
      string[],
    ]
    conflicts.push({ kind: 'order', base: baseIds, mine: mineIds, theirs: theirIds, taken: 'mine' })
  }
  const remarks = mergeItems(base.remarks, mine.remarks, theirs.remarks, (id, sides) => conflicts.push({ kind: 'remark', id, ...sides }))
  const name = mergeValue(base.name, mine.name, theirs.name)
  if (name.sides !== null) conflicts.push({ kind: 'name', ...name.sides })
  const assumptions = mergeAssumptions(base.assumptions, mine.assumptions, theirs.assumptions, conflicts)
  const changedAt = Date.parse(theirs.changedAt) > Date.parse(mine.changedAt) ? theirs.changedAt : mine.changedAt
  return { scenario: { ...mine, name: name.value, changedAt, edits: edits.items, assumptions, remarks: remarks.items }, conflicts }
}

interface MergedValue<Value> {
  readonly value: Value
  /** Null where there is no conflict. */
  readonly sides: Sides<Value> | null
}

function mergeValue<Value>(base: Value, mine: Value, theirs: Value): MergedValue<Value> {
  if (isSame(mine, theirs) || isSame(theirs, base)) return { value: mine, sides: null }
  if (isSame(mine, base)) return { value: theirs, sides: null }
  const taken = mine === null ? 'theirs' : 'mine'
  return { value: taken === 'mine' ? mine : theirs, sides: { base, mine, theirs, taken } }
}

function mergeItems<Item extends { readonly id: string }>(
  base: readonly Item[],
  mine: readonly Item[],
  theirs: readonly Item[],
  report: (id: string, sides: Sides<Item | null>) => void,
): { readonly items: readonly Item[]; readonly isOrderConflict: boolean } {
  const [inBase, inMine, inTheirs] = [base, mine, theirs].map((items) => new Map(items.map((item) => [item.id, item]))) as [
    Map<string, Item>,
    Map<string, Item>,
    Map<string, Item>,
  ]
  const merged = new Map<string, Item>()
  for (const id of new Set([...inBase.keys(), ...inMine.keys(), ...inTheirs.keys()])) {
    const { value, sides } = mergeValue(inBase.get(id) ?? null, inMine.get(id) ?? null, inTheirs.get(id) ?? null)
    if (sides !== null) report(id, sides)
    if (value !== null) merged.set(id, value)
  }
  const { ids, isConflict } = mergeOrder(base, mine, theirs, new Set(merged.keys()))
  return { items: ids.map((id) => merged.get(id) as Item), isOrderConflict: isConflict }
}

function mergeAssumptions(
  base: Scenario['assumptions'],
  mine: Scenario['assumptions'],
  theirs: Scenario['assumptions'],
  conflicts: MergeConflict[],
): Scenario['assumptions'] {
  const names = [...new Set([base, mine, theirs].flatMap((side) => Object.keys(side)))].sort()
  return Object.fromEntries(
    names.flatMap((name) => {
      const { value, sides } = mergeValue(statedValue(base, name), statedValue(mine, name), statedValue(theirs, name))
      if (sides !== null) conflicts.push({ kind: 'assumption', name, ...sides })
      return value === null ? [] : [[name, value] as const]
    }),
  )
}
