import type { PackedGeometry } from '../../geo/packed-geometry.ts'
import { isInside, pointAt } from '../../geo/rings.ts'
import { BUILDING_USES, type BuildingUse } from '../../schema/datasets.ts'
import type { FloorAreas } from '../scenario/floor-use.ts'
import { measureGrossFloorAreas } from './gross-floor-area.ts'

/** Columns of buildings, one entry each. */
export interface StandingColumns {
  /** East, north of the point that stands for each, interleaved, in the plane of the area. */
  readonly positions: ArrayLike<number>
  readonly footprintsSquareMetres: ArrayLike<number>
  /** Not above 0, or NaN, where there are none. */
  readonly storeys: ArrayLike<number>
  /** Places in BUILDING_USES; others are unknown. */
  readonly useCodes: ArrayLike<number>
}

/** What stands on an area. */
export interface Standing {
  readonly buildingCount: number
  readonly footprintSquareMetres: number
  readonly floorAreaSquareMetres: number
  /** Floor area by use; that of buildings of unknown use is in none. */
  readonly floorAreasByUse: FloorAreas
}

/** Sums over the buildings whose point lies in the area; each counts as a whole. */
export function sumStanding(area: PackedGeometry, feature: number, buildings: StandingColumns): Standing {
  const inside = Array.from({ length: buildings.footprintsSquareMetres.length }, (_, building) => building).filter((building) =>
    isInside(area, feature, ...pointAt(buildings.positions, building)),
  )
  const take = (column: ArrayLike<number>) => inside.map((building) => column[building] as number)
  const footprints = take(buildings.footprintsSquareMetres)
  const floors = measureGrossFloorAreas(footprints, take(buildings.storeys)).map((floor) => (Number.isNaN(floor) ? 0 : floor))
  const byUse: Partial<Record<BuildingUse, number>> = {}
  take(buildings.useCodes).forEach((code, index) => {
    const use = BUILDING_USES[code]
    if (use !== undefined) byUse[use] = (byUse[use] ?? 0) + (floors[index] as number)
  })
  const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0)
  return {
    buildingCount: inside.length,
    footprintSquareMetres: sum(footprints),
    floorAreaSquareMetres: sum(floors),
    floorAreasByUse: byUse,
  }
}
