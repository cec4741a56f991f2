import { BUILDING_PROPERTY_TABLE } from '../../schema/tileset.ts'
import type { BuildingTable } from './building-table.ts'
import { createMetadataSchema } from './metadata-schema.ts'
import type { TileNode } from './quadtree.ts'

/** Smallest and largest corner of an axis-aligned box in the local frame, metres. */
export interface Box {
  readonly minimum: readonly [number, number, number]
  readonly maximum: readonly [number, number, number]
}

/** Room around the content for the rounding of stored positions and of the numbers in the file. */
const MARGIN_METRES = 0.05

/** File name of a tile's content. */
export function contentUri(path: string): string {
  return `content/${path === '' ? 'root' : path}.glb`
}

/** The `tileset.json` of a tree whose contents fill the given boxes. */
export function createTilesetJson(
  root: TileNode,
  boxes: ReadonlyMap<string, Box>,
  matrix: readonly number[],
  table: BuildingTable,
  geometricErrorMetres: number,
): object {
  const rootTile = describeTile(root, boxes)
  return {
    asset: { version: '1.1' },
    schema: createMetadataSchema(true),
    statistics: {
      classes: {
        [BUILDING_PROPERTY_TABLE.className]: {
          count: table.count,
          properties: {
            height_m: findRange(table.heightMetres),
            footprint_m2: findRange(table.footprintSquareMetres),
          },
        },
      },
    },
    geometricError: Math.max(geometricErrorMetres, root.geometricErrorMetres),
    root: { transform: matrix, ...rootTile.json },
  }
}

function describeTile(node: TileNode, boxes: ReadonlyMap<string, Box>): { json: object; box: Box } {
  const content = boxes.get(node.path)
  if (content === undefined) throw new Error(`The tile "${node.path}" has no content`)
  const children = node.children.map((child) => describeTile(child, boxes))
  const box = children.reduce((joined, child) => joinBoxes(joined, child.box), content)
  return {
    box,
    json: {
      boundingVolume: { box: describeBox(box) },
      geometricError: node.geometricErrorMetres,
      refine: 'ADD',
      content: { uri: contentUri(node.path), boundingVolume: { box: describeBox(content) } },
      ...(children.length === 0 ? {} : { children: children.map((child) => child.json) }),
    },
  }
}

/**
 * Centre and half axes, twelve numbers. The corners are rounded outwards, each by itself, to whole centimetres:
 * so a box that lies in another still does in the file.
 */
function describeBox({ minimum, maximum }: Box): number[] {
  const axes = [0, 1, 2] as const
  const low = axes.map((axis) => Math.floor((minimum[axis] - MARGIN_METRES) * 100))
  const high = axes.map((axis) => Math.ceil((maximum[axis] + MARGIN_METRES) * 100))
  const centre = axes.map((axis) => ((low[axis] as number) + (high[axis] as number)) / 200)
  const [a, b, c] = axes.map((axis) => ((high[axis] as number) - (low[axis] as number)) / 200) as [number, number, number]
  return [...centre, a, 0, 0, 0, b, 0, 0, 0, c]
}

function joinBoxes(a: Box, b: Box): Box {
  const pick = (choose: (x: number, y: number) => number, p: Box['minimum'], q: Box['minimum']): [number, number, number] => [
    choose(p[0], q[0]),
    choose(p[1], q[1]),
    choose(p[2], q[2]),
  ]
  return { minimum: pick(Math.min, a.minimum, b.minimum), maximum: pick(Math.max, a.maximum, b.maximum) }
}

function findRange(values: Float32Array): { min: number; max: number } {
  let [min, max] = [Infinity, -Infinity]
  for (const value of values) {
    if (value < min) min = value
    if (value > max) max = value
  }
  return { min, max }
}
