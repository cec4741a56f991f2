import earcut from 'earcut'
import { ringArea, packRing } from '../../geo/rings.ts'
import type { OpenRing, Point } from '../../geo/open-rings.ts'

/** Walls and roof of a block, flat-shaded and without a bottom, as the tiles have them. East, north, up in metres. */
export interface BlockMesh {
  readonly positions: Float64Array
  /** Of length 1. */
  readonly normals: Float32Array
  /** Four bytes a corner for shading: see `WALL_ATTRIBUTE` of the tiles. */
  readonly walls: Uint8Array
  readonly indices: Uint32Array
}

/**
 * A block over a polygon of the plane, its foot at height 0.
 *
 * @param rings outer ring first, then holes; any direction
 * @throws nothing: a polygon without area gives a mesh without roof
 */
export function extrudeBlock(rings: readonly OpenRing[], heightMetres: number): BlockMesh {
  const positions: number[] = []
  const normals: number[] = []
  const walls: number[] = []
  const indices: number[] = []
  const foot = Math.min(255, Math.round(heightMetres))
  const add = ([x, y]: Point, z: number, normal: readonly [number, number, number], along: number, up: number): void => {
    positions.push(x, y, z)
    normals.push(...normal)
    walls.push(z > 0 ? foot : 0, along, up, normal[2] === 0 ? 0 : 255)
  }
  const turned = rings.map((ring, place) => turnRing(ring, place === 0))
  for (const ring of turned) {
    ring.forEach((from, corner) => {
      const to = ring[(corner + 1) % ring.length] as Point
      const length = Math.hypot(to[0] - from[0], to[1] - from[1])
      if (length === 0) return
      // Outer rings run counter-clockwise and holes clockwise, so the open side is to the right.
      const normal = [(to[1] - from[1]) / length, (from[0] - to[0]) / length, 0] as const
      const first = positions.length / 3
      add(from, heightMetres, normal, 0, 255)
      add(from, 0, normal, 0, 0)
      add(to, 0, normal, 255, 0)
      add(to, heightMetres, normal, 255, 255)
      indices.push(first, first + 1, first + 2, first, first + 2, first + 3)
    })
  }
  const roof = positions.length / 3
  const flat = turned.flat()
  const holes = turned.slice(1).map((_, hole) => turned.slice(0, hole + 1).reduce((sum, ring) => sum + ring.length, 0))
  for (const point of flat) add(point, heightMetres, [0, 0, 1], 0, 255)
  for (const corner of earcut(flat.flat(), holes)) indices.push(roof + corner)
  return {
    positions: Float64Array.from(positions),
    normals: Float32Array.from(normals),
    walls: Uint8Array.from(walls),
    indices: Uint32Array.from(indices),
  }
}

function turnRing(ring: OpenRing, isOuter: boolean): OpenRing {
  const isCounterClockwise = ringArea(packRing([...ring, ring[0] ?? [0, 0]])) > 0
  return isCounterClockwise === isOuter ? ring : ring.toReversed()
}
