import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { decodePng, meanLightness, shareOfDifference } from './pixels.ts'

/** A PNG of given filtered rows (checksums are not read, so they are zero). */
function createPng(width: number, height: number, colourType: number, rows: readonly (readonly number[])[]): Uint8Array {
  const chunk = (type: string, data: Uint8Array) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, colourType, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Uint8Array.from(rows.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

describe('decodePng', () => {
  test('undoes every filter', () => {
    // Each row means (10, 20, 30) and (40, 50, 60), worked out by hand from the specification.
    const png = createPng(2, 5, 2, [
      [0, 10, 20, 30, 40, 50, 60],
      [1, 10, 20, 30, 30, 30, 30],
      [2, 0, 0, 0, 0, 0, 0],
      [3, 5, 10, 15, 15, 15, 15],
      [4, 0, 0, 0, 0, 0, 0],
    ])
    expect([...decodePng(png).rgb]).toEqual(Array.from({ length: 5 }, () => [10, 20, 30, 40, 50, 60]).flat())
  })

  test('leaves the alpha channel out', () => {
    expect([...decodePng(createPng(1, 1, 6, [[0, 1, 2, 3, 255]])).rgb]).toEqual([1, 2, 3])
  })

  test('refuses what it does not know', () => {
    expect(() => decodePng(createPng(1, 1, 3, [[0, 1]]))).toThrow('colour type 3')
  })
})

describe('shareOfDifference', () => {
  const grey = { width: 2, height: 1, rgb: Uint8Array.of(100, 100, 100, 100, 100, 100) }
  const mixed = { width: 2, height: 1, rgb: Uint8Array.of(100, 100, 100, 100, 200, 100) }

  test('counts pixels that differ in any channel', () => {
    expect(shareOfDifference(grey, mixed)).toBe(0.5)
    expect(shareOfDifference(grey, grey)).toBe(0)
    expect(shareOfDifference(grey, mixed, 150)).toBe(0)
  })

  test('lightness follows the green most', () => {
    expect(meanLightness(mixed)).toBeCloseTo(100 + 0.7152 * 50, 6)
  })
})
