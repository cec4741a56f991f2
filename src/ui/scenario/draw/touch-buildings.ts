import type { CityId } from '../../../cities/index.ts'
import type { FoundBuilding } from '../../../layers/planned/types.ts'
import { polygonHolds } from '../../../geo/open-rings.ts'
import type { BuildingRef, ChangeBuilding, LonLat, RemoveBuilding } from '../../../scenario/types.ts'
import type { DataService } from '../../../services/data-service.ts'
import { startPlacing } from '../../../scenario/draw/place-buildings.ts'
import type { PlaceTool } from '../../../scenario/draw/types.ts'
import { storeysFromHeight } from '../../../analytics/form/storeys.ts'

/** Edits of buildings that stand there, and what is taken along of them. */

function referenceTo({ id, position, footprintSquareMetres }: FoundBuilding): BuildingRef {
  // A reference without size could never be matched again.
  return { id, position: [position[0], position[1]], footprintSquareMetres: Math.max(footprintSquareMetres, 0.01) }
}

export function startRemoval(id: string, cityId: CityId, building: FoundBuilding): RemoveBuilding {
  return { kind: 'remove-building', id, cityId, building: referenceTo(building) }
}

export function startChange(id: string, cityId: CityId, building: FoundBuilding): ChangeBuilding {
  return { kind: 'change-building', id, cityId, building: referenceTo(building), storeys: storeysOf(building) }
}

/** Takes buildings up with their numbers, each separate piece for itself. */
export function carryBuildings(buildings: readonly FoundBuilding[], nameOf: (building: FoundBuilding) => string | null): PlaceTool {
  return startPlacing(
    buildings.flatMap((building) =>
      building.footprint.map((footprint) => ({
        footprint,
        storeys: storeysOf(building),
        heightMetres: building.heightMetres,
        use: building.use ?? 'other',
        name: nameOf(building),
      })),
    ),
  )
}

/** As the data have them, else by the rule that all the data follow. */
function storeysOf({ storeys, heightMetres, use }: FoundBuilding): number {
  const reckoned = storeys ?? storeysFromHeight(heightMetres, use)
  return Number.isNaN(reckoned) ? 1 : reckoned
}

/** The building whose footprint holds a place; null for open ground. */
export async function findBuildingAt(
  data: Pick<DataService, 'findBuildings'>,
  cityId: CityId,
  position: LonLat,
): Promise<FoundBuilding | null> {
  const near = await data.findBuildings(cityId, { near: { position, radiusMetres: 1 } })
  return near.find(({ footprint }) => footprint.some((polygon) => polygonHolds(polygon, position))) ?? null
}
