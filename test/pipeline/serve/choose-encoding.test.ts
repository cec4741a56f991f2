import { describe, expect, test } from 'vitest'
import { chooseEncoding, type Encoding } from '../../../src/pipeline/serve/choose-encoding.ts'
import { readRange } from '../../../src/pipeline/serve/read-range.ts'

const ALL: readonly Encoding[] = ['identity', 'br', 'gzip']

describe('the encoding', () => {
  test.each<[string | undefined, readonly Encoding[], Encoding | null]>([
    [undefined, ALL, 'identity'],
    ['', ALL, 'identity'],
    ['gzip, deflate, br, zstd', ALL, 'br'],
    ['gzip, deflate', ALL, 'gzip'],
    ['br', ['identity', 'gzip'], 'identity'],
    ['gzip;q=1.0, br;q=0.5', ALL, 'gzip'],
    ['br;q=0, gzip', ALL, 'gzip'],
    ['br;q=0, gzip;q=0', ALL, 'identity'],
    ['br; q=0.000', ALL, 'identity'],
    ['*', ALL, 'br'],
    ['*;q=0', ALL, null],
    ['*;q=0, identity;q=0.1', ALL, 'identity'],
    ['identity;q=0', ['identity'], null],
    ['identity;q=0, gzip', ALL, 'gzip'],
    ['identity, gzip;q=0.3', ALL, 'identity'],
    ['GZIP', ALL, 'gzip'],
    ['x-gzip', ALL, 'gzip'],
    ['br;q=nonsense', ALL, 'identity'],
  ])('for %j of %j is %s', (header, available, expected) => {
    expect(chooseEncoding(header, available)).toBe(expected)
  })
})

describe('the range', () => {
  // The examples of RFC 9110, 14.1.2, are of a representation of 10,000 bytes.
  test.each<[string | undefined, ReturnType<typeof readRange>]>([
    ['bytes=0-499', { first: 0, last: 499 }],
    ['bytes=500-999', { first: 500, last: 999 }],
    ['bytes=-500', { first: 9500, last: 9999 }],
    ['bytes=9500-', { first: 9500, last: 9999 }],
    ['bytes=9500-20000', { first: 9500, last: 9999 }],
    ['bytes=-20000', { first: 0, last: 9999 }],
    ['bytes=10000-', 'none'],
    ['bytes=-0', 'none'],
    ['bytes=5-4', 'whole'],
    ['bytes=0-0,-1', 'whole'],
    ['bytes=-', 'whole'],
    ['lines=1-2', 'whole'],
    [undefined, 'whole'],
  ])('of %j', (header, expected) => {
    expect(readRange(header, 10_000)).toEqual(expected)
  })
})
