import { boxHolds } from '../../geo/boxes.ts'
import type { Position } from '../dataset.ts'
import { boxOfRing, polygonContains, ringArea, type Ring } from './planar.ts'
import type { Raster } from '../formats/read-geotiff.ts'

/** Mean over the cells at most `radius` away in each direction; cells without data count as 0. */
export function smoothRaster(raster: Raster, radius: number): Raster {
  const { columns, rows } = raster
  const along = new Float32Array(columns * rows)
  const values = new Float32Array(columns * rows)
  const width = 2 * radius + 1
  const clean = (value: number): number => (Number.isNaN(value) ? 0 : value)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let sum = 0
      for (let step = -radius; step <= radius; step++) {
        const at = column + step
        if (at >= 0 && at < columns) sum += clean(raster.values[row * columns + at] as number)
      }
      along[row * columns + column] = sum
    }
  }
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let sum = 0
      for (let step = -radius; step <= radius; step++) {
        const at = row + step
        if (at >= 0 && at < rows) sum += along[at * columns + column] as number
      }
      values[row * columns + column] = sum / (width * width)
    }
  }
  return { ...raster, values }
}

/**
 * Polygons where the raster is at least `threshold`: marching squares between cell centres with
 * linear interpolation; what lies outside the raster counts as 0, so every ring closes. Outer rings
 * run counter-clockwise, holes clockwise. Rings below `smallestSquareMetres` are left out.
 */
export function polygoniseRaster(raster: Raster, threshold: number, smallestSquareMetres: number): Position[][][] {
  const outers: Position[][] = []
  const holes: Position[][] = []
  for (const ring of traceRings(raster, threshold)) {
    const area = ringArea(ring)
    if (Math.abs(area) < smallestSquareMetres) continue
    ;(area > 0 ? outers : holes).push(ring)
  }
  return assignHoles(outers, holes)
}

/** Corners of a square: 1 south-west, 2 south-east, 4 north-east, 8 north-west. Sides: 0 south, 1 east, 2 north, 3 west. */
const SEGMENTS: Readonly<Record<number, readonly (readonly [number, number])[]>> = {
  // From side to side with the filled part on the left.
  1: [[0, 3]],
  2: [[1, 0]],
  3: [[1, 3]],
  4: [[2, 1]],
  6: [[2, 0]],
  7: [[2, 3]],
  8: [[3, 2]],
  9: [[0, 2]],
  11: [[1, 2]],
  12: [[3, 1]],
  13: [[0, 1]],
  14: [[3, 0]],
}

function traceRings(raster: Raster, threshold: number): Position[][] {
  const { columns, rows, west, north, cellMetres } = raster
  const valueAt = (column: number, row: number): number =>
    column < 0 || row < 0 || column >= columns || row >= rows ? 0 : (raster.values[row * columns + column] as number)
  const next = new Map<number, number[]>()
  const places = new Map<number, Position>()
  const width = columns + 1
  /** Key of a side between neighbouring centres: twice the corner's index, odd for vertical sides. */
  const keyOf = (column: number, row: number, isVertical: boolean): number =>
    ((row + 1) * (width + 1) + column + 1) * 2 + (isVertical ? 1 : 0)
  const centre = (column: number, row: number): Position => [west + (column + 0.5) * cellMetres, north - (row + 0.5) * cellMetres]
  const between = (c1: number, r1: number, c2: number, r2: number): Position => {
    const [a, b] = [valueAt(c1, r1), valueAt(c2, r2)]
    // Kept off the centres themselves: two isolines through one point could not be told apart.
    const share = Math.min(0.98, Math.max(0.02, (threshold - a) / (b - a)))
    const [p, q] = [centre(c1, r1), centre(c2, r2)]
    return [p[0] + (q[0] - p[0]) * share, p[1] + (q[1] - p[1]) * share]
  }
  for (let row = -1; row < rows; row++) {
    for (let column = -1; column < columns; column++) {
      const [nw, ne] = [valueAt(column, row), valueAt(column + 1, row)]
      const [sw, se] = [valueAt(column, row + 1), valueAt(column + 1, row + 1)]
      const code = (sw >= threshold ? 1 : 0) + (se >= threshold ? 2 : 0) + (ne >= threshold ? 4 : 0) + (nw >= threshold ? 8 : 0)
      if (code === 0 || code === 15) continue
      let segments = SEGMENTS[code]
      if (segments === undefined) {
        // A saddle: joined through the middle where the mean of the four is filled.
        const isJoined = (nw + ne + sw + se) / 4 >= threshold
        if (code === 5)
          segments = isJoined
            ? [
                [0, 1],
                [2, 3],
              ]
            : [
                [0, 3],
                [2, 1],
              ]
        else
          segments = isJoined
            ? [
                [1, 2],
                [3, 0],
              ]
            : [
                [1, 0],
                [3, 2],
              ]
      }
      const side = (index: number): number => {
        const [key, place] =
          index === 0
            ? ([keyOf(column, row + 1, false), (): Position => between(column, row + 1, column + 1, row + 1)] as const)
            : index === 1
              ? ([keyOf(column + 1, row, true), (): Position => between(column + 1, row, column + 1, row + 1)] as const)
              : index === 2
                ? ([keyOf(column, row, false), (): Position => between(column, row, column + 1, row)] as const)
                : ([keyOf(column, row, true), (): Position => between(column, row, column, row + 1)] as const)
        if (!places.has(key)) places.set(key, place())
        return key
      }
      for (const [from, to] of segments) {
        const list = next.get(side(from))
        if (list === undefined) next.set(side(from), [side(to)])
        else list.push(side(to))
      }
    }
  }
  const rings: Position[][] = []
  for (const start of next.keys()) {
    if ((next.get(start) ?? []).length === 0) continue
    const ring: Position[] = [places.get(start) as Position]
    for (let at = start; ;) {
      const to = next.get(at)?.pop()
      if (to === undefined) break
      ring.push(places.get(to) as Position)
      if (to === start) break
      at = to
    }
    rings.push(ring)
  }
  return rings
}

function assignHoles(outers: readonly Position[][], holes: readonly Position[][]): Position[][][] {
  const polygons = outers.map((outer) => ({ rings: [outer], area: ringArea(outer), box: boxOfRing(outer) })).sort((a, b) => a.area - b.area)
  for (const hole of holes) {
    const [x, y] = hole[0] as Position
    // The smallest ring around the hole is its own: islands in lakes of woods are nested.
    const owner = polygons.find(({ rings, box }) => boxHolds(box, x, y) && polygonContains([rings[0] as Ring], x, y))
    owner?.rings.push(hole)
  }
  return polygons.map(({ rings }) => rings)
}
