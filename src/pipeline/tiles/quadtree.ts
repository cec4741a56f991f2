import { boxOfPoints } from '../../geo/boxes.ts'
import { pointRange } from '../../geo/rings.ts'
import type { BuildingTable } from './building-table.ts'

/** A tile keeps at most this many of its buildings, the most important; the rest goes to its children. */
const BUILDINGS_PER_TILE = 450
/** A tile with no more than this many has no children. */
const BUILDINGS_PER_LEAF = 750
/** A quadrant with fewer is not worth a request of its own: its parent keeps them. */
const BUILDINGS_WORTH_A_TILE = 120

/**
 * Pixels that a building may measure while it is left out, at a screen-space error of 16 (Cesium's
 * default). Screen-space error is geometric error in pixels, so an error of 16/3 times the size of
 * the largest building left out brings it in when it would be 3 pixels in size.
 */
const GEOMETRIC_ERROR_PER_SIZE = 16 / 3

/** One tile: its own buildings in drawing order, and where the rest of its square is. */
export interface TileNode {
  /** Path from the root, a digit 0-3 a level: bit 0 east half, bit 1 north half. Empty at the root. */
  readonly path: string
  readonly buildings: Uint32Array
  readonly children: readonly TileNode[]
  /** Metres; 0 where nothing is left out. */
  readonly geometricErrorMetres: number
}

/** Centre of each building's box and its visible size. */
interface Placement {
  readonly east: Int32Array
  readonly north: Int32Array
  /** Square root of height × width, metres: how large the building looks from the side. */
  readonly sizeMetres: Float32Array
}

/**
 * Arranges the buildings in a quadtree whose upper tiles carry the large and tall buildings of their
 * square and whose lower tiles add the rest (refinement ADD).
 */
export function buildQuadtree(table: BuildingTable): { root: TileNode; largestSizeMetres: number } {
  const placement = placeBuildings(table)
  const { east, north, sizeMetres } = placement
  // Largest first, ties by index: the order, and so every byte, is the same on every machine.
  const order = Uint32Array.from({ length: table.count }, (_, index) => index)
  order.sort((a, b) => (sizeMetres[b] as number) - (sizeMetres[a] as number) || a - b)
  let [west, south, eastern, northern] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let index = 0; index < table.count; index++) {
    west = Math.min(west, east[index] as number)
    eastern = Math.max(eastern, east[index] as number)
    south = Math.min(south, north[index] as number)
    northern = Math.max(northern, north[index] as number)
  }
  const half = table.count === 0 ? 1 : Math.max(eastern - west, northern - south, 2) / 2
  const square: Square = { centreEast: west + half, centreNorth: south + half, half }
  return {
    root: splitNode('', order, square, placement),
    largestSizeMetres: table.count === 0 ? 0 : (sizeMetres[order[0] as number] as number),
  }
}

/** Every tile, parents before children. */
export function listNodes(root: TileNode): TileNode[] {
  return [root, ...root.children.flatMap(listNodes)]
}

/** Geometric error of a tile that leaves out buildings up to this size. */
export function geometricErrorFor(largestSizeMetres: number): number {
  return Math.round(largestSizeMetres * GEOMETRIC_ERROR_PER_SIZE * 100) / 100
}

interface Square {
  readonly centreEast: number
  readonly centreNorth: number
  readonly half: number
}

/** `order` holds the buildings of the square, most important first. */
function splitNode(path: string, order: Uint32Array, square: Square, placement: Placement): TileNode {
  const own = order.length <= BUILDINGS_PER_LEAF ? order.length : BUILDINGS_PER_TILE
  const kept = Array.from(order.subarray(0, own))
  const quadrants: number[][] = [[], [], [], []]
  for (let rank = own; rank < order.length; rank++) {
    const building = order[rank] as number
    const quadrant =
      ((placement.east[building] as number) >= square.centreEast ? 1 : 0) +
      ((placement.north[building] as number) >= square.centreNorth ? 2 : 0)
    quadrants[quadrant]?.push(building)
  }
  const children: TileNode[] = []
  let largestLeftOutMetres = 0
  quadrants.forEach((members, quadrant) => {
    if (members.length === 0) return
    if (members.length < BUILDINGS_WORTH_A_TILE) {
      kept.push(...members)
      return
    }
    largestLeftOutMetres = Math.max(largestLeftOutMetres, placement.sizeMetres[members[0] as number] as number)
    const half = square.half / 2
    children.push(
      splitNode(
        `${path}${quadrant}`,
        Uint32Array.from(members),
        {
          centreEast: square.centreEast + (quadrant & 1 ? half : -half),
          centreNorth: square.centreNorth + (quadrant & 2 ? half : -half),
          half,
        },
        placement,
      ),
    )
  })
  return {
    path,
    buildings: sortAlongCurve(Uint32Array.from(kept), square, placement),
    children,
    geometricErrorMetres: geometricErrorFor(largestLeftOutMetres),
  }
}

/** Along a Z-order curve, so that neighbours stand together and compress well. */
function sortAlongCurve(buildings: Uint32Array, square: Square, placement: Placement): Uint32Array {
  const scale = 65535 / (2 * square.half)
  const codes = new Map<number, number>()
  for (const building of buildings) {
    const column = ((placement.east[building] as number) - square.centreEast + square.half) * scale
    const row = ((placement.north[building] as number) - square.centreNorth + square.half) * scale
    codes.set(building, spreadBits(column) + spreadBits(row) * 2)
  }
  return buildings.sort((a, b) => (codes.get(a) as number) - (codes.get(b) as number) || a - b)
}

/** 16 bits with a zero bit between each. */
function spreadBits(value: number): number {
  let bits = Math.min(65535, Math.max(0, Math.floor(value)))
  bits = (bits | (bits << 8)) & 0x00ff00ff
  bits = (bits | (bits << 4)) & 0x0f0f0f0f
  bits = (bits | (bits << 2)) & 0x33333333
  return (bits | (bits << 1)) & 0x55555555
}

function placeBuildings(table: BuildingTable): Placement {
  const east = new Int32Array(table.count)
  const north = new Int32Array(table.count)
  const sizeMetres = new Float32Array(table.count)
  for (let building = 0; building < table.count; building++) {
    const box = boxOfPoints(table.outlines.coordinates, ...pointRange(table.outlines, building))
    if (box !== null) {
      east[building] = (box[0] + box[2]) / 2
      north[building] = (box[1] + box[3]) / 2
    }
    const widthMetres = Math.sqrt(table.footprintSquareMetres[building] as number)
    const size = Math.sqrt((table.heightMetres[building] as number) * widthMetres)
    sizeMetres[building] = Number.isFinite(size) ? size : 0
  }
  return { east, north, sizeMetres }
}
