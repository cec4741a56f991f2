import type { PackedGeometry } from '../geo/packed-geometry.ts'

type PackedType = PackedGeometry['type']

/** Base type of each WKB geometry type that can be packed. */
const PACKED_TYPES: Readonly<Record<number, PackedType>> = {
  1: 'points',
  2: 'lines',
  3: 'polygons',
  4: 'points',
  5: 'lines',
  6: 'polygons',
}
const BYTES_OF_DOUBLE = 8
const EWKB_Z = 0x80000000
const EWKB_M = 0x40000000
const EWKB_SRID = 0x20000000

/** Where one geometry is being read, and what has been packed so far. */
interface Packing {
  type: PackedType | null
  positions: Float64Array
  pointCount: number
  ringStarts: number[]
}

/**
 * Packs well-known binary geometries (ISO or extended; 2D, Z and M, of which only x and y are kept).
 *
 * @param rows one geometry a feature; null or undefined for a feature without geometry
 * @throws Error naming the row, when a geometry is truncated, of another kind than the rest, not
 *   finite, or a collection
 */
export function decodeWkb(rows: ArrayLike<Uint8Array | null | undefined>): PackedGeometry {
  const packing: Packing = { type: null, positions: new Float64Array(roomFor(rows)), pointCount: 0, ringStarts: [] }
  const featureStarts = new Uint32Array(rows.length + 1)
  for (let row = 0; row < rows.length; row += 1) {
    featureStarts[row] = packing.ringStarts.length
    const bytes = rows[row]
    if (bytes === null || bytes === undefined) continue
    try {
      readGeometry(packing, new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), 0)
    } catch (error) {
      const reason = error instanceof RangeError ? 'it is cut short' : (error as Error).message
      throw new Error(`geometry of row ${row} is not well-known binary that can be read: ${reason}`, { cause: error })
    }
  }
  featureStarts[rows.length] = packing.ringStarts.length
  packing.ringStarts.push(packing.pointCount)
  return {
    type: packing.type ?? 'points',
    positions: packing.positions.slice(0, packing.pointCount * 2),
    ringStarts: Uint32Array.from(packing.ringStarts),
    featureStarts,
  }
}

/** A point takes 16 bytes or more of WKB, so the bytes bound how many doubles are needed. */
function roomFor(rows: ArrayLike<Uint8Array | null | undefined>): number {
  let bytes = 0
  for (let row = 0; row < rows.length; row += 1) bytes += rows[row]?.byteLength ?? 0
  return Math.ceil(bytes / BYTES_OF_DOUBLE)
}

/** Reads one geometry at `offset`; returns the offset behind it. */
function readGeometry(packing: Packing, view: DataView, start: number): number {
  const order = view.getUint8(start)
  if (order > 1) throw new Error(`byte order is ${order}, expected 0 or 1`)
  const littleEndian = order === 1
  const code = view.getUint32(start + 1, littleEndian)
  const isoCode = code & 0x0fffffff
  const isoDimension = Math.floor(isoCode / 1000)
  const kind = isoCode % 1000
  const hasZ = (code & EWKB_Z) !== 0 || isoDimension === 1 || isoDimension === 3
  const hasM = (code & EWKB_M) !== 0 || isoDimension === 2 || isoDimension === 3
  const stride = BYTES_OF_DOUBLE * (2 + Number(hasZ) + Number(hasM))
  const type = PACKED_TYPES[kind]
  if (type === undefined) throw new Error(`geometry type ${kind} is not a point, line or polygon`)
  if (packing.type !== null && packing.type !== type) {
    throw new Error(`it holds ${type}, while rows before it hold ${packing.type}`)
  }
  packing.type = type
  let offset = start + 5 + ((code & EWKB_SRID) !== 0 ? 4 : 0)

  if (kind === 1) return readPoints(packing, view, offset, 1, stride, littleEndian)
  const count = view.getUint32(offset, littleEndian)
  offset += 4
  if (kind === 2) return readPoints(packing, view, offset, count, stride, littleEndian)
  if (kind === 3) {
    for (let ring = 0; ring < count; ring += 1) {
      const points = view.getUint32(offset, littleEndian)
      offset = readPoints(packing, view, offset + 4, points, stride, littleEndian)
    }
    return offset
  }
  for (let part = 0; part < count; part += 1) offset = readGeometry(packing, view, offset)
  return offset
}

function readPoints(packing: Packing, view: DataView, start: number, count: number, stride: number, littleEndian: boolean): number {
  const end = start + count * stride
  if (end > view.byteLength) throw new RangeError('cut short')
  if (count > 0) packing.ringStarts.push(packing.pointCount)
  let target = packing.pointCount * 2
  for (let offset = start; offset < end; offset += stride) {
    const x = view.getFloat64(offset, littleEndian)
    const y = view.getFloat64(offset + BYTES_OF_DOUBLE, littleEndian)
    if (!Number.isFinite(x) || !Number.isFinite(y)) throw new Error(`a coordinate is not finite (${x}, ${y})`)
    packing.positions[target] = x
    packing.positions[target + 1] = y
    target += 2
  }
  packing.pointCount += count
  return end
}
