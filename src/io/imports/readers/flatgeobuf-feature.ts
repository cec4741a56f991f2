import type { FlatMessage, FlatTable } from './flatbuffer.ts'
import type { FlatGeobufColumn, FlatGeobufFrame } from './flatgeobuf-frame.ts'

/** Names of the geometry types by their number (`GeometryType` of the format's schema); curves and surfaces are not drawn. */
const GEOMETRY_TYPES = [
  'Unknown',
  'Point',
  'LineString',
  'Polygon',
  'MultiPoint',
  'MultiLineString',
  'MultiPolygon',
  'GeometryCollection',
  'CircularString',
  'CompoundCurve',
  'CurvePolygon',
  'MultiCurve',
  'MultiSurface',
  'Curve',
  'Surface',
  'PolyhedralSurface',
  'TIN',
  'Triangle',
] as const
/** Fields of the tables, in the order of the format's schema (feature.fbs of version 3). */
const FEATURE = { geometry: 0, properties: 1 } as const
const GEOMETRY = { ends: 0, xy: 1, type: 6, parts: 7 } as const
const DEEPEST_PARTS = 6
const BYTES_PER_POINT = 16

/** A value's bytes in the attributes, by the number of its column's type (`ColumnType` of the schema); absent for those with a length. */
const FIXED: Readonly<Record<number, readonly [bytes: number, read: (view: DataView, at: number) => unknown]>> = {
  0: [1, (view, at) => view.getInt8(at)],
  1: [1, (view, at) => view.getUint8(at)],
  2: [1, (view, at) => view.getUint8(at) !== 0],
  3: [2, (view, at) => view.getInt16(at, true)],
  4: [2, (view, at) => view.getUint16(at, true)],
  5: [4, (view, at) => view.getInt32(at, true)],
  6: [4, (view, at) => view.getUint32(at, true)],
  7: [8, (view, at) => Number(view.getBigInt64(at, true))],
  8: [8, (view, at) => Number(view.getBigUint64(at, true))],
  9: [4, (view, at) => view.getFloat32(at, true)],
  10: [8, (view, at) => view.getFloat64(at, true)],
}
const [STRING, JSON_TEXT, DATE_TIME, BINARY] = [11, 12, 13, 14]

type Point = readonly [number, number]
type Geometry = { readonly type: string; readonly coordinates?: unknown; readonly geometries?: readonly Geometry[] }

/**
 * One feature as GeoJSON. Heights and measures are left aside.
 *
 * @param message of this feature alone, without the length before it
 * @throws RangeError or SyntaxError where it is damaged
 */
export function readFlatGeobufFeature(message: FlatMessage, { geometryType, columns }: FlatGeobufFrame): unknown {
  const feature = message.tableAt(0)
  const geometryAt = feature(FEATURE.geometry)
  const geometry = geometryAt === null ? null : readGeometry(message, message.tableAt(geometryAt), geometryType, DEEPEST_PARTS)
  return { type: 'Feature', geometry, properties: readProperties(message, feature, columns) }
}

function readGeometry(message: FlatMessage, table: FlatTable, declared: number, depth: number): Geometry {
  const typeAt = table(GEOMETRY.type)
  const number = declared !== 0 ? declared : typeAt === null ? 0 : message.view.getUint8(typeAt)
  const type = GEOMETRY_TYPES[number] ?? String(number)
  switch (type) {
    case 'Point':
      return { type, coordinates: readPoints(message, table)[0] ?? [] }
    case 'MultiPoint':
    case 'LineString':
      return { type, coordinates: readPoints(message, table) }
    case 'MultiLineString':
    case 'Polygon':
      return { type, coordinates: readRings(message, table) }
    case 'MultiPolygon':
      return { type, coordinates: readParts(message, table, (part) => readRings(message, part)) }
    case 'GeometryCollection':
      if (depth === 0) throw new RangeError('Collections within collections')
      return { type, geometries: readParts(message, table, (part) => readGeometry(message, part, 0, depth - 1)) }
    default:
      return { type }
  }
}

function readParts<Part>(message: FlatMessage, table: FlatTable, read: (part: FlatTable) => Part): Part[] {
  const { start, length } = message.vector(table, GEOMETRY.parts, 4)
  return Array.from({ length }, (_, index) => read(message.tableAt(start + index * 4)))
}

function readPoints(message: FlatMessage, table: FlatTable): Point[] {
  const { start, length } = message.vector(table, GEOMETRY.xy, 8)
  return readRun(message.view, start, length >> 1)
}

function readRun(view: DataView, start: number, points: number): Point[] {
  return Array.from(
    { length: points },
    (_, index) =>
      [view.getFloat64(start + index * BYTES_PER_POINT, true), view.getFloat64(start + index * BYTES_PER_POINT + 8, true)] as const,
  )
}

/** Rings or line parts; without a list of their ends, all points are one. */
function readRings(message: FlatMessage, table: FlatTable): Point[][] {
  const xy = message.vector(table, GEOMETRY.xy, 8)
  const ends = message.vector(table, GEOMETRY.ends, 4)
  const points = xy.length >> 1
  if (ends.length === 0) return [readRun(message.view, xy.start, points)]
  let from = 0
  return Array.from({ length: ends.length }, (_, index) => {
    const to = message.view.getUint32(ends.start + index * 4, true)
    if (to < from || to > points) throw new RangeError('Ends that do not rise, or lie beyond the points')
    const run = readRun(message.view, xy.start + from * BYTES_PER_POINT, to - from)
    from = to
    return run
  })
}

/** Attributes follow each other as column number and value; a column that is left out has none. */
function readProperties({ view, vector }: FlatMessage, feature: FlatTable, columns: readonly FlatGeobufColumn[]): unknown {
  const { start, length } = vector(feature, FEATURE.properties, 1)
  const entries: [string, unknown][] = []
  const own = new DataView(view.buffer, view.byteOffset + start, length)
  let at = 0
  while (at < length) {
    const column = columns[own.getUint16(at, true)]
    if (column === undefined) throw new RangeError('An attribute without a column')
    at += 2
    const fixed = FIXED[column.type]
    if (fixed !== undefined) {
      entries.push([column.name, fixed[1](own, at)])
      at += fixed[0]
      continue
    }
    const bytes = own.getUint32(at, true)
    at += 4
    entries.push([column.name, readSized(column.type, new Uint8Array(own.buffer, own.byteOffset + at, within(bytes, length - at)))])
    at += bytes
  }
  // From entries, so that a column called __proto__ stays a name.
  return Object.fromEntries(entries)
}

function within(bytes: number, most: number): number {
  if (bytes > most) throw new RangeError('A value is longer than what holds it')
  return bytes
}

function readSized(type: number, bytes: Uint8Array): unknown {
  if (type === BINARY) return undefined
  if (type !== STRING && type !== JSON_TEXT && type !== DATE_TIME) throw new RangeError('A column of an unknown type')
  const text = new TextDecoder().decode(bytes)
  return type === JSON_TEXT ? (JSON.parse(text) as unknown) : text
}
