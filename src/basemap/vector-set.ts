import Flatbush from 'flatbush'
import { boxOfPoints, EMPTY_BOX, type Box } from '../geo/boxes.ts'
import { converterBetween, type EpsgCode } from '../geo/crs.ts'
import type { PackedGeometry } from '../geo/packed-geometry.ts'
import { forEachRing, pointRange, ringRange } from '../geo/rings.ts'
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
export type UnitBox = Box

/** Outside of the unit square. */
const NOWHERE: UnitBox = [-1, -1, -1, -1]

/** Box of a ring, empty where it has no points. */
export function boxOfRing({ ringBoxes }: Pick<Rings, 'ringBoxes'>, ring: number): UnitBox {
  const [west, north, east, south] = ringBoxes.subarray(ring * 4, ring * 4 + 4)
  return [west ?? Infinity, north ?? Infinity, east ?? -Infinity, south ?? -Infinity]
}

/** Reprojects a data set from the city's CRS to the unit square and indexes it. */
export function projectGeometry(geometry: PackedGeometry, epsg: EpsgCode): VectorSet {
  const degrees = converterBetween(epsg, 4326).batch(geometry.positions)
  return createVectorSet(degreesToUnitSquare(degrees), geometry.ringStarts, geometry.featureStarts, geometry.type === 'polygons')
}

/** @param positions unit square, interleaved; kept, not copied */
export function createVectorSet(
  positions: Float64Array,
  ringStarts: Uint32Array,
  featureStarts: Uint32Array,
  isClosed: boolean,
): VectorSet {
  const ringBoxes = measureRings(positions, ringStarts)
  const featureCount = featureStarts.length - 1
  const index = featureCount > 0 ? new Flatbush(featureCount) : null
  for (let feature = 0; feature < featureCount; feature += 1) {
    // A feature without geometry goes outside the unit square, where no tile looks.
    index?.add(...(boxOfPoints(positions, ...pointRange({ ringStarts, featureStarts }, feature)) ?? NOWHERE))
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
    forEachRing(geometry, feature, (from, to) => {
      positions.push(geometry.positions.subarray(from * 2, to * 2))
      points += to - from
      ringStarts.push(points)
    })
    featureStarts.push(ringStarts.length - 1)
  }
  const all = new Float64Array(points * 2)
  let offset = 0
  for (const piece of positions) {
    all.set(piece, offset)
    offset += piece.length
  }
  return {
    type: geometry.type,
    positions: all,
    ringStarts: Uint32Array.from(ringStarts),
    featureStarts: Uint32Array.from(featureStarts),
  }
}

/** Features whose box meets `box`, in the data set's order whatever the tile. */
export function searchFeatures(set: VectorSet, [west, north, east, south]: UnitBox): number[] {
  return set.index === null ? [] : set.index.search(west, north, east, south).sort((a, b) => a - b)
}

export function measureRings(positions: Float64Array, ringStarts: Uint32Array): Float64Array {
  const boxes = new Float64Array((ringStarts.length - 1) * 4)
  for (let ring = 0; ring < ringStarts.length - 1; ring += 1) {
    boxes.set(boxOfPoints(positions, ...ringRange({ ringStarts }, ring)) ?? EMPTY_BOX, ring * 4)
  }
  return boxes
}
