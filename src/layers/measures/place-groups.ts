import { DATA_OF_GROUP, type FactGroup } from '../../analytics/measures/fact-groups.ts'
import type { ZoneFacts, Zones } from '../../analytics/measures/types.ts'
import type { PlacedFacts, PlacedGroups } from '../../analytics/zones/place-zones.ts'
import { sumZoneFacts } from '../../analytics/zones/sum-zone-facts.ts'
import type { PackedGeometry } from '../../geo/packed-geometry.ts'
import type { HeatParams } from '../buildings/heat-params.ts'
import type { DistrictTable } from '../districts/district-table.ts'
import type { LayerSource } from '../layer.ts'
import { READ_FACTS, readBuildingFacts } from './city-facts.ts'

/** Districts as zones, with what the data state of them. */
export function zonesOfDistricts(districts: DistrictTable): Zones {
  return {
    geometry: districts.geometry,
    populations: districts.populations,
    modelledPopulations: districts.populationModelled,
    landSquareMetres: districts.landAreasSquareMetres,
    coverageShares: districts.coverageShares,
  }
}

/** Groups found before, by the zones' shapes: they go when the shapes go. */
const known = new WeakMap<PackedGeometry, Map<FactGroup, Promise<PlacedGroups[FactGroup]>>>()

/**
 * Finds groups of facts for zones, each once for the same shapes: map, card and comparison all count by
 * it. Files are read when first needed, and the library that cuts shapes at borders is loaded then too. A
 * group whose file fails rejects, and is tried again at the next call.
 */
export async function placeGroups<Group extends FactGroup>(
  source: LayerSource,
  zones: Zones,
  groups: readonly Group[],
): Promise<{ readonly zones: Zones } & Pick<PlacedGroups, Group>> {
  const ofZones = known.get(zones.geometry) ?? new Map<FactGroup, Promise<PlacedGroups[FactGroup]>>()
  known.set(zones.geometry, ofZones)
  const placed = await Promise.all(
    groups.map(async (group) => {
      let found = ofZones.get(group)
      if (found === undefined) {
        found = placeGroup(source, zones, group)
        ofZones.set(group, found)
        found.catch(() => ofZones.delete(group))
      }
      return [group, await found] as const
    }),
  )
  return { zones, ...(Object.fromEntries(placed) as unknown as Pick<PlacedGroups, Group>) }
}

async function placeGroup<Group extends FactGroup>(source: LayerSource, zones: Zones, group: Group): Promise<PlacedGroups[Group]> {
  const read = DATA_OF_GROUP[group].map(async (name) => [name, await READ_FACTS[name](source)] as const)
  const [{ PLACE_GROUP }, facts] = await Promise.all([import('../../analytics/zones/place-zones.ts'), Promise.all(read)])
  return PLACE_GROUP[group](Object.fromEntries(facts) as unknown as PlacedFacts, zones)
}

/** What is known of each district, as far as the groups go: the facts of the others are NaN. */
export async function gatherDistrictFacts(
  source: LayerSource,
  districts: DistrictTable,
  groups: readonly FactGroup[],
  heatParams: HeatParams,
): Promise<ZoneFacts> {
  const readBuildings = async () => readBuildingFacts(source, heatParams, groups.includes('sun') ? await READ_FACTS.roofSun(source) : null)
  const [placed, buildings] = await Promise.all([
    placeGroups(source, zonesOfDistricts(districts), groups),
    groups.includes('buildings') || groups.includes('sun') ? readBuildings() : null,
  ])
  return sumZoneFacts(buildings, placed)
}
