import { describe, expect, test } from 'vitest'
import { decodeWkb } from '../../src/io/decode-wkb.ts'

/** From the Wikipedia article on well-known text, which gives the binary of POINT(2.0 4.0), big-endian. */
const POINT_BIG_ENDIAN = '000000000140000000000000004010000000000000'
/** From PostGIS: ST_AsEWKB of SRID=4326;POINT(1 2). */
const POINT_EXTENDED_SRID = '0101000020E6100000000000000000F03F0000000000000040'
/** From PostGIS: POINT Z (1 2 3) as ISO and as extended binary. */
const POINT_Z_ISO = '01E9030000000000000000F03F00000000000000400000000000000840'
const POINT_Z_EXTENDED = '0101000080000000000000F03F00000000000000400000000000000840'
/** POLYGON((0 0,1 0,1 1,0 0)) and MULTIPOLYGON of it, from PostGIS. */
const POLYGON =
  '0103000000010000000400000000000000000000000000000000000000000000000000F03F0000000000000000000000000000F03F000000000000F03F00000000000000000000000000000000'
const MULTI_POLYGON = `010600000001000000${POLYGON}`
const LINE = '01020000000200000000000000000000000000000000000000000000000000F03F000000000000F03F'

describe('what it reads', () => {
  test('big-endian', () => {
    expect(Array.from(decodeWkb([bytes(POINT_BIG_ENDIAN)]).positions)).toEqual([2, 4])
  })

  test.each([POINT_EXTENDED_SRID, POINT_Z_ISO, POINT_Z_EXTENDED])('x and y of %s', (hex) => {
    expect(Array.from(decodeWkb([bytes(hex)]).positions)).toEqual([1, 2])
  })

  test('a polygon and a multi-polygon, side by side', () => {
    const packed = decodeWkb([bytes(POLYGON), null, bytes(MULTI_POLYGON)])
    expect(packed.type).toBe('polygons')
    expect(Array.from(packed.positions)).toEqual([0, 0, 1, 0, 1, 1, 0, 0, 0, 0, 1, 0, 1, 1, 0, 0])
    expect(Array.from(packed.ringStarts)).toEqual([0, 4, 8])
    expect(Array.from(packed.featureStarts)).toEqual([0, 1, 1, 2])
  })

  test('a line', () => {
    expect(decodeWkb([bytes(LINE)])).toMatchObject({ type: 'lines', positions: Float64Array.of(0, 0, 1, 1) })
  })

  test('bytes that do not start at the beginning of their buffer', () => {
    const shifted = new Uint8Array([9, 9, 9, ...bytes(POINT_BIG_ENDIAN)]).subarray(3)
    expect(Array.from(decodeWkb([shifted]).positions)).toEqual([2, 4])
  })

  test('nothing at all', () => {
    expect(Array.from(decodeWkb([]).featureStarts)).toEqual([0])
  })
})

describe('what it refuses, naming the row', () => {
  test.each([
    ['a geometry cut short', POLYGON.slice(0, -8), /row 1 .*cut short/],
    ['a ring that claims more points than there are bytes', POLYGON.replace('0400000000', '0400007700'), /row 1 .*cut short/],
    ['a byte order that does not exist', `07${POLYGON.slice(2)}`, /row 1 .*byte order is 7/],
    ['a collection', '010700000000000000', /row 1 .*type 7 is not/],
    ['a line among polygons', LINE, /row 1 .*holds lines.*hold polygons/],
    [
      'a coordinate that is not a number',
      POLYGON.replace('000000000000F03F0000000000000000', '000000000000F87F0000000000000000'),
      /row 1 .*not finite/,
    ],
  ])('%s', (_fault, hex, message) => {
    expect(() => decodeWkb([bytes(POLYGON), bytes(hex)])).toThrow(message)
  })
})

function bytes(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}
