import { unzlibSync } from 'fflate'
import { SourceError } from '../effects.ts'

/** A raster band, row by row from the north-west corner. */
export interface Raster {
  readonly columns: number
  readonly rows: number
  /** Easting of the west edge and northing of the north edge, in metres. */
  readonly west: number
  readonly north: number
  readonly cellMetres: number
  /** `rows` × `columns`; NaN where the file has no data. */
  readonly values: Float32Array
}

/** TIFF tags that are read. */
const TAG = {
  columns: 256,
  rows: 257,
  bits: 258,
  compression: 259,
  stripOffsets: 273,
  samples: 277,
  rowsPerStrip: 278,
  stripBytes: 279,
  predictor: 317,
  format: 339,
  scale: 33550,
  tiepoint: 33922,
  noData: 42113,
} as const

/** Size in bytes of TIFF field types that are read. */
const TYPE_BYTES: Readonly<Record<number, number>> = { 2: 1, 3: 2, 4: 4, 12: 8 }

/**
 * Reads a GeoTIFF of one band of 32-bit floats in deflated strips, little-endian, without predictor:
 * what GDAL writes by default with `COMPRESS=DEFLATE`. Throws a `SourceError` for any other file.
 */
export function readGeoTiff(bytes: Uint8Array, file: string): Raster {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const fail = (what: string): never => {
    throw new SourceError(file, `${file} is no GeoTIFF of the kind that can be read here: ${what}.`)
  }
  if (bytes.length < 8 || view.getUint16(0, true) !== 0x4949 || view.getUint16(2, true) !== 42) fail('no little-endian TIFF header')
  const tags = readTags(view, bytes.length, fail)
  const one = (tag: number, missing: number): number => tags.get(tag)?.[0] ?? missing
  if (one(TAG.bits, 1) !== 32 || one(TAG.format, 1) !== 3 || one(TAG.samples, 1) !== 1) fail('not one band of 32-bit floats')
  if (one(TAG.compression, 1) !== 8 || one(TAG.predictor, 1) !== 1) fail('not deflated without predictor')
  const [columns, rows] = [one(TAG.columns, 0), one(TAG.rows, 0)]
  const [scale, tiepoint] = [tags.get(TAG.scale), tags.get(TAG.tiepoint)]
  if (columns === 0 || rows === 0 || scale === undefined || tiepoint === undefined) return fail('no size or no position')
  const values = new Float32Array(columns * rows)
  const noData = one(TAG.noData, Number.NaN)
  const rowsPerStrip = one(TAG.rowsPerStrip, rows)
  const [offsets, lengths] = [tags.get(TAG.stripOffsets) ?? [], tags.get(TAG.stripBytes) ?? []]
  offsets.forEach((offset, strip) => {
    const length = lengths[strip] ?? 0
    if (offset + length > bytes.length) fail('it is truncated')
    const raw = unzlibSync(bytes.subarray(offset, offset + length))
    const strips = new DataView(raw.buffer, raw.byteOffset, raw.byteLength)
    const start = strip * rowsPerStrip * columns
    for (let index = 0; index < raw.length / 4 && start + index < values.length; index++) {
      const value = strips.getFloat32(index * 4, true)
      values[start + index] = value === noData ? Number.NaN : value
    }
  })
  return {
    columns,
    rows,
    values,
    west: (tiepoint[3] as number) - (tiepoint[0] as number) * (scale[0] as number),
    north: (tiepoint[4] as number) + (tiepoint[1] as number) * (scale[1] as number),
    cellMetres: scale[0] as number,
  }
}

function readTags(view: DataView, length: number, fail: (what: string) => never): Map<number, number[]> {
  const tags = new Map<number, number[]>()
  const start = view.getUint32(4, true)
  if (start + 2 > length) return fail('it is truncated')
  const count = view.getUint16(start, true)
  for (let entry = 0; entry < count; entry++) {
    const at = start + 2 + entry * 12
    if (at + 12 > length) return fail('it is truncated')
    const [tag, type, items] = [view.getUint16(at, true), view.getUint16(at + 2, true), view.getUint32(at + 4, true)]
    const size = TYPE_BYTES[type]
    if (size === undefined) continue
    const from = size * items <= 4 ? at + 8 : view.getUint32(at + 8, true)
    if (from + size * items > length) return fail('it is truncated')
    if (type === 2) {
      let text = ''
      for (let index = 0; index < items; index++) text += String.fromCharCode(view.getUint8(from + index))
      tags.set(tag, [Number.parseFloat(text)])
      continue
    }
    const read = (index: number): number =>
      type === 3
        ? view.getUint16(from + index * 2, true)
        : type === 4
          ? view.getUint32(from + index * 4, true)
          : view.getFloat64(from + index * 8, true)
    tags.set(
      tag,
      Array.from({ length: items }, (_, index) => read(index)),
    )
  }
  return tags
}
