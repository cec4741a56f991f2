import Flatbush from 'flatbush'
import { boxOfFeature } from '../../geo/boxes.ts'
import { firstPointOf, forEachRing, forEachSegment, isInside } from '../../geo/rings.ts'
import type { PackedGeometry } from '../../geo/packed-geometry.ts'
import { featureArea } from './planar-rings.ts'
import { measureSharedArea } from './shared-area.ts'
import { packShares, type ZoneShares } from './zone-shares.ts'

/** Smaller shares are where a border runs along a wall, and greater ones are whole: rounding, not area. */
const NOTHING = 1e-9

/**
 * Which features (buildings, say) lie in which zones, and with what share of their area. One whose box
 * no border of a zone runs through lies in it or not as a whole, by one of its points; only the others
 * are intersected. In zones that share their borders the shares of a feature add up to 1.
 */
export function shareFeatures(source: PackedGeometry, zones: PackedGeometry): ZoneShares {
  const zoneCount = zones.featureStarts.length - 1
  const features: number[][] = Array.from({ length: zoneCount }, () => [])
  const shares: number[][] = Array.from({ length: zoneCount }, () => [])
  const { boxes, edges, holds } = indexZones(zones)
  const featureCount = source.featureStarts.length - 1
  for (let feature = 0; feature < featureCount; feature++) {
    const box = boxOfFeature(source, feature)
    if (box === null) continue
    const candidates = boxes.search(...box)
    if (candidates.length === 0) continue
    const crossing = new Set<number>()
    edges.bush?.search(...box, (edge) => {
      crossing.add(edges.zones[edge] as number)
      return false
    })
    const [x, y] = firstPointOf(source, feature)
    let area = NaN
    for (const zone of candidates) {
      let share: number
      if (!crossing.has(zone)) share = holds(zone, x, y) ? 1 : 0
      else {
        if (Number.isNaN(area)) area = featureArea(source, feature)
        share = area > 0 ? measureSharedArea(source, feature, zones, zone) / area : isInside(zones, zone, x, y) ? 1 : 0
      }
      if (share <= NOTHING) continue
      features[zone]?.push(feature)
      shares[zone]?.push(share >= 1 - NOTHING ? 1 : share)
    }
  }
  return packShares(features, shares)
}

const indexes = new WeakMap<PackedGeometry, ReturnType<typeof makeIndex>>()

/** Made once for the same zones: what a scenario adds is looked up in what was made for the city. */
function indexZones(zones: PackedGeometry): ReturnType<typeof makeIndex> {
  const index = indexes.get(zones) ?? makeIndex(zones)
  indexes.set(zones, index)
  return index
}

function makeIndex(zones: PackedGeometry) {
  const edges = indexEdges(zones)
  return { boxes: indexBoxes(zones), edges, holds: rememberCells(zones, edges) }
}

/** Boxes of the zones; one that is empty gets a box that no query meets. */
function indexBoxes(zones: PackedGeometry): { search: (...box: readonly [number, number, number, number]) => number[] } {
  const count = zones.featureStarts.length - 1
  if (count <= 0) return { search: () => [] }
  const bush = new Flatbush(count)
  for (let zone = 0; zone < count; zone++) bush.add(...(boxOfFeature(zones, zone) ?? ([1e300, 1e300, 1e300, 1e300] as const)))
  bush.finish()
  return { search: (west, south, east, north) => bush.search(west, south, east, north) }
}

/** Side of the cells in which a ray cast is remembered, metres. */
const CELL_METRES = 100

/** Point in zone; in a cell through which no border runs one ray cast a zone answers for all its points. */
function rememberCells(zones: PackedGeometry, { bush }: ReturnType<typeof indexEdges>): (zone: number, x: number, y: number) => boolean {
  const cells = new Map<number, Map<number, boolean> | null>()
  return (zone, x, y) => {
    const [column, row] = [Math.floor(x / CELL_METRES), Math.floor(y / CELL_METRES)]
    const key = row * 1e6 + column
    let cell = cells.get(key)
    if (cell === undefined) {
      const [west, south] = [column * CELL_METRES, row * CELL_METRES]
      cell = bush?.search(west, south, west + CELL_METRES, south + CELL_METRES).length === 0 ? new Map() : null
      cells.set(key, cell)
    }
    const known = cell?.get(zone)
    if (known !== undefined) return known
    const inside = isInside(zones, zone, x, y)
    cell?.set(zone, inside)
    return inside
  }
}

/** Boxes of every edge of every zone, and the zone of each. */
function indexEdges(geometry: PackedGeometry) {
  const zones: number[] = []
  const forEachEdge = (visit: (x1: number, y1: number, x2: number, y2: number, zone: number) => void) => {
    for (let zone = 0; zone + 1 < geometry.featureStarts.length; zone++) {
      forEachRing(geometry, zone, (from, to) =>
        forEachSegment(geometry.positions, (x1, y1, x2, y2) => visit(x1, y1, x2, y2, zone), from, to),
      )
    }
  }
  forEachEdge((_x1, _y1, _x2, _y2, zone) => zones.push(zone))
  const bush = zones.length === 0 ? null : new Flatbush(zones.length)
  forEachEdge((x1, y1, x2, y2) => bush?.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)))
  bush?.finish()
  return { bush, zones }
}
