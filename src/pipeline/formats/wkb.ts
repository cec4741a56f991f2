import type { Geometry, Position } from '../dataset.ts'
import { roundToCentimetre } from '../geometry/place-points.ts'

const WKB_TYPES = { Point: 1, LineString: 2, Polygon: 3, MultiPoint: 4, MultiLineString: 5, MultiPolygon: 6 } as const

/**
 * The geometry as little-endian Well-Known Binary (OGC 06-103r4), two dimensions, coordinates rounded
 * to a centimetre: steps that cut or route make corners of their own. Degrees want another `round`.
 */
export function encodeWkb(geometry: Geometry, round: (coordinate: number) => number = roundToCentimetre): Uint8Array {
  const bytes = new Uint8Array(sizeOf(geometry))
  const view = new DataView(bytes.buffer)
  let offset = 0
  const writeHeader = (type: number): void => {
    view.setUint8(offset, 1)
    view.setUint32(offset + 1, type, true)
    offset += 5
  }
  const writeCount = (count: number): void => {
    view.setUint32(offset, count, true)
    offset += 4
  }
  const writePoint = ([x, y]: Position): void => {
    view.setFloat64(offset, round(x), true)
    view.setFloat64(offset + 8, round(y), true)
    offset += 16
  }
  const writePoints = (points: readonly Position[]): void => {
    writeCount(points.length)
    points.forEach(writePoint)
  }
  writeHeader(WKB_TYPES[geometry.type])
  switch (geometry.type) {
    case 'Point':
      writePoint(geometry.coordinates)
      break
    case 'LineString':
      writePoints(geometry.coordinates)
      break
    case 'MultiLineString':
      writeCount(geometry.coordinates.length)
      for (const line of geometry.coordinates) {
        writeHeader(WKB_TYPES.LineString)
        writePoints(line)
      }
      break
    case 'MultiPolygon':
      writeCount(geometry.coordinates.length)
      for (const rings of geometry.coordinates) {
        writeHeader(WKB_TYPES.Polygon)
        writeCount(rings.length)
        rings.forEach(writePoints)
      }
  }
  return bytes
}

function sizeOf(geometry: Geometry): number {
  switch (geometry.type) {
    case 'Point':
      return 5 + 16
    case 'LineString':
      return 9 + 16 * geometry.coordinates.length
    case 'MultiLineString':
      return 9 + geometry.coordinates.reduce((size, line) => size + 9 + 16 * line.length, 0)
    case 'MultiPolygon':
      return 9 + geometry.coordinates.reduce((size, rings) => size + 9 + rings.reduce((inner, ring) => inner + 4 + 16 * ring.length, 0), 0)
  }
}
