import Flatbush from 'flatbush'
import { converterBetween, type EpsgCode } from '../geo/crs.ts'
import type { PackedGeometry } from '../geo/packed-geometry.ts'
import { degreesToUnitSquare } from './mercator.ts'

/** Rings or line parts grouped by feature, see `PackedGeometry`. */
export interface Rings {
  /** Unit square, interleaved. */
  readonly positions: Float64Array
  readonly ringStarts: Uint32Array
  readonly featureStarts: Uint32Array
  /** West, north, east, south of each ring in the unit square (y runs south). */
  readonly ringBoxes: Float64Array
}

/** One data set on the unit square, searchable by box. */
export interface VectorSet extends Rings {
  readonly isClosed: boolean
  readonly featureCount: number
  /** Null for an empty set, which flatbush cannot hold. */
  readonly index: Flatbush | null
}

/** West, north, east, south in the unit square. */
export type UnitBox = readonly [number, number, number, number]

/** Reprojects a data set from the city's CRS to the unit square and indexes it. */
export function projectGeometry(geometry: PackedGeometry, epsg: EpsgCode): VectorSet {
  const degrees = converterBetween(epsg, 4326).batch(geometry.positions)
  return createVectorSet(degreesToUnitSquare(degrees), geometry.ringStarts, geometry.featureStarts, geometry.type === 'polygons')
}

/** @param positions unit square, interleaved; kept, not copied */
export function createVectorSet(
  positions: Float64Array, ringStarts: Uint32Array, featureStarts: Uint32Array, isClosed: boolean,
): VectorSet {
  const ringBoxes = measureRings(positions, ringStarts)
  const featureCount = featureStarts.length - 1
  const index = featureCount > 0 ? new Flatbush(featureCount) : null
  for (let feature = 0; feature < featureCount; feature += 1) {
    let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity]
    for (let ring = featureStarts[feature] as number; ring < (featureStarts[feature + 1] as number); ring += 1) {
      west = Math.min(west, ringBoxes[ring * 4] as number)
      north = Math.min(north, ringBoxes[ring * 4 + 1] as number)
      east = Math.max(east, ringBoxes[ring * 4 + 2] as number)
      south = Math.max(south, ringBoxes[ring * 4 + 3] as number)
    }
    // A feature without geometry goes outside the unit square, where no tile looks.
    if (west > east) index?.add(-1, -1, -1, -1)
    else index?.add(west, north, east, south)
  }
  index?.finish()
  return { positions, ringStarts, featureStarts, ringBoxes, isClosed, featureCount, index }
}

/** Part of a set: the features that pass, in order. */
export function selectFeatures(geometry: PackedGeometry, keep: (feature: number) => boolean): PackedGeometry {
  const positions: Float64Array[] = []
  const ringStarts = [0]
  const featureStarts = [0]
  let points = 0
  for (let feature = 0; feature < geometry.featureStarts.length - 1; feature += 1) {
    if (!keep(feature)) continue
    for (let ring = geometry.featureStarts[feature] as number; ring < (geometry.featureStarts[feature + 1] as number); ring += 1) {
      const from = geometry.ringStarts[ring] as number
      const to = geometry.ringStarts[ring + 1] as number
      positions.push(geometry.positions.subarray(from * 2, to * 2))
      points += to - from
      ringStarts.push(points)
    }
    featureStarts.push(ringStarts.length - 1)
  }
  const all = new Float64Array(points * 2)
  let offset = 0
  for (const piece of positions) {
    all.set(piece, offset)
    offset += piece.length
  }
  return {
    type: geometry.type, positions: all,
    ringStarts: Uint32Array.from(ringStarts), featureStarts: Uint32Array.from(featureStarts),
  }
}

/** Features whose box meets `box`, in the data set's order whatever the tile. */
export function searchFeatures(set: VectorSet, [west, north, east, south]: UnitBox): number[] {
  return set.index === null ? [] : set.index.search(west, north, east, south).sort((a, b) => a - b)
}

export function measureRings(positions: Float64Array, ringStarts: Uint32Array): Float64Array {
  const boxes = new Float64Array((ringStarts.length - 1) * 4)
  for (let ring = 0; ring < ringStarts.length - 1; ring += 1) {
    let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity]
    for (let point = ringStarts[ring] as number; point < (ringStarts[ring + 1] as number); point += 1) {
      const x = positions[point * 2] as number
      const y = positions[point * 2 + 1] as number
      if (x < west) west = x
      if (x > east) east = x
      if (y < north) north = y
      if (y > south) south = y
    }
    boxes.set([west, north, east, south], ring * 4)
  }
  return boxes
}
