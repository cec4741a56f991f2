import type { PackedGeometry } from '../../geo/packed-geometry.ts'
import type { PlanRule } from '../../scenario/types.ts'
import { BUILDING_USES, type BuildingUse } from '../../schema/datasets.ts'
import { estimateCapacity, type FloorAreas, type FloorCapacity } from '../scenario/floor-use.ts'
import { featureArea } from '../zones/planar-rings.ts'
import { shrinkArea } from './shrink-area.ts'
import { usualHeightMetres } from './storeys.ts'

/** What a plan rule says, wherever it is laid. */
export type PlanRuleTerms = Pick<PlanRule, 'storeys' | 'coverageShare' | 'setbackMetres' | 'useShares'>

/** The most that may be built on an area under a rule. */
export interface PlanEnvelope extends FloorCapacity {
  readonly areaSquareMetres: number
  /** Ground that is far enough from the border, in the plane of the area: the envelope stands on it. */
  readonly buildable: PackedGeometry
  readonly buildableSquareMetres: number
  /** Height of the envelope: as many storeys of each use as usual, by its share. */
  readonly heightMetres: number
  readonly footprintSquareMetres: number
  /** What keeps the footprint down: the share that may be covered, or the ground that is left. */
  readonly limit: 'coverage' | 'setback'
  readonly floorAreaSquareMetres: number
  readonly floorAreasByUse: FloorAreas
  /** Floor area and footprint over the area. */
  readonly fsi: number
  readonly gsi: number
}

/** Of shares by use: those above 0, made to sum to 1. */
function listUseShares(useShares: PlanRuleTerms['useShares']): readonly (readonly [use: BuildingUse, share: number])[] {
  const named = BUILDING_USES.flatMap((use) => ((useShares[use] ?? 0) > 0 ? [[use, useShares[use] as number] as const] : []))
  const sum = named.reduce((total, [, share]) => total + share, 0)
  return named.map(([use, share]) => [use, share / sum])
}

/**
 * Lays a rule over an area: footprint = coverage share × area, or all ground beyond the setback where that is
 * less; floor area = footprint × storeys, divided by the shares of use; dwellings, residents and jobs by
 * `estimateCapacity`.
 *
 * @param area one feature, in a plane in metres
 * @param changes assumptions that differ from their defaults, by id
 * @throws a sentence, where the rule names no use or has a number that cannot be
 */
export function layPlanRule(rule: PlanRuleTerms, area: PackedGeometry, changes: Readonly<Record<string, number>> = {}): PlanEnvelope {
  const { storeys, coverageShare, setbackMetres } = rule
  if (!(storeys > 0 && Number.isFinite(storeys))) throw new Error(`Expected storeys above 0, found ${storeys}`)
  if (!(coverageShare >= 0 && coverageShare <= 1)) throw new Error(`Expected a coverage share of 0 to 1, found ${coverageShare}`)
  const uses = listUseShares(rule.useShares)
  if (uses.length === 0) throw new Error('Expected one use or more with a share above 0')
  const buildable = shrinkArea(area, 0, setbackMetres)
  const areaSquareMetres = featureArea(area, 0)
  const buildableSquareMetres = featureArea(buildable, 0)
  const covered = coverageShare * areaSquareMetres
  const footprintSquareMetres = Math.min(covered, buildableSquareMetres)
  const floorAreaSquareMetres = footprintSquareMetres * storeys
  const floorAreasByUse = Object.fromEntries(uses.map(([use, share]) => [use, floorAreaSquareMetres * share])) as FloorAreas
  return {
    areaSquareMetres,
    buildable,
    buildableSquareMetres,
    heightMetres: uses.reduce((height, [use, share]) => height + share * usualHeightMetres(storeys, use), 0),
    footprintSquareMetres,
    limit: covered <= buildableSquareMetres ? 'coverage' : 'setback',
    floorAreaSquareMetres,
    floorAreasByUse,
    fsi: floorAreaSquareMetres / areaSquareMetres,
    gsi: footprintSquareMetres / areaSquareMetres,
    ...estimateCapacity(floorAreasByUse, changes),
  }
}
