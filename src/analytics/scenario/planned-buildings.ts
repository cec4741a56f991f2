import { findInteriorPoints } from '../../geo/interior-points.ts'
import { joinGeometries } from '../../geo/join-geometries.ts'
import type { PackedGeometry } from '../../geo/packed-geometry.ts'
import { isInside } from '../../geo/rings.ts'
import type { AppliedPlanRule, CityChanges } from '../../scenario/apply/types.ts'
import { ENERGY_STANDARDS, type EnergyStandard } from '../../scenario/types.ts'
import { BUILDING_USES, type BuildingUse } from '../../schema/datasets.ts'
import { layPlanRule, type PlanEnvelope } from '../form/plan-rule.ts'

/** What a scenario builds: buildings, and what plan rules leave room for. */
export interface PlannedBuilding {
  readonly editId: string
  /** One feature in the city's CRS. */
  readonly geometry: PackedGeometry
  readonly point: readonly [number, number]
  /** 1 of a building; 0 of the room that a plan rule leaves, of which nobody knows how many buildings it becomes. */
  readonly count: 0 | 1
  readonly footprintSquareMetres: number
  readonly storeys: number
  readonly heightMetres: number
  readonly use: BuildingUse
  readonly standard: EnergyStandard
  /** Share of the usable roof under panels; NaN where no rule holds. */
  readonly solarShare: number
}

/** Footprint and floor area of a building of the data as the scenario leaves it. */
export interface LeftBuilding {
  readonly footprintSquareMetres: number
  readonly floorAreaSquareMetres: number
}

/** The standard of what a plan rule leaves room for: the least that is asked of new buildings. */
const RULE_STANDARD = ENERGY_STANDARDS[0]

/**
 * Everything that a scenario builds in a city: its new buildings, then what is left of the envelope of each plan rule
 * beside the buildings that stay on its area and the new ones there, an entry for each use.
 *
 * @param leftOf a building of the data that is still there
 */
export function listPlanned(changes: CityChanges, leftOf: (building: number) => LeftBuilding): readonly PlannedBuilding[] {
  const added = changes.added.map((building): PlannedBuilding => ({
    editId: building.editId,
    geometry: building.footprint,
    point: building.point,
    count: 1,
    footprintSquareMetres: building.footprintSquareMetres,
    storeys: building.storeys,
    heightMetres: building.heightMetres,
    use: building.use,
    standard: building.standard,
    solarShare: building.solarShare,
  }))
  return [...added, ...changes.planRules.flatMap((rule) => listRoom(rule, changes, leftOf, added))]
}

/** Rules keep their shapes from one evaluation to the next, and so do the envelopes that shapes alone decide on. */
const envelopes = new WeakMap<AppliedPlanRule['edit'], PlanEnvelope>()

function listRoom(
  { edit, area, buildings }: AppliedPlanRule,
  changes: CityChanges,
  leftOf: (building: number) => LeftBuilding,
  added: readonly PlannedBuilding[],
): readonly PlannedBuilding[] {
  const envelope = envelopes.get(edit) ?? layPlanRule(edit, area)
  envelopes.set(edit, envelope)
  let { footprintSquareMetres: ground, floorAreaSquareMetres: floor } = envelope
  for (const building of buildings) {
    if (changes.removed.has(building)) continue
    const left = leftOf(building)
    ground -= left.footprintSquareMetres
    floor -= left.floorAreaSquareMetres
  }
  for (const { point, footprintSquareMetres, storeys } of added) {
    if (!isInside(area, 0, ...point)) continue
    ground -= footprintSquareMetres
    floor -= footprintSquareMetres * storeys
  }
  floor = Math.min(floor, ground * edit.storeys)
  if (!(ground > 0 && floor > 0)) return []
  const [x, y] = findInteriorPoints(envelope.buildable) as unknown as readonly [number, number]
  return BUILDING_USES.flatMap((use): readonly PlannedBuilding[] => {
    const share = (envelope.floorAreasByUse[use] ?? 0) / envelope.floorAreaSquareMetres
    if (!(share > 0)) return []
    return [
      {
        editId: edit.id,
        geometry: envelope.buildable,
        point: [x, y],
        count: 0,
        footprintSquareMetres: ground * share,
        storeys: floor / ground,
        heightMetres: envelope.heightMetres,
        use,
        standard: RULE_STANDARD,
        solarShare: NaN,
      },
    ]
  })
}

/** The shapes of what is planned, a feature each. */
export function joinPlanned(planned: readonly PlannedBuilding[]): PackedGeometry {
  return joinGeometries(
    'polygons',
    planned.map(({ geometry }) => geometry),
  )
}
