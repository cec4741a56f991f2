/** First and last byte, both included. */
export interface ByteRange {
  readonly first: number
  readonly last: number
}

/**
 * Reads a `Range` header for a file of `length` bytes (RFC 9110, 14.2).
 *
 * @returns the one range asked for; `whole` where there is none that a server must follow (no header, another
 *   unit, several ranges, no number); `none` where the range begins after the end.
 */
export function readRange(header: string | undefined, length: number): ByteRange | 'whole' | 'none' {
  const match = /^\s*bytes\s*=\s*(\d*)\s*-\s*(\d*)\s*$/i.exec(header ?? '')
  if (match === null) return 'whole'
  const [, from = '', to = ''] = match
  if (from === '' && to === '') return 'whole'
  if (from === '') {
    const count = Math.min(Number(to), length)
    return count === 0 ? 'none' : { first: length - count, last: length - 1 }
  }
  const first = Number(from)
  if (to !== '' && Number(to) < first) return 'whole'
  return first >= length ? 'none' : { first, last: to === '' ? length - 1 : Math.min(Number(to), length - 1) }
}
