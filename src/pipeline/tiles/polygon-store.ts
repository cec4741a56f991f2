import { ringArea } from '../../geo/rings.ts'

/** Centimetres in a metre: data sets are rounded to a centimetre, so whole centimetres lose nothing. */
export const CENTIMETRES = 100

/**
 * Polygons of many features in a few typed arrays, so that 16 cities fit in memory. Points are whole
 * centimetres from an origin in the city's CRS. Rings are open (the first point is not repeated),
 * outer rings run counter-clockwise, holes clockwise; a hole belongs to the outer ring before it.
 */
export interface PolygonStore {
  readonly originX: number
  readonly originY: number
  /** Interleaved east, north in centimetres from the origin. */
  readonly coordinates: Int32Array
  /** First point of each ring, with one more entry for the end. */
  readonly ringStarts: Uint32Array
  readonly ringIsHole: Uint8Array
  /** First ring of each feature, with one more entry for the end. */
  readonly featureStarts: Uint32Array
}

/** Grows a `PolygonStore` feature by feature from WKB. */
export interface PolygonStoreBuilder {
  /** Adds one WKB Polygon or MultiPolygon as the next feature. */
  readonly addWkb: (wkb: Uint8Array) => void
  readonly finish: () => PolygonStore
}

const WKB_POLYGON = 3
const WKB_MULTI_POLYGON = 6

/** A builder; the origin is the first point that comes, rounded to a kilometre. */
export function createPolygonStoreBuilder(featureCount: number): PolygonStoreBuilder {
  let coordinates = new Int32Array(Math.max(64, featureCount * 16))
  let ringStarts = new Uint32Array(Math.max(16, featureCount + featureCount / 4))
  let ringIsHole = new Uint8Array(ringStarts.length)
  const featureStarts = new Uint32Array(featureCount + 1)
  let features = 0
  let rings = 0
  let points = 0
  let originX = NaN
  let originY = NaN

  function addRing(view: DataView, offset: number, pointCount: number, little: boolean, stride: number, hole: boolean): void {
    if (coordinates.length < (points + pointCount) * 2) {
      coordinates = grow(coordinates, new Int32Array(Math.max(coordinates.length * 2, (points + pointCount) * 2)))
    }
    if (ringStarts.length < rings + 2) {
      ringStarts = grow(ringStarts, new Uint32Array(ringStarts.length * 2))
      ringIsHole = grow(ringIsHole, new Uint8Array(ringIsHole.length * 2))
    }
    const first = points
    for (let index = 0; index < pointCount; index++, offset += stride) {
      const x = view.getFloat64(offset, little)
      const y = view.getFloat64(offset + 8, little)
      if (Number.isNaN(originX)) {
        originX = Math.round(x / 1000) * 1000
        originY = Math.round(y / 1000) * 1000
      }
      const east = Math.round((x - originX) * CENTIMETRES)
      const north = Math.round((y - originY) * CENTIMETRES)
      // Repeated points would make walls of no width with no normal.
      if (points > first && coordinates[points * 2 - 2] === east && coordinates[points * 2 - 1] === north) continue
      coordinates[points * 2] = east
      coordinates[points * 2 + 1] = north
      points++
    }
    if (
      points > first + 1 &&
      coordinates[first * 2] === coordinates[points * 2 - 2] &&
      coordinates[first * 2 + 1] === coordinates[points * 2 - 1]
    )
      points--
    const area = points - first < 3 ? 0 : ringArea(coordinates, first, points)
    if (area === 0) {
      points = first
      return
    }
    if (area > 0 === hole) reverseRing(coordinates, first, points)
    ringStarts[rings] = first
    ringIsHole[rings] = hole ? 1 : 0
    rings++
    ringStarts[rings] = points
  }

  function addPolygon(view: DataView, start: number): number {
    const little = view.getUint8(start) === 1
    const type = view.getUint32(start + 1, little)
    if (type !== WKB_POLYGON) throw new Error(`A polygon was expected in the WKB, found geometry type ${type}`)
    const ringCount = view.getUint32(start + 5, little)
    let offset = start + 9
    let outerKept = false
    for (let ring = 0; ring < ringCount; ring++) {
      const pointCount = view.getUint32(offset, little)
      offset += 4
      const before = rings
      if (ring === 0 || outerKept) addRing(view, offset, pointCount, little, 16, ring > 0)
      if (ring === 0) outerKept = rings > before
      offset += pointCount * 16
    }
    return offset
  }

  return {
    addWkb: (wkb) => {
      const view = new DataView(wkb.buffer, wkb.byteOffset, wkb.byteLength)
      const little = view.getUint8(0) === 1
      const type = view.getUint32(1, little)
      featureStarts[features] = rings
      if (type === WKB_MULTI_POLYGON) {
        const count = view.getUint32(5, little)
        let offset = 9
        for (let index = 0; index < count; index++) offset = addPolygon(view, offset)
      } else addPolygon(view, 0)
      features++
      featureStarts[features] = rings
    },
    finish: () => {
      if (features !== featureCount) throw new Error(`${featureCount} features were expected, ${features} came`)
      return {
        originX: Number.isNaN(originX) ? 0 : originX,
        originY: Number.isNaN(originY) ? 0 : originY,
        coordinates: coordinates.slice(0, points * 2),
        ringStarts: ringStarts.slice(0, rings + 1),
        ringIsHole: ringIsHole.slice(0, rings),
        featureStarts,
      }
    },
  }
}

function reverseRing(coordinates: Int32Array, first: number, end: number): void {
  for (let low = first, high = end - 1; low < high; low++, high--) {
    for (const axis of [0, 1]) {
      const kept = coordinates[low * 2 + axis] as number
      coordinates[low * 2 + axis] = coordinates[high * 2 + axis] as number
      coordinates[high * 2 + axis] = kept
    }
  }
}

function grow<T extends Int32Array | Uint32Array | Uint8Array>(from: T, to: T): T {
  to.set(from)
  return to
}
