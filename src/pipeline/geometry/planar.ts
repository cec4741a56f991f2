import { boxOfPoints, EMPTY_BOX, joinBoxes, type Box } from '../../geo/boxes.ts'
import { crossesRay, packRing, ringArea as packedRingArea, squaredDistanceToSegment } from '../../geo/rings.ts'
import type { Position } from '../dataset.ts'

/** Closed ring in the plane. */
export type Ring = readonly Position[]
/** Outer ring, then holes. */
export type PolygonRings = readonly Ring[]
export type MultiPolygonRings = readonly PolygonRings[]

/** Signed area in square units: positive where the ring runs counter-clockwise. */
export function ringArea(ring: Ring): number {
  return packedRingArea(packRing(ring))
}

/** Area in square units, holes taken away. */
export function multiPolygonArea(polygons: MultiPolygonRings): number {
  let area = 0
  for (const rings of polygons) {
    rings.forEach((ring, index) => {
      area += index === 0 ? Math.abs(ringArea(ring)) : -Math.abs(ringArea(ring))
    })
  }
  return area
}

/** The box of the outer rings. */
export function boxOf(polygons: MultiPolygonRings): Box {
  return polygons.reduce((box, [outer]) => joinBoxes(box, boxOfRing(outer ?? [])), EMPTY_BOX)
}

export function boxOfRing(ring: Ring): Box {
  return boxOfPoints(packRing(ring)) ?? EMPTY_BOX
}

/** Whether the point is inside by the even-odd rule, holes out. */
export function polygonContains(rings: PolygonRings, x: number, y: number): boolean {
  let inside = false
  for (const ring of rings) {
    for (let index = 1; index < ring.length; index++) {
      const [ax, ay] = ring[index - 1] as Position
      const [bx, by] = ring[index] as Position
      if (crossesRay(ax, ay, bx, by, x, y)) inside = !inside
    }
  }
  return inside
}

export function multiPolygonContains(polygons: MultiPolygonRings, x: number, y: number): boolean {
  return polygons.some((rings) => polygonContains(rings, x, y))
}

/** Distance from the point to the nearest edge of any ring. */
export function distanceToEdge(polygons: MultiPolygonRings, x: number, y: number): number {
  let least = Infinity
  for (const rings of polygons) {
    for (const ring of rings) {
      for (let index = 1; index < ring.length; index++) {
        least = Math.min(least, squaredDistanceToSegment(x, y, ...(ring[index - 1] as Position), ...(ring[index] as Position)))
      }
    }
  }
  return Math.sqrt(least)
}

/**
 * A point inside, for labels and for asking in which district a footprint lies: the centroid of the
 * largest polygon where that is inside, else the middle of the widest stretch on a horizontal line
 * through the polygon. Depends on the shape only, not on where a ring starts.
 */
export function representativePoint(polygons: MultiPolygonRings): Position {
  const largest = [...polygons].sort((a, b) => multiPolygonArea([b]) - multiPolygonArea([a]))[0] ?? []
  const centroid = polygonCentroid(largest)
  if (polygonContains(largest, centroid[0], centroid[1])) return centroid
  const [, south, , north] = boxOf([largest])
  let best: { x: number; y: number; width: number } | undefined
  for (const share of [0.5, 0.35, 0.65, 0.2, 0.8, 0.05, 0.95]) {
    const y = south + (north - south) * share
    const crossings = crossingsAt(largest, y)
    for (let index = 0; index + 1 < crossings.length; index += 2) {
      const [from, to] = [crossings[index] as number, crossings[index + 1] as number]
      if (best === undefined || to - from > best.width) best = { x: (from + to) / 2, y, width: to - from }
    }
  }
  return best === undefined ? centroid : [best.x, best.y]
}

/** Centroid of the polygon's area, holes taken away. */
function polygonCentroid(rings: PolygonRings): Position {
  const [originX, originY] = rings[0]?.[0] ?? [0, 0]
  let [sumX, sumY, sumArea] = [0, 0, 0]
  rings.forEach((ring, ringIndex) => {
    let [x, y, twice] = [0, 0, 0]
    for (let index = 1; index < ring.length; index++) {
      const [ax, ay] = [(ring[index - 1] as Position)[0] - originX, (ring[index - 1] as Position)[1] - originY]
      const [bx, by] = [(ring[index] as Position)[0] - originX, (ring[index] as Position)[1] - originY]
      const cross = ax * by - bx * ay
      x += (ax + bx) * cross
      y += (ay + by) * cross
      twice += cross
    }
    const sign = (ringIndex === 0 ? 1 : -1) * Math.sign(twice)
    sumX += sign * x
    sumY += sign * y
    sumArea += sign * twice
  })
  if (sumArea === 0) return [originX, originY]
  return [originX + sumX / (3 * sumArea), originY + sumY / (3 * sumArea)]
}

function crossingsAt(rings: PolygonRings, y: number): number[] {
  const crossings: number[] = []
  for (const ring of rings) {
    for (let index = 1; index < ring.length; index++) {
      const [ax, ay] = ring[index - 1] as Position
      const [bx, by] = ring[index] as Position
      if (ay > y !== by > y) crossings.push(((bx - ax) * (y - ay)) / (by - ay) + ax)
    }
  }
  return crossings.sort((a, b) => a - b)
}
