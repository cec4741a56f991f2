import { featureCollection, multiPolygon, point, pointsWithinPolygon } from '@turf/turf'
import { gatherZoneFacts } from '../../src/analytics/zones/gather-zone-facts.ts'
import { groupRings } from '../../src/analytics/zones/planar-rings.ts'
import type { Zones } from '../../src/analytics/measures/types.ts'
import { indexPolygons } from '../../src/geo/locate-points.ts'
import type { PackedGeometry } from '../../src/geo/packed-geometry.ts'
import { readCityFacts } from '../../src/io/city-facts.ts'
import { openCityTables } from '../../src/io/city-tables.ts'
import { HEAT_DEFAULT_PARAMS } from '../../src/layers/heat-params.ts'
import { REAL_FILES } from '../analytics/zones/real-files.ts'
import type { BenchRow } from './bench-row.ts'

/**
 * Buildings of Tallinn by district against `turf.pointsWithinPolygon`, one point a building. Counted by the
 * same points, which must give the same counts; and with all indicators over real footprints, cut at borders.
 */
export async function benchZones(): Promise<BenchRow[]> {
  const source = openCityTables('tallinn', REAL_FILES)
  const facts = await readCityFacts(source, HEAT_DEFAULT_PARAMS)
  const districts = await source.districts('fine')
  const zones: Zones = {
    geometry: districts.geometry, populations: districts.populations,
    landSquareMetres: districts.landAreasSquareMetres, coverageShares: districts.coverageShares,
  }
  const points = labelPoints(facts.buildings.geometry)
  const counted = countByIndex(points, zones.geometry)
  const rival = prepareTurf(points, zones.geometry)
  const start = performance.now()
  const rivals = rival()
  const rivalValue = performance.now() - start
  const apart = counted.findIndex((count, zone) => count !== rivals[zone])
  if (apart >= 0) throw new Error(`Expected the same counts, district ${apart} has ${counted[apart]} and ${rivals[apart]}`)
  const name = `${points.length / 2} buildings in ${districts.count} districts`
  const row = (what: string, value: number): BenchRow => ({
    name: `${name}, ${what}`, value, unit: 'ms', rival: 'turf.pointsWithinPolygon, counts', rivalValue, ratio: value / rivalValue,
    note: 'lower is better',
  })
  return [
    row('counts by the same points', timed(() => countByIndex(points, zones.geometry))),
    row('all indicators by area share', timed(() => gatherZoneFacts(facts, zones))),
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

function countByIndex(points: Float64Array, zones: PackedGeometry): Uint32Array {
  const find = indexPolygons(zones)
  const counts = new Uint32Array(zones.featureStarts.length - 1)
  for (let index = 0; index < points.length; index += 2) {
    const zone = find(points[index] as number, points[index + 1] as number)
    if (zone >= 0) counts[zone] = (counts[zone] as number) + 1
  }
  return counts
}

/** Features are made before the clock starts: only the search is timed. */
function prepareTurf(points: Float64Array, zones: PackedGeometry): () => number[] {
  const places = featureCollection(Array.from({ length: points.length / 2 }, (_, index) =>
    point([points[index * 2] as number, points[index * 2 + 1] as number])))
  const shapes = Array.from({ length: zones.featureStarts.length - 1 }, (_, zone) =>
    multiPolygon(groupRings(zones, zone, 0, 0).map((rings) => rings.map((ring) =>
      Array.from({ length: ring.length / 2 }, (_, corner) => [ring[corner * 2] as number, ring[corner * 2 + 1] as number])))))
  return () => shapes.map((shape) => pointsWithinPolygon(places, shape).features.length)
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
