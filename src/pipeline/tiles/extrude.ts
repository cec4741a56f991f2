import { pointRange } from '../../geo/rings.ts'
import type { BuildingTable } from './building-table.ts'
import type { LocalFrame } from './local-frame.ts'
import { CENTIMETRES, type PolygonStore } from './polygon-store.ts'
import { triangulatePolygon } from './triangulate.ts'

/**
 * The walls and roofs of one tile. Views into scratch memory that the next tile overwrites.
 * Positions and normals are east, north, up in the local frame.
 */
export interface TileMesh {
  readonly vertexCount: number
  /** Metres, three a vertex. */
  readonly positions: Float64Array
  /** Unit length × 127, three a vertex. */
  readonly normals: Int8Array
  /** Position of the vertex's building in the tile. */
  readonly featureIds: Uint16Array
  /** Four bytes a vertex, for shading: see `WALL_ATTRIBUTE`. */
  readonly walls: Uint8Array
  readonly indices: Uint32Array
}

/** Turns the buildings of a tile into flat-shaded walls and roofs; there are no bottom faces. */
export interface Extruder {
  readonly extrude: (buildings: Uint32Array) => TileMesh
}

/** Walls lower than this are not drawn. */
const THINNEST_METRES = 0.01

/** An extruder over one city; its scratch memory grows to the largest tile. */
export function createExtruder(table: BuildingTable, frame: LocalFrame): Extruder {
  let positions = new Float64Array(0)
  let normals = new Int8Array(0)
  let featureIds = new Uint16Array(0)
  let walls = new Uint8Array(0)
  let indices = new Uint32Array(0)
  let projected = new Float64Array(0)
  let placed = new Float64Array(0)
  let roofVertices = new Int32Array(0)
  let vertexCount = 0
  let indexCount = 0

  function reserve(buildings: Uint32Array): void {
    let points = 0
    for (const building of buildings) {
      points += countPoints(table.outlines, building)
      for (const part of partsOf(building)) points += countPoints(table.parts.outlines, part)
    }
    // Four wall vertices and one roof vertex a point; two wall triangles and, holes counted, at most
    // two roof triangles.
    if (featureIds.length < points * 5) {
      const room = Math.ceil(points * 5 * 1.2)
      positions = new Float64Array(room * 3)
      normals = new Int8Array(room * 3)
      featureIds = new Uint16Array(room)
      walls = new Uint8Array(room * 4)
      indices = new Uint32Array(Math.ceil(room / 5) * 12)
    }
    vertexCount = 0
    indexCount = 0
  }

  function partsOf(building: number): Uint32Array {
    return table.parts.order.subarray(table.parts.starts[building], table.parts.starts[building + 1])
  }

  function addVertex(point: number, above: number, nx: number, ny: number, nz: number, along: number, up: number, feature: number): void {
    const at = vertexCount * 3
    const from = point * 6
    positions[at] = (placed[from] as number) + above * (placed[from + 3] as number)
    positions[at + 1] = (placed[from + 1] as number) + above * (placed[from + 4] as number)
    positions[at + 2] = (placed[from + 2] as number) + above * (placed[from + 5] as number)
    normals[at] = nx
    normals[at + 1] = ny
    normals[at + 2] = nz
    featureIds[vertexCount] = feature
    const byte = vertexCount * 4
    walls[byte] = Math.min(255, Math.round(above))
    walls[byte + 1] = along
    walls[byte + 2] = up
    walls[byte + 3] = nz === 0 ? 0 : 255
    vertexCount++
  }

  function addWalls(first: number, end: number, base: number, top: number, feature: number): void {
    for (let point = first; point < end; point++) {
      const next = point + 1 === end ? first : point + 1
      const dx = (placed[next * 6] as number) - (placed[point * 6] as number)
      const dy = (placed[next * 6 + 1] as number) - (placed[point * 6 + 1] as number)
      const length = Math.hypot(dx, dy)
      // Outer rings run counter-clockwise and holes clockwise, so the open side is to the right.
      const nx = Math.round((dy / length) * 127)
      const ny = Math.round((-dx / length) * 127)
      const corner = vertexCount
      // Down, along, up: the next wall starts where this one ends, which is what meshopt stores best.
      addVertex(point, top, nx, ny, 0, 0, 255, feature)
      addVertex(point, base, nx, ny, 0, 0, 0, feature)
      addVertex(next, base, nx, ny, 0, 255, 0, feature)
      addVertex(next, top, nx, ny, 0, 255, 255, feature)
      indices[indexCount++] = corner
      indices[indexCount++] = corner + 1
      indices[indexCount++] = corner + 2
      indices[indexCount++] = corner
      indices[indexCount++] = corner + 2
      indices[indexCount++] = corner + 3
    }
  }

  /** Roof vertices stand in the order of their first use: meshopt stores "the next vertex" in no bits. */
  function addRoof(store: PolygonStore, ring: number, endRing: number, firstPoint: number, top: number, feature: number): void {
    const offset = (store.ringStarts[ring] as number) - firstPoint
    const points = (store.ringStarts[endRing] as number) - firstPoint - offset
    if (roofVertices.length < points) roofVertices = new Int32Array(points * 2)
    roofVertices.fill(-1, 0, points)
    const end = triangulatePolygon(store, ring, endRing, indices, indexCount)
    for (; indexCount < end; indexCount++) {
      const point = indices[indexCount] as number
      if (roofVertices[point] === -1) {
        roofVertices[point] = vertexCount
        addVertex(offset + point, top, 0, 0, 127, 0, 255, feature)
      }
      indices[indexCount] = roofVertices[point] as number
    }
  }

  /** @returns height of the ground that the block was put on, to put other blocks of the building on the same; undefined for no points */
  function addBlock(
    store: PolygonStore,
    row: number,
    base: number,
    top: number,
    feature: number,
    groundMetres?: number,
  ): number | undefined {
    const firstRing = store.featureStarts[row] as number
    const endRing = store.featureStarts[row + 1] as number
    const firstPoint = store.ringStarts[firstRing] as number
    const endPoint = store.ringStarts[endRing] as number
    const count = endPoint - firstPoint
    if (count === 0) return groundMetres
    if (projected.length < count * 2) {
      projected = new Float64Array(count * 4)
      placed = new Float64Array(count * 12)
    }
    for (let point = 0; point < count; point++) {
      const from = (firstPoint + point) * 2
      projected[point * 2] = store.originX + (store.coordinates[from] as number) / CENTIMETRES
      projected[point * 2 + 1] = store.originY + (store.coordinates[from + 1] as number) / CENTIMETRES
    }
    const ground = frame.place(projected, count, placed, groundMetres)
    if (!(top - base > THINNEST_METRES)) return ground
    let ring = firstRing
    while (ring < endRing) {
      let endOfPolygon = ring + 1
      while (endOfPolygon < endRing && store.ringIsHole[endOfPolygon] === 1) endOfPolygon++
      for (let wall = ring; wall < endOfPolygon; wall++) {
        addWalls((store.ringStarts[wall] as number) - firstPoint, (store.ringStarts[wall + 1] as number) - firstPoint, base, top, feature)
      }
      addRoof(store, ring, endOfPolygon, firstPoint, top, feature)
      ring = endOfPolygon
    }
    return ground
  }

  return {
    extrude: (buildings) => {
      if (buildings.length > 65535) throw new Error(`A tile holds at most 65535 buildings, not ${buildings.length}`)
      reserve(buildings)
      buildings.forEach((building, feature) => {
        const ground = addBlock(table.outlines, building, 0, table.bodyHeightMetres[building] as number, feature)
        for (const part of partsOf(building)) {
          addBlock(
            table.parts.outlines,
            part,
            table.parts.minimumHeightMetres[part] as number,
            table.parts.heightMetres[part] as number,
            feature,
            ground,
          )
        }
      })
      return {
        vertexCount,
        positions: positions.subarray(0, vertexCount * 3),
        normals: normals.subarray(0, vertexCount * 3),
        featureIds: featureIds.subarray(0, vertexCount),
        walls: walls.subarray(0, vertexCount * 4),
        indices: indices.subarray(0, indexCount),
      }
    },
  }
}

function countPoints(store: PolygonStore, row: number): number {
  const [from, to] = pointRange(store, row)
  return to - from
}
