import { BUILDING_USES, type BuildingUse } from '../../../schema/datasets.ts'
import type { PlanRule } from '../../../scenario/types.ts'

export type UseShares = PlanRule['useShares']

/** To a thousandth of the floor area. */
const PARTS = 1000

/**
 * One use's share set, and the others scaled to fill the rest, so that the sum stays 1. Where no other use has a share
 * the rest cannot go anywhere: the shares stay as they are.
 *
 * @param share 0-1
 */
export function setShare(shares: UseShares, use: BuildingUse, share: number): UseShares {
  const wanted = Math.round(Math.min(1, Math.max(0, share)) * PARTS)
  const others = BUILDING_USES.filter((other) => other !== use && (shares[other] ?? 0) > 0)
  const sum = others.reduce((total, other) => total + (shares[other] ?? 0), 0)
  if (sum === 0) return shares
  const scaled = others.map((other) => [other, Math.floor(((shares[other] ?? 0) / sum) * (PARTS - wanted))] as const)
  const left = PARTS - wanted - scaled.reduce((total, [, parts]) => total + parts, 0)
  // What rounding leaves goes to the first, so that the sum is whole.
  const parts = new Map<BuildingUse, number>([
    [use, wanted],
    ...scaled.map(([other, part], index) => [other, index === 0 ? part + left : part] as const),
  ])
  return Object.fromEntries(BUILDING_USES.flatMap((id) => ((parts.get(id) ?? 0) > 0 ? [[id, (parts.get(id) ?? 0) / PARTS]] : [])))
}
