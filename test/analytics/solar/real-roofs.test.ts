import { beforeAll, describe, expect, test } from 'vitest'
import { horizonTangents } from '../../../src/analytics/solar/horizon.ts'
import { averageRoofs, measureSamplesAgain } from '../../../src/analytics/solar/roof-sun.ts'
import { CITY_IDS } from '../../../src/cities/index.ts'
import { readRoofSun } from '../../../src/layers/buildings/model-solar.ts'
import { openCityTables } from '../../../src/services/city-tables.ts'
import { REAL_FILES } from '../../services/real-files.ts'
import { bruteForceHorizon } from './brute-force.ts'
import { AZIMUTHS, pickSamples, placeOf, readRealRoofs, type RealRoofs } from './real-roofs.ts'

describe.each(CITY_IDS)('roofs of %s', (cityId) => {
  let roofs: RealRoofs
  beforeAll(async () => {
    roofs = await readRealRoofs(cityId)
  })

  test('have the horizon that a look at every wall of the city finds', () => {
    const { scene, solids, samples } = roofs
    for (const sample of pickSamples(samples, 6)) {
      const found = horizonTangents(scene, placeOf(samples, sample), AZIMUTHS, 1000)
      bruteForceHorizon(solids, placeOf(samples, sample), AZIMUTHS.count, 1000).forEach((angle, azimuth) => {
        expect(Math.abs(Math.atan(found[azimuth] as number) - angle)).toBeLessThan(1e-9)
      })
    }
  })

  test('get what the data say', async () => {
    const { scene, samples, year } = roofs
    const stored = await readRoofSun(openCityTables(cityId, REAL_FILES))
    const count = samples.areasSquareMetres.length
    const buildings = pickSamples(samples, 40).map((sample) => samples.starts.findLastIndex((start) => start <= sample))
    const wanted = buildings.flatMap((building) => {
      const [from, to] = [samples.starts[building] as number, samples.starts[building + 1] as number]
      return Array.from({ length: to - from }, (_, index) => from + index)
    })
    const nothing = { directShares: new Float64Array(count), skyShares: new Float64Array(count) }
    const sun = averageRoofs(samples, measureSamplesAgain(scene, samples, year, nothing, Uint32Array.from(wanted)))
    for (const building of buildings) {
      // The file has them to half a percent.
      expect(Math.abs((sun.directShares[building] as number) - (stored.directShares[building] as number))).toBeLessThan(0.002501)
      expect(Math.abs((sun.skyShares[building] as number) - (stored.skyShares[building] as number))).toBeLessThan(0.002501)
    }
  })
})
