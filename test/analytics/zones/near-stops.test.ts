import { featureCollection, intersect, polygon, union } from '@turf/turf'
import { expect, test } from 'vitest'
import { polygonsArea } from '../../../src/analytics/zones/planar-rings.ts'
import { sumResidents } from '../../../src/analytics/zones/sum-residents.ts'
import { CITY_IDS } from '../../../src/cities/index.ts'
import { boxesMeet, boxOfFeature, widenBox, type Box } from '../../../src/geo/boxes.ts'
import { openCityTables } from '../../../src/services/city-tables.ts'
import { REAL_FILES } from '../../services/real-files.ts'
import { readCityFacts } from './gather-facts.ts'
import { toTurf } from './to-turf.ts'

type Shape = ReturnType<typeof union>

function areaOf(shape: Shape): number {
  if (shape === null) return 0
  const polygons = shape.geometry.type === 'Polygon' ? [shape.geometry.coordinates] : shape.geometry.coordinates
  return polygonsArea(polygons.map((rings) => rings.map((ring) => ring.flat())))
}

/** The 400 m about a stop as a polygon of 96 corners, as large as the circle. */
function discAbout(x: number, y: number) {
  const corners = 96
  const radius = 400 / Math.sqrt((corners / (2 * Math.PI)) * Math.sin((2 * Math.PI) / corners))
  const ring = Array.from({ length: corners }, (_, corner) => {
    const angle = (2 * Math.PI * corner) / corners
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
  })
  return polygon([[...ring, ring[0] as number[]]])
}

test.each(CITY_IDS)(
  'in %s the least populous district of which a part lies near stops has the share that Turf cuts out',
  async (cityId) => {
    const source = openCityTables(cityId, REAL_FILES)
    const [facts, districts] = await Promise.all([readCityFacts(source), source.districts('fine')])
    const {
      populationGrid: { geometry: grid, populations },
      land,
      stops,
    } = facts
    const found = sumResidents(facts, districts.geometry)
    const rows = [...districts.ids.keys()]
      .filter(
        (row) =>
          (found.residentsNearStop[row] as number) > 0 &&
          (found.residentsNearStop[row] as number) < 0.8 * (found.gridResidents[row] as number),
      )
      .sort((a, b) => (found.gridResidents[a] as number) - (found.gridResidents[b] as number))
      .slice(0, 1)
    for (const row of rows) {
      const box = boxOfFeature(districts.geometry, row) as Box
      const origin = [box[0], box[1]] as const
      const zone = toTurf(districts.geometry, row, origin)
      let [all, near] = [0, 0]
      populations.forEach((population, cell) => {
        const cellBox = boxOfFeature(grid, cell) as Box
        if (!(population > 0) || !boxesMeet(cellBox, box)) return
        const ground = Array.from({ length: land.featureStarts.length - 1 }, (_, feature) => feature)
          .filter((feature) => boxesMeet(boxOfFeature(land, feature) as Box, cellBox))
          .flatMap((feature) => intersect(featureCollection([toTurf(grid, cell, origin), toTurf(land, feature, origin)])) ?? [])
        const parts = ground.flatMap((part) => intersect(featureCollection([part, zone])) ?? [])
        const wide = widenBox(cellBox, 400)
        const discs = Array.from(
          { length: stops.positions.length / 2 },
          (_, stop) => [stops.positions[stop * 2] as number, stops.positions[stop * 2 + 1] as number] as const,
        )
          .filter(([x, y]) => x > wide[0] && x < wide[2] && y > wide[1] && y < wide[3])
          .map(([x, y]) => discAbout(x - origin[0], y - origin[1]))
        const reach: Shape = discs.length > 1 ? union(featureCollection(discs)) : (discs[0] ?? null)
        const residentsOfArea = population / ground.reduce((sum, part) => sum + areaOf(part), 0)
        for (const part of parts) {
          all += residentsOfArea * areaOf(part)
          if (reach !== null) near += residentsOfArea * areaOf(intersect(featureCollection([part, reach])))
        }
      })
      const id = districts.ids[row]
      expect(Math.abs((found.gridResidents[row] as number) / all - 1), `residents of ${id}`).toBeLessThan(0.005)
      expect(
        Math.abs((found.residentsNearStop[row] as number) / (found.gridResidents[row] as number) - near / all),
        `share of ${id}`,
      ).toBeLessThan(0.0025)
    }
  },
  60_000,
)
