import { integer, tuple, type Arbitrary } from 'fast-check'
import type { Solids } from '../../../src/analytics/solar/wall-grid.ts'
import { packPolygons } from '../../geo/pack-polygons.ts'

/** A block with a flat top: west, south, width, depth, top, all in metres. */
export type Block = readonly [west: number, south: number, width: number, depth: number, top: number]

/** Blocks as solids, in order. */
export function solidsOf(blocks: readonly Block[]): Solids {
  return {
    geometry: packPolygons(
      blocks.map(([west, south, width, depth]) => [
        [
          [west, south],
          [west + width, south],
          [west + width, south + depth],
          [west, south + depth],
          [west, south],
        ],
      ]),
    ),
    topsMetres: Float64Array.from(blocks, ([, , , , top]) => top),
  }
}

/** Blocks of a small town, anywhere on a square of 400 m, to whole decimetres so that walls meet in corners now and then. */
export const anyBlock: Arbitrary<Block> = tuple(
  integer({ min: 0, max: 4000 }),
  integer({ min: 0, max: 4000 }),
  integer({ min: 10, max: 600 }),
  integer({ min: 10, max: 600 }),
  integer({ min: 20, max: 600 }),
).map(([west, south, width, depth, top]) => [west / 10, south / 10, width / 10, depth / 10, top / 10])
