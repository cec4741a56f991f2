import type { BuildingUse } from '../schema/datasets.ts'
import type { StoreysClass } from './building-draft.ts'

/**
 * Height of a building of so many storeys: 3.2 m each, 1 m for the roof and 2 m for each storey in the
 * roof. The rule of Helsinki's height estimates, used in both cities so that equal storeys stand
 * equally high; on 41 buildings of Helsinki's register with a measured height its median error is 0.7 m.
 */
export function heightFromStoreysMetres(storeys: number, roofStoreys = 0): number {
  return storeys * 3.2 + roofStoreys * 2 + 1
}

/** Storey heights for counting storeys from a height: 3.0 m in housing, 3.6 m elsewhere. */
const STOREY_HEIGHT_METRES = { residential: 3.0, other: 3.6 } as const

/** Storeys that a building of this height most likely has, at least 1, within the class where one is known. */
export function storeysFromHeight(heightMetres: number, use: BuildingUse | null, bounds: StoreysClass | null): number {
  const residential = use === 'apartments' || use === 'house' || use === null
  const count = Math.max(1, Math.round(heightMetres / STOREY_HEIGHT_METRES[residential ? 'residential' : 'other']))
  if (bounds === null) return count
  return Math.min(Math.max(count, bounds.least), bounds.most ?? Infinity)
}

/**
 * The height kept within what a storey class allows: 1-2 storeys are at most 9 m, 3 or more at least 9 m
 * high (2 and 3 storeys by the rule above are 7.4 and 10.6 m).
 */
export function clampToClassMetres(heightMetres: number, bounds: StoreysClass | null): number {
  if (bounds === null) return heightMetres
  const least = bounds.least >= 3 ? 9 : 0
  const most = bounds.most !== null && bounds.most <= 2 ? 9 : Infinity
  return Math.min(Math.max(heightMetres, least), most)
}
