import { describe, expect, it } from 'vitest'
import type { BuildingTable } from '../../../src/pipeline/tiles/building-table.ts'
import type { TileNode } from '../../../src/pipeline/tiles/quadtree.ts'
import { createTilesetJson, type Box } from '../../../src/pipeline/tiles/tileset-json.ts'

interface Tile {
  readonly boundingVolume: { readonly box: readonly number[] }
  readonly content: { readonly boundingVolume: { readonly box: readonly number[] } }
  readonly children?: readonly Tile[]
}

/** Numbers from 0 to 1, the same on every run. */
function createRandom(): () => number {
  let state = 1
  return () => (state = (state * 48271) % 2147483647) / 2147483647
}

/** Whether a box of half axes lies in another, each corner in the outer box's own measure, as the official validator has it. */
function isInside(inner: readonly number[], outer: readonly number[]): boolean {
  return [0, 1, 2].every((axis) =>
    [-1, 1].every((side) => {
      const corner = inner[axis]! + side * inner[3 + axis * 4]!
      return Math.abs((corner - outer[axis]!) / outer[3 + axis * 4]!) <= 1 + 1e-8
    }),
  )
}

describe('boxes in tileset.json', () => {
  it('lie in one another also after they are rounded, and hold what they were made for', () => {
    const random = createRandom()
    const boxes = new Map<string, Box>()
    const children: TileNode[] = Array.from({ length: 300 }, (_, index) => ({
      path: String(index),
      buildings: new Uint32Array(0),
      children: [],
      geometricErrorMetres: 0,
    }))
    const corner = () => [random() * 900, random() * 900, random() * 20] as [number, number, number]
    for (const { path } of [{ path: '' }, ...children]) {
      const minimum = corner()
      boxes.set(path, { minimum, maximum: minimum.map((value) => value + 1 + random() * 80) as [number, number, number] })
    }
    const table = { count: 0, heightMetres: new Float32Array(1), footprintSquareMetres: new Float32Array(1) } as unknown as BuildingTable
    for (const child of children) {
      const root: TileNode = { path: '', buildings: new Uint32Array(0), children: [child], geometricErrorMetres: 1 }
      const { root: tile } = createTilesetJson(root, boxes, [], table, 1) as { root: Tile }
      const inner = tile.children![0]!
      expect(isInside(tile.content.boundingVolume.box, tile.boundingVolume.box)).toBe(true)
      expect(isInside(inner.boundingVolume.box, tile.boundingVolume.box)).toBe(true)
      expect(isInside(inner.content.boundingVolume.box, inner.boundingVolume.box)).toBe(true)
      const { minimum, maximum } = boxes.get(child.path)!
      for (const axis of [0, 1, 2] as const) {
        const [centre, half] = [inner.content.boundingVolume.box[axis]!, inner.content.boundingVolume.box[3 + axis * 4]!]
        expect(minimum[axis] - (centre - half)).toBeGreaterThanOrEqual(0.05 - 1e-9)
        expect(centre + half - maximum[axis]).toBeGreaterThanOrEqual(0.05 - 1e-9)
        expect(half * 2 - (maximum[axis] - minimum[axis])).toBeLessThan(0.13)
      }
    }
  })
})
