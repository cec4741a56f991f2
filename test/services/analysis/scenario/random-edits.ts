import * as fc from 'fast-check'
import type { CityId } from '../../../../src/cities/index.ts'
import {
  ENERGY_STANDARDS,
  RETROFIT_PACKAGES,
  type BuildingRef,
  type Edit,
  type LonLat,
  type Polygon,
} from '../../../../src/scenario/types.ts'
import { BUILDING_USES } from '../../../../src/schema/datasets.ts'

/** Where edits may fall. */
export interface EditGround {
  readonly cityId: CityId
  readonly buildings: readonly BuildingRef[]
  /** A point by two shares of the ground, 0-1. */
  readonly pointAt: (east: number, north: number) => LonLat
  /** A rectangle from such a point, in metres. */
  readonly boxAt: (east: number, north: number, widthMetres: number, heightMetres: number) => Polygon
}

/** Any edit of a city. */
export function anyEdit({ cityId, buildings, pointAt, boxAt }: EditGround): fc.Arbitrary<Edit> {
  const id = fc.uuid()
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  const side = fc.integer({ min: 5, max: 120 })
  const area = fc.tuple(share, share, side, side).map((values) => boxAt(...values))
  const building = fc.constantFrom(...buildings)
  const storeys = fc.integer({ min: 1, max: 20 })
  const use = fc.constantFrom(...BUILDING_USES)
  const point = fc.tuple(share, share).map((shares) => pointAt(...shares))
  const of = <Kind extends Edit['kind']>(kind: Kind) => ({ kind: fc.constant(kind), id })
  const city = fc.constant(cityId)
  const cities = fc.constant([cityId])
  const selector = fc.record({ uses: fc.uniqueArray(use, { minLength: 1, maxLength: 3 }), leastStoreys: fc.integer({ min: 1, max: 4 }) })
  return fc.oneof(
    fc.record({ ...of('add-building'), cityId: city, footprint: area, storeys, use, standard: fc.constantFrom(...ENERGY_STANDARDS) }),
    fc.record({ ...of('remove-building'), cityId: city, building }),
    fc.record({ ...of('change-building'), cityId: city, building, storeys, use }),
    fc.record({ ...of('retrofit'), cityIds: cities, selector, package: fc.constantFrom(...RETROFIT_PACKAGES) }),
    fc.record({ ...of('solar'), cityIds: cities, selector, share }),
    fc.record({
      ...of('plan-rule'),
      cityId: city,
      area,
      storeys,
      coverageShare: share,
      setbackMetres: fc.integer({ min: 0, max: 8 }),
      useShares: use.map((one) => ({ [one]: 1 })),
      clears: fc.boolean(),
    }),
    fc.record({ ...of('add-stop'), cityId: city, position: point, departuresPerDay: fc.integer({ min: 1, max: 400 }) }),
    fc.record({
      ...of('add-line'),
      cityId: city,
      path: fc.array(point, { minLength: 2, maxLength: 4 }),
      stops: fc.array(point, { minLength: 1, maxLength: 4 }),
      headwayMinutes: fc.integer({ min: 2, max: 60 }),
      serviceHours: fc.integer({ min: 1, max: 24 }),
    }),
    fc.record({ ...of('add-park'), cityId: city, area }),
  ) as fc.Arbitrary<Edit>
}
