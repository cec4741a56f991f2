import { CITY_IDS, type CityId } from '../../../cities/index.ts'
import { metresPerDegree } from '../../../geo/local-metres.ts'
import type { FoundBuilding } from '../../../layers/planned/types.ts'
import { MATCH_FOOTPRINT_RATIO, MATCH_METRES } from '../../../scenario/apply/match-reference.ts'
import type { BuildingRef, Edit, LonLat } from '../../../scenario/types.ts'
import type { DataService } from '../../../services/data-service.ts'

/** An edit of a building that the data no longer have under that id, and what may be meant instead. */
export interface StaleReference {
  readonly edit: Extract<Edit, { readonly building: BuildingRef }>
  readonly cityId: CityId
  /** Null where nothing like it stands there. */
  readonly candidate: BuildingRef | null
  readonly distanceMetres: number
}

/**
 * Edits whose building is not there, by the rule by which edits are applied: an id that is gone or stands elsewhere, and
 * the nearest building of about its place and size.
 */
export async function findStale(edits: readonly Edit[], data: Pick<DataService, 'findBuildings'>): Promise<readonly StaleReference[]> {
  const byCity = CITY_IDS.map(async (cityId) => {
    const own = edits.filter((edit): edit is StaleReference['edit'] => 'building' in edit && edit.cityId === cityId)
    if (own.length === 0) return []
    const found = new Map((await data.findBuildings(cityId, { ids: own.map(({ building }) => building.id) })).map((one) => [one.id, one]))
    const missing = own.filter(({ building }) => !isSameBuilding(building, found.get(building.id)))
    return await Promise.all(missing.map((edit) => propose(edit, cityId, found.get(edit.building.id), data)))
  })
  return (await Promise.all(byCity)).flat()
}

async function propose(
  edit: StaleReference['edit'],
  cityId: CityId,
  moved: FoundBuilding | undefined,
  data: Pick<DataService, 'findBuildings'>,
): Promise<StaleReference> {
  const { building } = edit
  const near = await data.findBuildings(cityId, { near: { position: building.position, radiusMetres: MATCH_METRES } })
  const distanceTo = (one: FoundBuilding): number => metresBetween(building.position, one.position)
  const [nearest] = near
    .filter((one) => isAlike(building, one) && distanceTo(one) <= MATCH_METRES)
    .sort((a, b) => distanceTo(a) - distanceTo(b))
  const candidate = nearest ?? moved
  return {
    edit,
    cityId,
    candidate:
      candidate === undefined
        ? null
        : { id: candidate.id, position: candidate.position, footprintSquareMetres: candidate.footprintSquareMetres },
    distanceMetres: candidate === undefined ? Number.NaN : distanceTo(candidate),
  }
}

/** An id that stands far from where it was belongs to another building now. */
function isSameBuilding(reference: BuildingRef, found: FoundBuilding | undefined): boolean {
  return (
    found !== undefined &&
    metresBetween(reference.position, found.position) <= MATCH_METRES + Math.sqrt(Math.max(found.footprintSquareMetres, 0))
  )
}

function isAlike({ footprintSquareMetres }: BuildingRef, found: FoundBuilding): boolean {
  const ratio = found.footprintSquareMetres / footprintSquareMetres
  return ratio <= MATCH_FOOTPRINT_RATIO && ratio >= 1 / MATCH_FOOTPRINT_RATIO
}

function metresBetween([longitude, latitude]: LonLat, other: LonLat): number {
  const perDegree = metresPerDegree(latitude)
  return Math.hypot((other[0] - longitude) * perDegree.east, (other[1] - latitude) * perDegree.north)
}
