import { DATA_OF_GROUP, FACT_GROUPS, type FactGroup } from '../measures/fact-groups.ts'
import type { PackedGeometry } from '../../geo/packed-geometry.ts'
import type { CityFacts, Zones } from '../measures/types.ts'
import { measureGreen, measureLand, type LandOfZones } from './measure-ground.ts'
import { shareFeatures } from './share-features.ts'
import { sumResidents, type ResidentSums } from './sum-residents.ts'
import { sumStops, type StopSums } from './sum-stops.ts'
import type { ZoneShares } from './zone-shares.ts'

/** What of a city's facts lies somewhere; of the buildings that is their footprints. */
export type PlacedFacts = Omit<CityFacts, 'buildings'> & { readonly buildings: Pick<CityFacts['buildings'], 'geometry'> }

/** What of the zones rests on geometry alone, so that other assumptions of the heat model need no new search. */
export interface PlacedGroups {
  readonly land: LandOfZones
  readonly buildings: ZoneShares
  /** Buildings again: their roofs are theirs, but the sun on them is a file of its own, which may fail by itself. */
  readonly sun: ZoneShares
  readonly residents: ResidentSums
  readonly stops: StopSums
  /** Square metres of green on land. */
  readonly green: Float64Array
}

/** The groups that were asked for; the others are not there. */
export type PlacedZones = { readonly zones: Zones } & Partial<PlacedGroups>

type FactsOf<Group extends FactGroup> = Pick<PlacedFacts, (typeof DATA_OF_GROUP)[Group][number]>

const known = new WeakMap<PackedGeometry, { readonly buildings: PackedGeometry; readonly shares: ZoneShares }>()

/** Shares of the buildings in zones, found once for the same shapes: two groups ask for them one after the other. */
function shareOnce(buildings: PackedGeometry, zones: PackedGeometry): ZoneShares {
  const found = known.get(zones)
  if (found?.buildings === buildings) return found.shares
  const shares = shareFeatures(buildings, zones)
  known.set(zones, { buildings, shares })
  return shares
}

/** Finds one group of facts for zones: land, buildings by their shares, residents, stops or green. */
export const PLACE_GROUP: { readonly [Group in FactGroup]: (facts: FactsOf<Group>, zones: Zones) => PlacedGroups[Group] } = {
  land: measureLand,
  buildings: ({ buildings }, { geometry }) => shareOnce(buildings.geometry, geometry),
  sun: ({ buildings }, { geometry }) => shareOnce(buildings.geometry, geometry),
  residents: (facts, { geometry }) => sumResidents(facts, geometry),
  stops: ({ stops }, { geometry }) => sumStops(stops, geometry),
  green: measureGreen,
}

/** Finds every group of facts of each zone; in the plane of the city's CRS. */
export function placeZones(facts: PlacedFacts, zones: Zones): { readonly zones: Zones } & PlacedGroups {
  const groups = FACT_GROUPS.map((group) => [group, PLACE_GROUP[group](facts, zones)])
  return { zones, ...(Object.fromEntries(groups) as unknown as PlacedGroups) }
}
