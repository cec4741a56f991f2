import { FACT_GROUPS } from '../../../../src/analytics/measures/fact-groups.ts'
import type { Zones } from '../../../../src/analytics/measures/types.ts'
import { sumAfter, type PlacedCity } from '../../../../src/analytics/scenario/sum-after.ts'
import { sumZones } from '../../../../src/analytics/zones/zone-sums.ts'
import type { CityId } from '../../../../src/cities/index.ts'
import { parseModelParams } from '../../../../src/layers/buildings/solar-params.ts'
import type { DistrictLevel } from '../../../../src/layers/districts/district-table.ts'
import { READ_FACTS, readBuildingFacts } from '../../../../src/layers/measures/city-facts.ts'
import { placeGroups, zonesOfDistricts } from '../../../../src/layers/measures/place-groups.ts'
import { applyToCity, openCity } from '../../../../src/layers/scenario/apply-to-city.ts'
import type { Scenario } from '../../../../src/scenario/types.ts'
import { openCityTables, type DataFiles } from '../../../../src/services/city-tables.ts'
import { recompute } from './recompute.ts'

/** A city open for scenarios, to be evaluated in both ways. */
export async function openForTest(cityId: CityId, files: DataFiles, level: DistrictLevel) {
  const source = openCityTables(cityId, files)
  const params = parseModelParams({})
  const [geometry, districts, land, green, coverage, populationGrid, stops, roofSun] = await Promise.all([
    source.geometry('buildings'),
    source.districts(level),
    READ_FACTS.land(source),
    READ_FACTS.green(source),
    READ_FACTS.coverage(source),
    READ_FACTS.populationGrid(source),
    READ_FACTS.stops(source),
    READ_FACTS.roofSun(source),
  ])
  const facts = await readBuildingFacts(source, params, roofSun)
  const open = await openCity(source, facts, params, {})
  const zones: Zones = zonesOfDistricts(districts)
  const placed = await placeGroups(source, zones, FACT_GROUPS)
  const city: PlacedCity = { zones, placed, places: { land, green, populationGrid, stops }, sums: sumZones(facts, placed) }
  return {
    open,
    zones,
    evaluate: (scenario: Scenario) => {
      const applied = applyToCity(scenario, open)
      return sumAfter(city, applied.buildings, applied.changes).sums
    },
    recompute: (scenario: Scenario) =>
      recompute(
        open,
        { land, green, coverage, populationGrid, stops, roofSun },
        geometry,
        zones,
        applyToCity(scenario, open),
        scenario.assumptions,
      ),
  }
}
