import { orderOfShared } from './diff-scenarios.ts'
import { isSame } from './is-same.ts'

interface WithId {
  readonly id: string
}

export interface MergedOrder {
  readonly ids: readonly string[]
  /** Whether both put the same items into different orders; then mine holds. */
  readonly isConflict: boolean
}

/**
 * Order of merged items. Those of the base stand as the side that moved them has them; what a side added follows what
 * it followed there, and where both added in one place, the lesser id goes first, so that it does not matter who merges.
 *
 * @param kept ids that the merged list has
 */
export function mergeOrder(
  base: readonly WithId[],
  mine: readonly WithId[],
  theirs: readonly WithId[],
  kept: ReadonlySet<string>,
): MergedOrder {
  const [isMineMoved, isTheirsMoved] = [mine, theirs].map((side) => !isSame(orderOfShared(side, base), orderOfShared(base, side)))
  const isConflict = isMineMoved === true && isTheirsMoved === true && !isSame(orderOfShared(mine, theirs), orderOfShared(theirs, mine))
  const common = orderCommon(base, isTheirsMoved === true && isMineMoved !== true ? theirs : mine, kept)
  const anchors = new Set(common)
  const runs = [runsOfAdded(mine, anchors, kept), runsOfAdded(theirs, anchors, kept)]
  const ids = new Set<string>()
  for (const anchor of ['', ...common]) {
    if (anchor !== '') ids.add(anchor)
    const here = runs.map((side) => side.get(anchor) ?? []).sort(([a = ''], [b = '']) => (a < b ? -1 : a > b ? 1 : 0))
    for (const id of here.flat()) ids.add(id)
  }
  return { ids: [...ids], isConflict }
}

/** Items of the base that are kept, in a side's order; what the side does not have follows what it followed in the base. */
function orderCommon(base: readonly WithId[], side: readonly WithId[], kept: ReadonlySet<string>): readonly string[] {
  const order = orderOfShared(side, base).filter((id) => kept.has(id))
  const known = new Set(order)
  let before = -1
  for (const { id } of base) {
    if (!kept.has(id)) continue
    if (known.has(id)) before = order.indexOf(id)
    else (order as string[]).splice(++before, 0, id)
  }
  return order
}

/** Items that are not of the base, by what they follow: a kept item of the base, or '' for the start. */
function runsOfAdded(
  side: readonly WithId[],
  anchors: ReadonlySet<string>,
  kept: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  const runs = new Map<string, string[]>()
  let anchor = ''
  for (const { id } of side) {
    if (anchors.has(id)) anchor = id
    else if (kept.has(id)) runs.set(anchor, [...(runs.get(anchor) ?? []), id])
  }
  return runs
}
