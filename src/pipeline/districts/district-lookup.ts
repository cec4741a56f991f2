import Flatbush from 'flatbush'
import type { Feature } from '../dataset.ts'
import { boxOf, distanceToEdge, multiPolygonContains, type MultiPolygonRings } from '../geometry/planar.ts'

/** A point this near to a district counts as in it: quays and piers reach over the shore line. */
const NEAR_METRES = 100

export interface DistrictIds {
  readonly coarse: string | null
  readonly fine: string | null
}

/** Tells in which districts of both levels a point in the city's CRS lies. */
export function createDistrictLookup(districts: readonly Feature[]): (x: number, y: number) => DistrictIds {
  const coarse = createLevelLookup(districts.filter((district) => district.properties['level'] === 'coarse'))
  const fine = createLevelLookup(districts.filter((district) => district.properties['level'] === 'fine'))
  return (x, y) => ({ coarse: coarse(x, y), fine: fine(x, y) })
}

function createLevelLookup(districts: readonly Feature[]): (x: number, y: number) => string | null {
  if (districts.length === 0) return () => null
  const shapes = districts.map((district) => ({
    id: String(district.properties['id']),
    polygons: district.geometry.coordinates as MultiPolygonRings,
  }))
  const index = new Flatbush(shapes.length)
  for (const shape of shapes) index.add(...boxOf(shape.polygons))
  index.finish()
  return (x, y) => {
    const near = index.search(x - NEAR_METRES, y - NEAR_METRES, x + NEAR_METRES, y + NEAR_METRES).sort((a, b) => a - b)
    const candidates = near.map((position) => shapes[position] as (typeof shapes)[number])
    const inside = candidates.find((shape) => multiPolygonContains(shape.polygons, x, y))
    if (inside !== undefined) return inside.id
    let [best, least]: [string | null, number] = [null, NEAR_METRES]
    for (const shape of candidates) {
      const distance = distanceToEdge(shape.polygons, x, y)
      if (distance < least) [best, least] = [shape.id, distance]
    }
    return best
  }
}
