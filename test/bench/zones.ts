import { featureCollection, multiPolygon, point, pointsWithinPolygon } from '@turf/turf'
import { groupRings } from '../../src/analytics/zones/planar-rings.ts'
import type { Zones } from '../../src/analytics/measures/types.ts'
import { indexPolygons } from '../../src/geo/locate-points.ts'
import type { PackedGeometry } from '../../src/geo/packed-geometry.ts'
import { openCityTables } from '../../src/services/city-tables.ts'
import { gatherZoneFacts, readCityFacts } from '../analytics/zones/gather-facts.ts'
import { REAL_FILES } from '../services/real-files.ts'
import type { BenchRow } from './bench-row.ts'

/** What is summed by district: one, footprint and heat demand of each building. */
type Sums = readonly [Float64Array, Float64Array, Float64Array]

/**
 * Buildings of Tallinn by district against `turf.pointsWithinPolygon`, one point a building. Summed by the
 * same points, which must give the same sums; and with all facts over real footprints, cut at borders.
 */
export async function benchZones(): Promise<BenchRow[]> {
  const source = openCityTables('tallinn', REAL_FILES)
  const facts = await readCityFacts(source)
  const districts = await source.districts('fine')
  const zones: Zones = {
    geometry: districts.geometry,
    populations: districts.populations,
    landSquareMetres: districts.landAreasSquareMetres,
    coverageShares: districts.coverageShares,
  }
  const points = labelPoints(facts.buildings.geometry)
  const columns = [facts.buildings.footprintsSquareMetres, facts.buildings.heatKilowattHoursPerYear] as const
  const summed = sumByIndex(points, columns, zones.geometry)
  const rival = prepareTurf(points, columns, zones.geometry)
  const start = performance.now()
  const rivals = rival()
  const rivalValue = performance.now() - start
  summed.forEach((sums, which) =>
    sums.forEach((sum, zone) => {
      // The order of the terms is the same, so the sums are, to the last bit.
      if (!Object.is(sum, rivals[which]?.[zone]))
        throw new Error(`Expected the same sums, district ${zone} has ${sum} and ${rivals[which]?.[zone]}`)
    }),
  )
  const name = `${points.length / 2} buildings in ${districts.count} districts`
  const row = (what: string, value: number): BenchRow => ({
    name: `${name}, ${what}`,
    value,
    unit: 'ms',
    rival: 'turf.pointsWithinPolygon, same sums',
    rivalValue,
    ratio: value / rivalValue,
    note: 'lower is better',
  })
  return [
    row(
      'number, footprint and heat by the same points',
      timed(() => sumByIndex(points, columns, zones.geometry)),
    ),
    row(
      'all measures by area share',
      timed(() => gatherZoneFacts(facts, zones)),
    ),
  ]
}

/** Middle of each building's box. */
function labelPoints({ positions, ringStarts, featureStarts }: PackedGeometry): Float64Array {
  const points = new Float64Array((featureStarts.length - 1) * 2)
  for (let feature = 0; feature + 1 < featureStarts.length; feature++) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
    const end = ringStarts[featureStarts[feature + 1] as number] as number
    for (let index = ringStarts[featureStarts[feature] as number] as number; index < end; index++) {
      west = Math.min(west, positions[index * 2] as number)
      east = Math.max(east, positions[index * 2] as number)
      south = Math.min(south, positions[index * 2 + 1] as number)
      north = Math.max(north, positions[index * 2 + 1] as number)
    }
    points.set([(west + east) / 2, (south + north) / 2], feature * 2)
  }
  return points
}

/** A sum leaves out what is not known. */
function sumByIndex(
  points: Float64Array,
  [footprints, heat]: readonly [ArrayLike<number>, ArrayLike<number>],
  zones: PackedGeometry,
): Sums {
  const find = indexPolygons(zones)
  const zoneCount = zones.featureStarts.length - 1
  const sums: Sums = [new Float64Array(zoneCount), new Float64Array(zoneCount), new Float64Array(zoneCount)]
  for (let building = 0; building * 2 < points.length; building++) {
    const zone = find(points[building * 2] as number, points[building * 2 + 1] as number)
    if (zone >= 0) addTo(sums, zone, footprints[building] as number, heat[building] as number)
  }
  return sums
}

function addTo([counts, footprints, heat]: Sums, zone: number, footprint: number, demand: number): void {
  counts[zone] = (counts[zone] as number) + 1
  footprints[zone] = (footprints[zone] as number) + footprint
  if (!Number.isNaN(demand)) heat[zone] = (heat[zone] as number) + demand
}

/** Features are made before the clock starts: only the search and the sums are timed. */
function prepareTurf(
  points: Float64Array,
  [footprints, heat]: readonly [ArrayLike<number>, ArrayLike<number>],
  zones: PackedGeometry,
): () => Sums {
  const places = featureCollection(
    Array.from({ length: points.length / 2 }, (_, index) =>
      point([points[index * 2] as number, points[index * 2 + 1] as number], {
        footprint: footprints[index] as number,
        heat: heat[index] as number,
      }),
    ),
  )
  const zoneCount = zones.featureStarts.length - 1
  const shapes = Array.from({ length: zoneCount }, (_, zone) =>
    multiPolygon(
      groupRings(zones, zone, 0, 0).map((rings) =>
        rings.map((ring) =>
          Array.from({ length: ring.length / 2 }, (_unused, corner) => [ring[corner * 2] as number, ring[corner * 2 + 1] as number]),
        ),
      ),
    ),
  )
  return () => {
    const sums: Sums = [new Float64Array(zoneCount), new Float64Array(zoneCount), new Float64Array(zoneCount)]
    shapes.forEach((shape, zone) => {
      for (const { properties } of pointsWithinPolygon(places, shape).features) addTo(sums, zone, properties.footprint, properties.heat)
    })
    return sums
  }
}

/** Milliseconds of the middle of five runs, after one to warm up. */
function timed(run: () => unknown): number {
  run()
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  return times.sort((a, b) => a - b)[2] as number
}
