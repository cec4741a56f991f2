import type { BuildingUse } from '../../schema/datasets.ts'

/** What the rule looks at; land use and points of interest in OpenStreetMap's words. */
export interface UseCase {
  readonly footprintSquareMetres: number
  /** Known height, or null. */
  readonly heightMetres: number | null
  readonly hasAddress: boolean
  /** Kinds of the points of interest inside the footprint. */
  readonly pointKinds: readonly string[]
  /** Use of the land around, or null. */
  readonly landUse: string | null
}

/** Points of interest that make the building around them a public one. */
const PUBLIC = new Set([
  'townhall',
  'castle',
  'place_of_worship',
  'theatre',
  'museum',
  'university',
  'hospital',
  'ferry_terminal',
  'college',
  'school',
  'stadium',
  'courthouse',
  'fire_station',
  'bus_station',
  'kindergarten',
  'sports_centre',
  'arts_centre',
])
const SHOPS = new Set(['mall', 'department_store', 'supermarket', 'doityourself', 'wholesale', 'furniture', 'marketplace'])
const LODGING = new Set(['hotel', 'hostel', 'motel'])

/** Land uses that give a building's use; `residential` is split by size. */
const USE_OF_LAND: Readonly<Record<string, BuildingUse>> = {
  school: 'public',
  kindergarten: 'public',
  college: 'public',
  university: 'public',
  hospital: 'public',
  library: 'public',
  stadium: 'public',
  zoo: 'public',
  theme_park: 'public',
  bus_station: 'public',
  religious: 'public',
  education: 'public',
  cemetery: 'other',
  military: 'other',
  industrial: 'industrial',
  railway: 'industrial',
  port: 'industrial',
  retail: 'retail',
  commercial: 'office',
}

/** Square metres under which a footprint is a shed: whatever surrounds it, or in housing without an address. */
const OUTBUILDING = { always: 30, withoutAddress: 90 } as const

/** Housing of less footprint (m²) and height (m) is a house, else apartments. */
const HOUSE = { footprint: 220, height: 9 } as const

/** In plain words, for the manifest. */
export const USE_RULE =
  'estimated from points of interest inside, land use around, footprint (under 30 m², or under 90 m² in housing without an address: outbuilding; housing under 220 m² and 9 m: house, else apartments) and whether it has an address; empty where nothing supports it'

/** Whether the land use says anything about buildings on it. */
export function isTellingLandUse(kind: string): boolean {
  return kind === 'residential' || kind in USE_OF_LAND
}

/** Most likely use, in order of weight of the evidence; null where nothing supports one. */
export function estimateUse(building: UseCase): BuildingUse | null {
  const { footprintSquareMetres: footprint, heightMetres: height, hasAddress, pointKinds, landUse } = building
  if (footprint >= 60 && pointKinds.some((kind) => PUBLIC.has(kind))) return 'public'
  if (footprint < OUTBUILDING.always) return 'outbuilding'
  if (footprint >= 400 && (height ?? 0) < 15 && pointKinds.some((kind) => SHOPS.has(kind))) return 'retail'
  if (footprint >= 150 && pointKinds.some((kind) => LODGING.has(kind))) return 'other'
  const isLow = height === null || height < 6
  const isHousing = landUse === 'residential' || (landUse === null && hasAddress)
  if (!hasAddress && isLow && footprint < OUTBUILDING.withoutAddress && (isHousing || landUse === null)) return 'outbuilding'
  if (landUse !== null && landUse in USE_OF_LAND) return USE_OF_LAND[landUse] ?? null
  if (!isHousing) return null
  if (footprint < HOUSE.footprint) return (height ?? 0) < HOUSE.height ? 'house' : 'apartments'
  // A large, low building without an address in a residential quarter: garages, a boiler house, a shop.
  return !hasAddress && isLow ? null : 'apartments'
}
