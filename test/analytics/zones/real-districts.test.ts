import { booleanPointInPolygon, featureCollection, intersect, union } from '@turf/turf'
import { beforeAll, describe, expect, test } from 'vitest'
import { placeZones } from '../../../src/analytics/zones/place-zones.ts'
import { sumZoneFacts } from '../../../src/analytics/zones/sum-zone-facts.ts'
import type { CityFacts, ZoneFacts, Zones } from '../../../src/analytics/measures/types.ts'
import { featureArea, polygonsArea } from '../../../src/analytics/zones/planar-rings.ts'
import { selectFeatures } from '../../../src/geo/select-features.ts'
import { CITY_IDS, type CityId } from '../../../src/cities/index.ts'
import { openCityTables } from '../../../src/services/city-tables.ts'
import type { DistrictLevel, DistrictTable } from '../../../src/layers/districts/district-table.ts'
import { gatherZoneFacts, readCityFacts } from './gather-facts.ts'
import { toTurf } from './to-turf.ts'
import { REAL_FILES } from '../../services/real-files.ts'

const [FIRST, SECOND = FIRST] = CITY_IDS
interface Measured {
  readonly facts: CityFacts
  readonly districts: DistrictTable
  readonly zones: Zones
  readonly found: ZoneFacts
}
const measured = new Map<string, Measured>()
const of = (cityId: CityId, level: DistrictLevel) => measured.get(`${cityId} ${level}`) as Measured
const total = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0)

beforeAll(async () => {
  for (const cityId of CITY_IDS) {
    const source = openCityTables(cityId, REAL_FILES)
    const facts = await readCityFacts(source)
    for (const level of ['coarse', 'fine'] as const) {
      const districts = await source.districts(level)
      const zones: Zones = {
        geometry: districts.geometry,
        populations: districts.populations,
        landSquareMetres: districts.landAreasSquareMetres,
        coverageShares: districts.coverageShares,
      }
      measured.set(`${cityId} ${level}`, { facts, districts, zones, found: gatherZoneFacts(facts, zones) })
    }
  }
})

