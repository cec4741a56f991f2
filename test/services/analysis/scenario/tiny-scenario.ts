import { CITIES, CITY_IDS, type CityId } from '../../../../src/cities/index.ts'
import { converterBetween } from '../../../../src/geo/crs.ts'
import {
  SCENARIO_FORMAT,
  SCENARIO_VERSION,
  type BuildingRef,
  type Edit,
  type LonLat,
  type Polygon,
  type Scenario,
} from '../../../../src/scenario/types.ts'
import { TINY_BUILDINGS, tinyOrigin } from '../../tiny-cities.ts'

export const TINY_CITY: CityId = CITY_IDS[0]

/** A point of the tiny city, metres east and north of its south-west corner, in degrees. */
export function at(east: number, north: number, cityId: CityId = TINY_CITY): LonLat {
  const city = CITIES.find(({ id }) => id === cityId) as (typeof CITIES)[number]
  const [x, y] = tinyOrigin(cityId)
  const [longitude, latitude] = converterBetween(city.epsg, 4326).point(x + east, y + north)
  return [longitude, latitude]
}

/** A rectangle by its south-west corner, width and height in metres. */
export function box(east: number, north: number, width: number, height: number, cityId: CityId = TINY_CITY): Polygon {
  return [
    [at(east, north, cityId), at(east + width, north, cityId), at(east + width, north + height, cityId), at(east, north + height, cityId)],
  ]
}

/** A reference to one of the tiny city's buildings. Their squares of 20 m stand where `makeTinyCities` puts them. */
export function tinyBuilding(id: (typeof TINY_BUILDINGS)[number]['id']): BuildingRef {
  const index = TINY_BUILDINGS.findIndex((building) => building.id === id)
  const building = TINY_BUILDINGS[index] as (typeof TINY_BUILDINGS)[number]
  const west = building.district_fine_id === 'west' ? 100 + index * 100 : 1500
  return { id, position: at(west + 10, 510), footprintSquareMetres: building.footprint_m2 }
}

export function scenarioWith(edits: readonly Edit[], assumptions: Scenario['assumptions'] = {}): Scenario {
  return {
    format: SCENARIO_FORMAT,
    version: SCENARIO_VERSION,
    id: 'a-scenario',
    name: 'A scenario',
    changedAt: '2026-05-01T12:00:00.000Z',
    edits,
    assumptions,
    remarks: [],
  }
}
