import type { GrowingArray } from './growing-array.ts'
import { growingFloats, growingIndices } from './growing-array.ts'

/** Shapes of one kind as flat arrays, in the CRS of the file; see `PackedGeometry` for rings and features. */
export interface ShapeStore {
  readonly positions: GrowingArray<Float64Array>
  readonly ringStarts: GrowingArray<Uint32Array>
  readonly featureStarts: GrowingArray<Uint32Array>
  /** Row of the source's features that each shape belongs to. */
  readonly rows: GrowingArray<Uint32Array>
}

/** Points have one ring of one point each, so that one code serves all three. */
export interface ShapeStores {
  readonly polygons: ShapeStore
  readonly lines: ShapeStore
  readonly points: ShapeStore
}
export type ShapeKind = keyof ShapeStores
export const SHAPE_KINDS: readonly ShapeKind[] = ['polygons', 'lines', 'points']

export function createShapeStores(): ShapeStores {
  return { polygons: createStore(), lines: createStore(), points: createStore() }
}

function createStore(): ShapeStore {
  const store = { positions: growingFloats(), ringStarts: growingIndices(), featureStarts: growingIndices(), rows: growingIndices() }
  store.ringStarts.push(0)
  store.featureStarts.push(0)
  return store
}

export function endRing(store: ShapeStore): void {
  store.ringStarts.push(store.positions.length / 2)
}

export function endShape(store: ShapeStore, row: number): void {
  store.featureStarts.push(store.ringStarts.length - 1)
  store.rows.push(row)
}

/** Lengths of everything, to go back to where a feature turns out to be unusable. */
export function markStores(stores: ShapeStores): () => void {
  const marks = SHAPE_KINDS.flatMap((kind) => {
    const { positions, ringStarts, featureStarts, rows } = stores[kind]
    return [positions, ringStarts, featureStarts, rows].map((array) => [array, array.length] as const)
  })
  return () => {
    for (const [array, length] of marks) array.truncate(length)
  }
}
