import Flatbush from 'flatbush'
import type { Box } from '../../geo/boxes.ts'
import type { Position } from '../dataset.ts'
import { boxOf, multiPolygonContains, type MultiPolygonRings } from './planar.ts'

/** Points by place: asks which lie inside a polygon. */
export interface PointIndex<Item> {
  /** Items inside, in the order in which they were given. */
  readonly inside: (polygons: MultiPolygonRings) => readonly Item[]
}

export function createPointIndex<Item>(items: readonly Item[], pointOf: (item: Item) => Position): PointIndex<Item> {
  if (items.length === 0) return { inside: () => [] }
  const index = new Flatbush(items.length)
  for (const item of items) index.add(...pointOf(item))
  index.finish()
  return {
    inside: (polygons) =>
      index
        .search(...boxOf(polygons))
        .sort((a, b) => a - b)
        .map((position) => items[position] as Item)
        .filter((item) => multiPolygonContains(polygons, ...pointOf(item))),
  }
}

/** Polygons by place: asks which hold a point. */
export interface PolygonIndex<Item> {
  /** Items that hold the point, in the order in which they were given. */
  readonly holding: (x: number, y: number) => readonly Item[]
  /** Items whose box meets the box, in the same order. */
  readonly touching: (box: Box) => readonly Item[]
}

export function createPolygonIndex<Item>(items: readonly Item[], polygonsOf: (item: Item) => MultiPolygonRings): PolygonIndex<Item> {
  if (items.length === 0) return { holding: () => [], touching: () => [] }
  const index = new Flatbush(items.length)
  for (const item of items) index.add(...boxOf(polygonsOf(item)))
  index.finish()
  return {
    holding: (x, y) =>
      index
        .search(x, y, x, y)
        .sort((a, b) => a - b)
        .map((position) => items[position] as Item)
        .filter((item) => multiPolygonContains(polygonsOf(item), x, y)),
    touching: (box) =>
      index
        .search(...box)
        .sort((a, b) => a - b)
        .map((position) => items[position] as Item),
  }
}
