import { expect, test } from 'vitest'
import { collectBuffers } from '../../src/services/collect-buffers.ts'

test('finds each buffer once, at any depth', () => {
  const shared = new Float64Array(4)
  const value = {
    a: shared,
    b: [{ c: shared.subarray(1) }, { c: new Uint8Array(2) }],
    d: ['x'],
    e: null,
    f: { g: { h: new Uint32Array(1) } },
  }
  expect(
    collectBuffers(value)
      .map((buffer) => buffer.byteLength)
      .toSorted((a, b) => a - b),
  ).toEqual([2, 4, 32])
})

test('is empty for values without one', () => {
  for (const value of [null, undefined, 1, 'text', [], ['a'], {}]) expect(collectBuffers(value)).toEqual([])
})
