import { featureCollection, intersect, union } from '@turf/turf'
import { describe, expect, test } from 'vitest'
import { measureCommonAreas } from '../../../src/analytics/zones/common-areas.ts'
import { polygonsArea } from '../../../src/analytics/zones/planar-rings.ts'
import { CITY_IDS } from '../../../src/cities/index.ts'
import { boxesMeet, boxOfFeature } from '../../../src/geo/boxes.ts'
import type { PackedGeometry } from '../../../src/geo/packed-geometry.ts'
import { createAnalysisService } from '../../../src/services/analysis/create-analysis-service.ts'
import { openCityTables } from '../../../src/services/city-tables.ts'
import { packPolygons, square } from '../../geo/pack-polygons.ts'
import { REAL_FILES } from '../../services/real-files.ts'
import { toTurf } from './to-turf.ts'

describe('areas that a zone has in common with others', () => {
  const zones = packPolygons([[square(0, 0, 100)], [square(100, 0, 100)]])
  const everywhere = packPolygons([[square(-500, -500, 2000)]])

  test('a square over the border of two', () => {
    expect([...measureCommonAreas(zones, [everywhere, packPolygons([[square(90, 10, 20)]])])]).toEqual([200, 200])
  })

  test('what overlaps counts once, and a hole not at all', () => {
    const cover = packPolygons([[square(0, 0, 60)], [square(40, 40, 40)], [square(100, 0, 100), square(110, 10, 50)]])
    // 60² + 40² less the 20² that both hold; 100² less 50².
    expect([...measureCommonAreas(zones, [everywhere, cover])]).toEqual([4800, 7500])
  })

  test('only what lies in each of the others counts', () => {
    const [land, green] = [packPolygons([[square(0, 0, 50)]]), packPolygons([[square(25, 25, 100)]])]
    expect([...measureCommonAreas(zones, [land, green])]).toEqual([625, 0])
    expect([...measureCommonAreas(zones, [land])]).toEqual([2500, 0])
  })

  test('what reaches far beyond a zone counts by what lies in it, be it larger than the zone or not', () => {
    const [zone] = [packPolygons([[square(100, 0, 100)]])]
    // Ends in the middle of the zone, and begins far to the west of it.
    const shore = packPolygons([[square(-850, -500, 1000)]])
    expect([...measureCommonAreas(zone, [shore])]).toEqual([5000])
    expect([...measureCommonAreas(zone, [everywhere, shore])]).toEqual([5000])
  })

  test('slanting edges that cross', () => {
    const diamond = [
      [0, 50],
      [50, 0],
      [100, 50],
      [50, 100],
      [0, 50],
    ] as const
    // A diamond of 5,000 m², of which the lower half lies under y = 50.
    expect(
      measureCommonAreas(zones, [
        packPolygons([
          [
            [
              [0, 0],
              [200, 0],
              [200, 50],
              [0, 50],
              [0, 0],
            ],
          ],
        ]),
        packPolygons([[diamond]]),
      ])[0],
    ).toBeCloseTo(2500, 9)
    const crossing = [
      [50, 0],
      [100, 100],
      [0, 100],
      [50, 0],
    ] as const
    // The strip from y = 0 to 50 of a triangle of base and height 100, within the diamond: sides of slope 2 against 1.
    const cut = measureCommonAreas(zones, [packPolygons([[diamond]]), packPolygons([[crossing]])])[0] as number
    const byTurf = intersect(
      featureCollection([toTurf(packPolygons([[diamond]]), 0, [0, 0]), toTurf(packPolygons([[crossing]]), 0, [0, 0])]),
    )
    expect(cut).toBeCloseTo(areaOf(byTurf), 9)
  })

  test('nothing in common, and nothing at all', () => {
    expect([...measureCommonAreas(zones, [everywhere, packPolygons([])])]).toEqual([0, 0])
    expect([...measureCommonAreas(packPolygons([]), [everywhere])]).toEqual([])
  })
})

function areaOf(shape: ReturnType<typeof intersect>): number {
  if (shape === null) return 0
  const polygons = shape.geometry.type === 'Polygon' ? [shape.geometry.coordinates] : shape.geometry.coordinates
  return polygonsArea(polygons.map((rings) => rings.map((ring) => ring.flat())))
}

/** Features of a geometry whose boxes meet the box, as Turf takes them. */
function near(geometry: PackedGeometry, box: readonly [number, number, number, number]) {
  return Array.from({ length: geometry.featureStarts.length - 1 }, (_, feature) => feature)
    .filter((feature) => {
      const own = boxOfFeature(geometry, feature)
      return own !== null && boxesMeet(own, box)
    })
    .map((feature) => toTurf(geometry, feature, [box[0], box[1]]))
}

describe.each(CITY_IDS)('green on land in %s', (cityId) => {
  test('is what Turf cuts out of the smallest districts, to a hundred-millionth', async () => {
    const source = openCityTables(cityId, REAL_FILES)
    const [districts, green, land, table] = await Promise.all([
      source.districts('fine'),
      source.geometry('green'),
      source.geometry('land'),
      createAnalysisService(REAL_FILES).measure({ kind: 'districts', level: 'fine', cityIds: [cityId] }),
    ])
    const rows = [...districts.ids.keys()].sort(
      (a, b) => (districts.areasSquareMetres[a] as number) - (districts.areasSquareMetres[b] as number),
    )
    // The smallest, and those with the least green: there a grid of cells errs most.
    const leastGreen = [...rows].sort((a, b) => (table.values['green-share'][a] as number) - (table.values['green-share'][b] as number))
    for (const row of new Set([...rows.slice(0, 6), ...leastGreen.slice(0, 6)])) {
      const box = boxOfFeature(districts.geometry, row)
      if (box === null) throw new Error('A district without a shape')
      const zone = toTurf(districts.geometry, row, [box[0], box[1]])
      const parts = near(green, box).flatMap((shape) => intersect(featureCollection([zone, shape])) ?? [])
      const all = parts.length > 1 ? union(featureCollection(parts)) : (parts[0] ?? null)
      const expected =
        all === null ? 0 : near(land, box).reduce((sum, shape) => sum + areaOf(intersect(featureCollection([all, shape]))), 0)
      const found = ((table.values['green-share'][row] as number) / 100) * (districts.landAreasSquareMetres[row] as number)
      expect(Math.abs(found - expected), districts.ids[row]).toBeLessThanOrEqual(1e-8 * expected)
    }
  })
})
