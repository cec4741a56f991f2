import { describe, expect, test } from 'vitest'
import { CITY_IDS } from '../../src/cities/index.ts'
import { converterBetween } from '../../src/geo/crs.ts'
import { cityById } from '../../src/cities/index.ts'
import { createDataService } from '../../src/services/create-data-service.ts'
import { makeTinyCities, tinyOrigin } from './tiny-cities.ts'

const [CITY] = CITY_IDS
const service = createDataService(makeTinyCities())
const [x0, y0] = tinyOrigin(CITY)
/** Degrees of a place of the tiny city, metres from its corner. */
const at = (x: number, y: number) => converterBetween(cityById(CITY).epsg, 4326).point(x0 + x, y0 + y)
const idsOf = async (question: Parameters<typeof service.findBuildings>[1]) =>
  (await service.findBuildings(CITY, question)).map(({ id }) => id)

describe('buildings are found', () => {
  test('by id, with all that a scenario needs of them', async () => {
    const [building, ...others] = await service.findBuildings(CITY, { ids: ['b4', 'no-such'] })
    expect(others).toEqual([])
    expect(building).toMatchObject({ id: 'b4', index: 3, footprintSquareMetres: 1000, heightMetres: 36, storeys: 10, use: 'office' })
    expect(building?.areStoreysEstimated).toBe(false)
    // A square of 20 m from (1500, 500), its first corner not repeated.
    const [ring] = building?.footprint[0] ?? []
    expect(ring).toHaveLength(4)
    const [longitude, latitude] = at(1510, 510)
    expect(building?.position[0]).toBeCloseTo(longitude, 8)
    expect(building?.position[1]).toBeCloseTo(latitude, 8)
  })

  test('what is not known is null', async () => {
    const [b2, b3, b5] = await service.findBuildings(CITY, { ids: ['b2', 'b3', 'b5'] })
    expect([b2?.storeys, b2?.use]).toEqual([null, 'house'])
    expect([b3?.storeys, b3?.areStoreysEstimated]).toEqual([1, true])
    expect([b5?.storeys, b5?.use]).toEqual([2, null])
  })

  test('within areas, by the middle of their box', async () => {
    // b1 stands from x = 100, b2 from 200, b3 from 300; the area ends in the middle of b3's left half.
    const area = [at(50, 450), at(305, 450), at(305, 550), at(50, 550)]
    expect(await idsOf({ areas: [[area]] })).toEqual(['b1', 'b2'])
    const hole = [at(190, 490), at(230, 490), at(230, 530), at(190, 530)]
    expect(await idsOf({ areas: [[area, hole]] })).toEqual(['b1'])
  })

  test('near a place, and each once', async () => {
    expect(await idsOf({ near: { position: at(160, 510), radiusMetres: 50 } })).toEqual(['b1', 'b2'])
    expect(await idsOf({ ids: ['b1'], near: { position: at(110, 510), radiusMetres: 5 } })).toEqual(['b1'])
  })

  test('none where none is asked for', async () => {
    expect(await idsOf({})).toEqual([])
    expect(await idsOf({ areas: [[]] })).toEqual([])
  })
})