describe('the second city, mapped throughout', () => {
  test('counts every building that lies in a district once, at both levels alike', () => {
    const { facts, districts, found } = of(SECOND, 'fine')
    const coarse = of(SECOND, 'coarse').found
    // A building whose shares make a whole counts as one; the few others are cut by Turf's union of all districts.
    const origin = [districts.geometry.positions[0] as number, districts.geometry.positions[1] as number] as const
    const shapes = Array.from({ length: districts.count }, (_, row) => toTurf(districts.geometry, row, origin))
    const all = union(featureCollection(shapes)) as ReturnType<typeof toTurf>
    const { geometry } = facts.buildings
    const { buildings: shares } = placeZones(facts, of(SECOND, 'fine').zones)
    expect(shares.shares.filter((share) => share < 1).length).toBeGreaterThan(300)
    const sums = new Float64Array(geometry.featureStarts.length - 1)
    shares.features.forEach((building, entry) => (sums[building] = (sums[building] as number) + (shares.shares[entry] as number)))
    let expected = 0
    let cut = 0
    sums.forEach((share, building) => {
      if (share > 0.999999) {
        expected++
        return
      }
      cut++
      const shape = toTurf(geometry, building, origin)
      const common = intersect(featureCollection([shape, all]))
      if (common === null) return
      const polygons = common.geometry.type === 'Polygon' ? [common.geometry.coordinates] : common.geometry.coordinates
      expected += polygonsArea(polygons.map((rings) => rings.map((ring) => ring.flat()))) / featureArea(geometry, building)
    })
    expect(cut).toBeLessThan(50)
    expect(total(found.buildingCounts)).toBeCloseTo(expected, 3)
    expect(total(coarse.buildingCounts) / total(found.buildingCounts)).toBeCloseTo(1, 6)
    expect(total(coarse.footprintSquareMetres) / total(found.footprintSquareMetres)).toBeCloseTo(1, 6)
    expect(total(coarse.heatKilowattHoursPerYear) / total(found.heatKilowattHoursPerYear)).toBeCloseTo(1, 6)
  })

  test('gives the same footprint as Turf where it cuts every building near some districts', () => {
    const { facts, districts, found } = of(SECOND, 'fine')
    const { geometry, footprintsSquareMetres } = facts.buildings
    for (const row of [0, 17, 41, 83]) {
      const start = (districts.geometry.ringStarts[districts.geometry.featureStarts[row] as number] as number) * 2
      const origin = [districts.geometry.positions[start] as number, districts.geometry.positions[start + 1] as number] as const
      const zone = toTurf(districts.geometry, row, origin)
      let footprint = 0
      let count = 0
      for (let building = 0; building < footprintsSquareMetres.length; building++) {
        const shape = toTurf(geometry, building, origin)
        const corners = shape.geometry.coordinates.flat(2).map((corner) => booleanPointInPolygon(corner, zone))
        if (!corners.includes(true)) continue
        let share = 1
        if (corners.includes(false)) {
          const common = intersect(featureCollection([shape, zone]))
          const polygons =
            common === null ? [] : common.geometry.type === 'Polygon' ? [common.geometry.coordinates] : common.geometry.coordinates
          share = polygonsArea(polygons.map((rings) => rings.map((ring) => ring.flat()))) / featureArea(geometry, building)
        }
        footprint += share * (footprintsSquareMetres[building] as number)
        count += share
      }
      // Turf's corners miss a building of which only an edge, or whose middle, is in the district.
      expect((found.footprintSquareMetres[row] as number) / footprint).toBeCloseTo(1, 4)
      expect(Math.abs((found.buildingCounts[row] as number) - count)).toBeLessThan(0.1)
    }
  })

  test('has the same figures whatever the order of the districts', () => {
    const { facts, zones, found } = of(SECOND, 'coarse')
    const order = [5, 2, 7, 0, 1, 6, 3, 4]
    const pick = (values: ArrayLike<number>) => Float64Array.from(order, (row) => values[row] as number)
    const shuffled = gatherZoneFacts(facts, {
      geometry: selectFeatures(zones.geometry, order),
      populations: pick(zones.populations as Float64Array),
      landSquareMetres: pick(zones.landSquareMetres as Float64Array),
      coverageShares: pick(zones.coverageShares as Float64Array),
    })
    for (const [name, values] of Object.entries(found) as [keyof ZoneFacts, Float64Array][]) {
      if (name === 'zoneCount') continue
      for (const [place, row] of order.entries()) {
        const [one, other] = [(shuffled[name] as Float64Array)[place] as number, values[row] as number]
        // The grid of the ground starts at the same corner, so nothing but the order of sums differs.
        if (Number.isNaN(other)) expect(one, name).toBeNaN()
        else expect(Math.abs(one - other), name).toBeLessThanOrEqual(Math.abs(other) * 1e-9)
      }
    }
  })

  test('measures the land of its districts as the data state it', () => {
    const { facts, zones, found } = of(SECOND, 'fine')
    const own = gatherZoneFacts(facts, { geometry: zones.geometry, populations: null })
    // The data measure along lines 5 m apart; here it is intersected.
    own.landSquareMetres.forEach((land, row) =>
      expect(Math.abs(land - (found.landSquareMetres[row] as number)), `${row}`).toBeLessThan(1000 + 0.002 * land),
    )
    expect(total(own.populations) / total(facts.populationGrid.populations)).toBeGreaterThan(0.98)
  })
})

describe('the first city, mapped in part', () => {
  test('knows nothing of the buildings of its outer districts, and says which share is mapped', () => {
    const { found } = of(FIRST, 'fine')
    const thin = [...found.coverageShares.keys()].filter((row) => (found.coverageShares[row] as number) < 0.75)
    // Of 60 districts 41 lie outside the sources' reach, see the coverage in the manifest.
    expect(thin.length).toBe(41)
    for (const row of thin) {
      for (const name of ['buildingCounts', 'footprintSquareMetres', 'grossFloorAreaSquareMetres', 'heatKilowattHoursPerYear'] as const) {
        expect(found[name][row], name).toBeNaN()
      }
      expect(found.coverageShares[row]).toBeGreaterThanOrEqual(0)
    }
    expect(found.buildingCounts.filter((count) => count > 0).length).toBe(60 - thin.length)
  })
})

test('other heat changes only the heat', () => {
  const { facts, zones, found } = of(SECOND, 'coarse')
  const doubled = { ...facts.buildings, heatKilowattHoursPerYear: facts.buildings.heatKilowattHoursPerYear.map((heat) => heat * 2) }
  const other = sumZoneFacts(doubled, placeZones(facts, zones))
  expect(other.heatKilowattHoursPerYear[0]).toBeCloseTo(2 * (found.heatKilowattHoursPerYear[0] as number), 0)
  expect({ ...other, heatKilowattHoursPerYear: null, assumedHeatShares: null }).toEqual({
    ...found,
    heatKilowattHoursPerYear: null,
    assumedHeatShares: null,
  })
})
