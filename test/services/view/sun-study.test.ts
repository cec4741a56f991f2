import { describe, expect, test } from 'vitest'
import { CITIES, cityById, type CityId } from '../../../src/cities/index.ts'
import { converterBetween } from '../../../src/geo/crs.ts'
import type { LonLat } from '../../../src/scenario/types.ts'
import { createAnalysisService } from '../../../src/services/analysis/create-analysis-service.ts'
import type { SunSite } from '../../../src/services/view/view-questions.ts'
import { makeTinyCities, tinyOrigin } from '../tiny-cities.ts'

const service = createAnalysisService(makeTinyCities())
const DAY = { date: '2025-06-21', stepMinutes: 10, spacingMetres: 10 } as const

/** A place of a tiny city, metres east and north of its corner. */
function place(cityId: CityId, east: number, north: number): LonLat {
  const [x, y] = tinyOrigin(cityId)
  return converterBetween(cityById(cityId).epsg, 4326).point(x + east, y + north)
}
const square = (cityId: CityId, east: number, north: number, side: number): LonLat[] => [
  place(cityId, east, north),
  place(cityId, east + side, north),
  place(cityId, east + side, north + side),
  place(cityId, east, north + side),
]
/** Free ground, far from the tiny city's row of buildings. */
const openGround = (cityId: CityId): SunSite => ({ cityId, kind: 'area', polygon: [square(cityId, 700, 100, 40)], heightMetres: 0 })

describe('a sun study', () => {
  test('of the same day in every city: open ground has all the sun there is', async () => {
    const answers = await service.measureSunHours({ sites: CITIES.map(({ id }) => openGround(id)), ...DAY })
    expect(answers).toHaveLength(CITIES.length)
    for (const { hours, meanHours, possibleHours, positionsDegrees } of answers) {
      expect(hours).toHaveLength(16)
      expect(positionsDegrees).toHaveLength(32)
      expect(meanHours).toBeCloseTo(possibleHours, 9)
    }
    // The farther north, the longer the day: geometric 18.55 h at 60.17° and 18.2 h at 59.44°.
    expect(answers[0]?.possibleHours).toBeGreaterThan(answers[1]?.possibleHours ?? NaN)
  })

  test('a building of the shown scenario takes sun away', async () => {
    const [{ id: cityId }] = CITIES
    const volume = {
      editId: 'new',
      footprint: [square(cityId, 700, 60, 30)],
      heightMetres: 60,
      storeys: 18,
      use: null,
      kind: 'building',
      colour: null,
    } as const
    const site = { ...openGround(cityId), planned: { hidden: [], volumes: [volume] } }
    const [answer] = await service.measureSunHours({ sites: [site], ...DAY })
    expect(answer?.meanHours).toBeLessThan((answer?.possibleHours ?? NaN) - 2)
  })

  test('of a wall: one to the south has more sun than one to the north in March', async () => {
    const [{ id: cityId }] = CITIES
    const wall = (from: LonLat, to: LonLat): SunSite => ({ cityId, kind: 'facade', from, to, heightMetres: 20 })
    const [west, east] = [place(cityId, 700, 100), place(cityId, 740, 100)]
    const [south, north] = await service.measureSunHours({ sites: [wall(west, east), wall(east, west)], ...DAY, date: '2025-03-01' })
    expect(south?.hours).toHaveLength(8)
    expect(south?.heightsMetres[0]).toBeCloseTo(5, 9)
    expect(south?.meanHours).toBeGreaterThan(10)
    expect(north?.meanHours).toBe(0)
  })

  test('tells how far it is, and can be cancelled', async () => {
    const shares: number[] = []
    const sites = CITIES.map(({ id }) => openGround(id))
    await service.measureSunHours({ sites, ...DAY }, (share) => shares.push(share) > 0)
    expect(shares.at(-1)).toBe(1)
    await expect(service.measureSunHours({ sites, ...DAY }, () => false)).rejects.toThrow('Cancelled')
  })

  test.each([
    [{ spacingMetres: 0 }, 'Expected points more than 0 m apart, found 0'],
    [{ stepMinutes: 0 }, 'Expected steps of 1 to 60 minutes, found 0'],
    [{ spacingMetres: 0.1 }, 'Expected at most 50000 points, found more'],
    [{ date: 'soon' }, 'Expected a date as YYYY-MM-DD, found "soon"'],
  ])('%j is refused', async (wrong, sentence) => {
    await expect(service.measureSunHours({ sites: [openGround(CITIES[0].id)], ...DAY, ...wrong })).rejects.toThrow(sentence)
  })
})
