import { expect, test } from 'vitest'
import { CITIES, CITY_IDS } from '../../../src/cities/index.ts'
import { converterBetween } from '../../../src/geo/crs.ts'
import type { Polygon } from '../../../src/scenario/types.ts'
import { createAnalysisService } from '../../../src/services/analysis/create-analysis-service.ts'
import { makeTinyCities, tinyOrigin } from '../tiny-cities.ts'

const service = createAnalysisService(makeTinyCities())
const TERMS = { storeys: 4, coverageShare: 0.3, setbackMetres: 10, useShares: { apartments: 1 } } as const

/** A square kilometre of a tiny city, so many kilometres to the east of its corner. */
function squareOf(city: (typeof CITIES)[number], east: number): Polygon {
  const [x, y] = tinyOrigin(city.id)
  const convert = converterBetween(city.epsg, 4326)
  const corners = [
    [0, 0],
    [1000, 0],
    [1000, 1000],
    [0, 1000],
  ] as const
  return [corners.map(([dx, dy]) => convert.point(x + dx + east * 1000, y + dy))]
}

test('one rule laid over an area in each city, against what stands there', async () => {
  const areas = CITIES.flatMap((city) => [
    { id: `west of ${city.id}`, cityId: city.id, area: squareOf(city, 0) },
    { id: `east of ${city.id}`, cityId: city.id, area: squareOf(city, 1) },
  ])
  const answers = await service.layPlanRule({ terms: TERMS, areas, assumptions: {} })
  expect(answers.map(({ id, cityId }) => [id, cityId])).toEqual(areas.map(({ id, cityId }) => [id, cityId]))
  for (const { id, envelope, coverageShare, standing, buildableDegrees } of answers) {
    // 10⁶ m², of which 30 % are covered with four storeys; 980 × 980 m lie 10 m from the border.
    expect(envelope.floorAreaSquareMetres / 1.2e6).toBeCloseTo(1, 6)
    expect(envelope.buildableSquareMetres / 980 ** 2).toBeCloseTo(1, 6)
    expect(buildableDegrees.map((ring) => ring.length)).toEqual([4])
    if (id.startsWith('east')) {
      // Half of it has no building data: nothing is said of what stands there.
      expect(coverageShare).toBeCloseTo(0.5, 4)
      expect(standing).toBeNull()
    } else {
      expect(coverageShare).toBeCloseTo(1, 6)
      expect(standing).toMatchObject({
        buildingCount: 4,
        footprintSquareMetres: 820,
        floorAreaSquareMetres: 3620,
        floorAreasByUse: { apartments: 3000, house: 200, outbuilding: 20 },
      })
      // 3,200 · 0.8 / 62.7.
      expect(standing?.dwellings).toBeCloseTo(40.829, 3)
    }
  }
})

test('an area that is none is refused', async () => {
  const request = { terms: TERMS, areas: [{ id: 'a', cityId: CITY_IDS[0], area: [[[25, 60]]] as const }], assumptions: {} }
  await expect(service.layPlanRule(request)).rejects.toThrow(/three corners/)
})
