import earcut from 'earcut'
import type { PolygonStore } from './polygon-store.ts'

/**
 * Triangulates one polygon (an outer ring and its holes, rings `firstRing .. endRing`), counter-clockwise
 * seen from above. Index 0 is the polygon's first point.
 *
 * @returns the index count after the triangles.
 */
export function triangulatePolygon(
  store: PolygonStore,
  firstRing: number,
  endRing: number,
  indices: Uint32Array,
  indexCount: number,
): number {
  const { coordinates, ringStarts } = store
  const start = ringStarts[firstRing] as number
  const end = ringStarts[endRing] as number
  const flat = coordinates.subarray(start * 2, end * 2)
  if (endRing === firstRing + 1) {
    if (end - start === 3) return addTriangle(flat, 0, 1, 2, indices, indexCount)
    if (end - start === 4) {
      // Most footprints have four corners: split at a diagonal that lies inside.
      const split =
        doubleArea(flat, 0, 1, 2) > 0 && doubleArea(flat, 0, 2, 3) > 0
          ? 0
          : doubleArea(flat, 1, 2, 3) > 0 && doubleArea(flat, 1, 3, 0) > 0
            ? 1
            : -1
      if (split >= 0) {
        indexCount = addTriangle(flat, split, split + 1, split + 2, indices, indexCount)
        return addTriangle(flat, split, split + 2, (split + 3) % 4, indices, indexCount)
      }
    }
  }
  const holes: number[] = []
  for (let ring = firstRing + 1; ring < endRing; ring++) holes.push((ringStarts[ring] as number) - start)
  const triangles = earcut(flat, holes.length > 0 ? holes : null)
  for (let corner = 0; corner < triangles.length; corner += 3) {
    indexCount = addTriangle(
      flat,
      triangles[corner] as number,
      triangles[corner + 1] as number,
      triangles[corner + 2] as number,
      indices,
      indexCount,
    )
  }
  return indexCount
}

/** Adds a triangle turned counter-clockwise; one without area is left out. */
function addTriangle(flat: Int32Array, a: number, b: number, c: number, indices: Uint32Array, indexCount: number): number {
  const area = doubleArea(flat, a, b, c)
  if (area === 0) return indexCount
  indices[indexCount] = a
  indices[indexCount + 1] = area > 0 ? b : c
  indices[indexCount + 2] = area > 0 ? c : b
  return indexCount + 3
}

/** Twice the signed area of a triangle; exact in doubles for whole centimetres. */
function doubleArea(flat: Int32Array, a: number, b: number, c: number): number {
  const ax = flat[a * 2] as number
  const ay = flat[a * 2 + 1] as number
  return (
    ((flat[b * 2] as number) - ax) * ((flat[c * 2 + 1] as number) - ay) -
    ((flat[b * 2 + 1] as number) - ay) * ((flat[c * 2] as number) - ax)
  )
}
