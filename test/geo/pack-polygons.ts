import type { PackedGeometry } from '../../src/geo/packed-geometry.ts'

/** Packs features of rings of [x, y], for tests that write their polygons out. */
export function packPolygons(features: readonly (readonly (readonly (readonly [number, number])[])[])[]): PackedGeometry {
  const positions: number[] = []
  const ringStarts = [0]
  const featureStarts = [0]
  for (const rings of features) {
    for (const ring of rings) {
      for (const [x, y] of ring) positions.push(x, y)
      ringStarts.push(positions.length / 2)
    }
    featureStarts.push(ringStarts.length - 1)
  }
  return {
    type: 'polygons',
    positions: Float64Array.from(positions),
    ringStarts: Uint32Array.from(ringStarts),
    featureStarts: Uint32Array.from(featureStarts),
  }
}

/** A closed square. */
export function square(west: number, south: number, side: number): readonly (readonly [number, number])[] {
  return [
    [west, south],
    [west + side, south],
    [west + side, south + side],
    [west, south + side],
    [west, south],
  ]
}
