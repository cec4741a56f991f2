import { zlibSync } from 'fflate'
import { PbfWriter } from 'pbf'
import { describe, expect, test } from 'vitest'
import { readOsmPbf } from '../../../src/pipeline/formats/read-osm-pbf.ts'

type Write = (pbf: PbfWriter) => void

const message = (write: Write): Uint8Array => {
  const pbf = new PbfWriter()
  write(pbf)
  return pbf.finish()
}

/** A file block as the format has it: length of the header, header, blob. */
function block(type: string, data: Uint8Array, isDeflated: boolean): Uint8Array {
  const blob = message((pbf) => (isDeflated ? pbf.writeBytesField(3, zlibSync(data)) : pbf.writeBytesField(1, data)))
  const header = message((pbf) => {
    pbf.writeStringField(1, type)
    pbf.writeVarintField(3, blob.length)
  })
  const bytes = new Uint8Array(4 + header.length + blob.length)
  new DataView(bytes.buffer).setUint32(0, header.length)
  bytes.set(header, 4)
  bytes.set(blob, 4 + header.length)
  return bytes
}

const join = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]))

const header = (feature = 'DenseNodes') =>
  message((pbf) => {
    // left, right, top, bottom in nano-degrees
    pbf.writeBytesField(
      1,
      message((box) => [24e9, 25e9, 61e9, 60e9].forEach((side, index) => box.writeSVarintField(index + 1, side))),
    )
    pbf.writeStringField(4, 'OsmSchema-V0.6')
    pbf.writeStringField(4, feature)
  })

const TEXTS = ['', 'amenity', 'school', 'name', 'Koulu', 'shop', 'kiosk', 'outer']

/** Three nodes (ids 10, 12, 15; the second a kiosk), a way through all three, a relation of it. */
const data = () =>
  message((pbf) => {
    pbf.writeBytesField(
      1,
      message((table) => TEXTS.forEach((text) => table.writeBytesField(1, new TextEncoder().encode(text)))),
    )
    pbf.writeBytesField(
      2,
      message((group) =>
        group.writeBytesField(
          2,
          message((dense) => {
            dense.writePackedSVarint(1, [10, 2, 3])
            dense.writePackedSVarint(8, [601_000_000, 1000, -1000])
            dense.writePackedSVarint(9, [249_000_000, 0, 2000])
            dense.writePackedVarint(10, [0, 5, 6, 0, 0])
          }),
        ),
      ),
    )
    pbf.writeBytesField(
      2,
      message((group) =>
        group.writeBytesField(
          3,
          message((way) => {
            way.writeVarintField(1, 77)
            way.writePackedVarint(2, [1, 3])
            way.writePackedVarint(3, [2, 4])
            way.writePackedSVarint(8, [10, 2, 3, 985])
          }),
        ),
      ),
    )
    pbf.writeBytesField(
      2,
      message((group) =>
        group.writeBytesField(
          4,
          message((relation) => {
            relation.writeVarintField(1, 5)
            relation.writePackedVarint(2, [1])
            relation.writePackedVarint(3, [2])
            relation.writePackedVarint(8, [7])
            relation.writePackedSVarint(9, [77])
            relation.writePackedVarint(10, [1])
          }),
        ),
      ),
    )
  })

describe('an OpenStreetMap extract', () => {
  const whole = join(block('OSMHeader', header(), false), block('OSMData', data(), true))

  test('gives its box and its tagged elements, with places in degrees', () => {
    const { boxDegrees, elements } = readOsmPbf(whole, 'x.osm.pbf')
    expect(boxDegrees.map((degrees) => Math.round(degrees * 1e7) / 1e7)).toEqual([24, 60, 25, 61])
    expect(elements.map(({ type, id, tags }) => [type, id, tags])).toEqual([
      ['node', 12, { shop: 'kiosk' }],
      ['way', 77, { amenity: 'school', name: 'Koulu' }],
      ['relation', 5, { amenity: 'school' }],
    ])
    const [kiosk, way, relation] = elements
    expect(kiosk?.positions[0]?.map((degrees) => Math.round(degrees * 1e7) / 1e7)).toEqual([24.9, 60.1001])
    // Its fourth node lies outside the extract and is passed over.
    expect(way?.positions).toHaveLength(3)
    expect(relation?.positions).toEqual(way?.positions)
  })

  test.each([
    ['cut off', whole.subarray(0, whole.length - 7), /x\.osm\.pbf .*truncated at byte/],
    ['no extract', new TextEncoder().encode('<osm version="0.6">'), /x\.osm\.pbf .*truncated at byte 0/],
    ['of a feature that is not known', block('OSMHeader', header('LocationsOnWays'), false), /it needs "LocationsOnWays"/],
    ['empty', new Uint8Array(0), /it states no box/],
  ])('that is %s is refused in one sentence', (_what, bytes, sentence) => {
    expect(() => readOsmPbf(bytes, 'x.osm.pbf')).toThrow(sentence)
  })
})
