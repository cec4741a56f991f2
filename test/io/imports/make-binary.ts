import { zipSync } from 'fflate'

/** A `.shp` of points, or of one line, by Esri's white paper of 1998; enough to test with. */
export function makeShp(points: readonly (readonly [number, number])[], type: 1 | 3 = 1): Uint8Array {
  const records = type === 1 ? points.map(([x, y]) => pointRecord(x, y)) : [lineRecord(points)]
  const bytes = new Uint8Array(100 + records.reduce((sum, record) => sum + 8 + record.length, 0))
  const view = new DataView(bytes.buffer)
  view.setInt32(0, 9994)
  view.setInt32(24, bytes.length / 2)
  view.setInt32(28, 1000, true)
  view.setInt32(32, type, true)
  let at = 100
  for (const [index, record] of records.entries()) {
    view.setInt32(at, index + 1)
    view.setInt32(at + 4, record.length / 2)
    bytes.set(record, at + 8)
    at += 8 + record.length
  }
  return bytes
}

function pointRecord(x: number, y: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(20))
  view.setInt32(0, 1, true)
  view.setFloat64(4, x, true)
  view.setFloat64(12, y, true)
  return new Uint8Array(view.buffer)
}

function lineRecord(points: readonly (readonly [number, number])[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(48 + points.length * 16))
  view.setInt32(0, 3, true)
  view.setInt32(36, 1, true)
  view.setInt32(40, points.length, true)
  for (const [index, [x, y]] of points.entries()) {
    view.setFloat64(48 + index * 16, x, true)
    view.setFloat64(56 + index * 16, y, true)
  }
  return new Uint8Array(view.buffer)
}

/** The index of a `.shp` of points. */
export function makeShx(count: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(100 + count * 8))
  view.setInt32(0, 9994)
  view.setInt32(24, view.byteLength / 2)
  view.setInt32(28, 1000, true)
  view.setInt32(32, 1, true)
  for (let index = 0; index < count; index++) {
    view.setInt32(100 + index * 8, 50 + index * 14)
    view.setInt32(104 + index * 8, 10)
  }
  return new Uint8Array(view.buffer)
}

/** A table with one text column, `NIMI`. */
export function makeDbf(names: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(65 + names.length * 21 + 1).fill(0x20, 65)
  const view = new DataView(bytes.buffer)
  bytes[0] = 3
  view.setUint32(4, names.length, true)
  view.setUint16(8, 65, true)
  view.setUint16(10, 21, true)
  bytes.set(new TextEncoder().encode('NIMI'), 32)
  bytes[43] = 0x43
  bytes[48] = 20
  bytes[64] = 0x0d
  for (const [index, name] of names.entries()) bytes.set(new TextEncoder().encode(name), 66 + index * 21)
  bytes[bytes.length - 1] = 0x1a
  return bytes
}

/** EPSG:3067 as Esri's programs write it, without a code. */
export const PRJ_3067 =
  'PROJCS["ETRS_1989_ETRS-TM35FIN",GEOGCS["GCS_ETRS_1989",DATUM["D_ETRS_1989",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["Central_Meridian",27.0],PARAMETER["Scale_Factor",0.9996],UNIT["Meter",1.0]]'

/** Senate Square and 500 m east of it, in EPSG:3067 to a metre. */
export const SHAPE_POINTS = [
  [386300, 6672100],
  [386800, 6672100],
] as const

export function makeShapefile(change: Readonly<Record<string, Uint8Array | null>> = {}): Uint8Array {
  const files: Record<string, Uint8Array | null> = {
    'kohteet.shp': makeShp(SHAPE_POINTS),
    'kohteet.shx': makeShx(2),
    'kohteet.dbf': makeDbf(['Tori', 'Silta']),
    'kohteet.prj': new TextEncoder().encode(PRJ_3067),
    'kohteet.cpg': new TextEncoder().encode('UTF-8'),
    ...change,
  }
  const kept = Object.entries(files).filter((entry): entry is [string, Uint8Array] => entry[1] !== null)
  return zipSync(Object.fromEntries(kept), { mtime: '2026-01-01T00:00:00Z' })
}

/** Bytes with some of them written over. */
export function patched(bytes: Uint8Array, at: number, ...values: readonly number[]): Uint8Array {
  const copy = bytes.slice()
  copy.set(values, at < 0 ? copy.length + at : at)
  return copy
}

/** Place of the nth occurrence of some bytes. */
export function find(bytes: Uint8Array, wanted: readonly number[], nth = 0): number {
  let left = nth
  for (let at = 0; at <= bytes.length - wanted.length; at++) {
    if (wanted.every((value, index) => bytes[at + index] === value) && left-- === 0) return at
  }
  throw new Error('Not found')
}
