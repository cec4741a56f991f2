import type { CityFacts, ZoneFacts, Zones } from '../../../src/analytics/measures/types.ts'
import { placeZones } from '../../../src/analytics/zones/place-zones.ts'
import { sumZoneFacts } from '../../../src/analytics/zones/sum-zone-facts.ts'
import { HEAT_DEFAULT_PARAMS } from '../../../src/layers/buildings/heat-params.ts'
import type { LayerSource } from '../../../src/layers/layer.ts'
import { READ_FACTS, readBuildingFacts } from '../../../src/layers/measures/city-facts.ts'

/** All of a city's facts, with the default assumptions of the heat model. */
export async function readCityFacts(source: LayerSource): Promise<CityFacts> {
  const roofSun = await READ_FACTS.roofSun(source)
  const [buildings, land, green, coverage, populationGrid, stops] = await Promise.all([
    readBuildingFacts(source, HEAT_DEFAULT_PARAMS, roofSun),
    READ_FACTS.land(source),
    READ_FACTS.green(source),
    READ_FACTS.coverage(source),
    READ_FACTS.populationGrid(source),
    READ_FACTS.stops(source),
  ])
  return { buildings, roofSun, land, green, coverage, populationGrid, stops }
}

/** All facts of zones. */
export function gatherZoneFacts(facts: CityFacts, zones: Zones): ZoneFacts {
  return sumZoneFacts(facts.buildings, placeZones(facts, zones))
}
