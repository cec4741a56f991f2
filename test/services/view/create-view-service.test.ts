import { describe, expect, test } from 'vitest'
import { CITIES, cityById, type CityId } from '../../../src/cities/index.ts'
import { converterBetween } from '../../../src/geo/crs.ts'
import type { LonLat } from '../../../src/scenario/types.ts'
import { createAnalysisService } from '../../../src/services/analysis/create-analysis-service.ts'
import { REAL_FILES } from '../real-files.ts'
import { makeTinyCities, tinyOrigin } from '../tiny-cities.ts'

const service = createAnalysisService(makeTinyCities())

/** A place of a tiny city, metres east and north of its corner. */
function place(cityId: CityId, east: number, north: number): LonLat {
  const [x, y] = tinyOrigin(cityId)
  return converterBetween(cityById(cityId).epsg, 4326).point(x + east, y + north)
}

describe.each(CITIES.map(({ id }) => id))('views in %s', (cityId) => {
  test('a section runs through the buildings of a row', async () => {
    const line = { cityId, from: place(cityId, 0, 510), to: place(cityId, 1000, 510) }
    const { spans, lengthMetres } = await service.cutSection(line)
    expect(lengthMetres).toBeCloseTo(1000, 3)
    // The row b1 with its tower, b2, b3 and b5, of 20 m each, 100 m apart.
    const seen = spans.map((span) => [span.fromMetres, span.toMetres, span.topMetres].map((metres) => Math.round(metres * 10) / 10))
    expect(seen).toEqual([
      [100, 120, 20],
      [105, 115, 30],
      [200, 220, 6],
      [300, 320, 3],
      [500, 520, 7.2],
    ])
  })

  test('a scenario takes a building out of it, and puts one in', async () => {
    const corner = (east: number, north: number) => place(cityId, east, north)
    const footprint = [[corner(600, 500), corner(650, 500), corner(650, 520), corner(600, 520)]]
    const volume = { editId: 'new', footprint, heightMetres: 31, storeys: 9, use: null, kind: 'building', colour: null } as const
    const { spans } = await service.cutSection({
      cityId,
      from: place(cityId, 0, 510),
      to: place(cityId, 1000, 510),
      planned: { hidden: [0, 4], volumes: [volume, { ...volume, footprint: [footprint[0]!.map(([x, y]) => [x, y + 0.001] as const)] }] },
    })
    expect(spans.map(({ topMetres }) => Math.round(topMetres))).toEqual([6, 3, 31])
    expect(spans[2]?.fromMetres).toBeCloseTo(600, 1)
  })

  test('a viewshed and a sky view past one building', async () => {
    // 80 m west of b1, which is 20 m wide and as high, with a tower of 30 m 5 m inside; b2 and the rest stand behind it.
    const at = { cityId, position: place(cityId, 20, 510), heightMetres: 1.7 }
    const seen = await service.measureViewshed({ ...at, radiusMetres: 150 })
    const angle = Math.atan(10 / 80)
    const hidden = 150 ** 2 * angle - 80 ** 2 * Math.tan(angle)
    expect(Math.PI * 150 ** 2 - seen.seenGroundSquareMetres).toBeCloseTo(hidden, -2)
    expect(seen.shapes.surfaces.every((surface) => surface === 'ground')).toBe(true)
    expect(seen.shapes.positionsDegrees).toHaveLength((seen.shapes.ringStarts.at(-1) as number) * 2)

    const sky = await service.measureSkyView(at)
    expect(sky.horizonDegrees).toHaveLength(360)
    expect(sky.horizonDegrees[90]).toBeCloseTo((Math.atan(28.3 / 85) * 180) / Math.PI, 3)
    expect(sky.skyViewFactor).toBeGreaterThan(0.99)
    expect(sky.skyViewFactor).toBeLessThan(1)
    expect(await service.measureSkyView({ ...at, position: place(cityId, 110, 510) })).toMatchObject({ skyViewFactor: 0, isCovered: true })
  })
})

test('every city can be looked at from its anchor, and a kilometre takes no time to speak of', async () => {
  const real = createAnalysisService(REAL_FILES)
  for (const { id, anchor } of CITIES) {
    const position = [anchor.longitudeDegrees, anchor.latitudeDegrees] as const
    const seen = await real.measureViewshed({ cityId: id, position, heightMetres: 1.7, radiusMetres: 1000 })
    // Roofs and ground make the disc.
    expect((seen.roofSquareMetres + seen.groundSquareMetres) / (Math.PI * 1e6)).toBeCloseTo(1, 6)
    expect(seen.seenGroundSquareMetres).toBeLessThan(0.5 * seen.groundSquareMetres)
    expect(seen.seenRoofSquareMetres).toBe(0)
  }
})
