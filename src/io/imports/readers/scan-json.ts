/** A place where JSON is not as it should be; `-1` is never one. */
export interface JsonFault {
  readonly fault: 'truncated' | 'deep' | 'unexpected'
  readonly at: number
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN_LIST = 0x5b
const CLOSE_LIST = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d

/** First byte from `at` that is no white space; `bytes.length` at the end. */
export function skipSpace(bytes: Uint8Array, at: number): number {
  let here = at
  while (here < bytes.length) {
    const byte = bytes[here]
    if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) break
    here++
  }
  return here
}

/** The byte after a text whose opening quote is at `at`, or where it was cut off. */
export function skipText(bytes: Uint8Array, at: number): number | JsonFault {
  let here = at + 1
  for (;;) {
    here = bytes.indexOf(QUOTE, here)
    if (here < 0) return { fault: 'truncated', at: bytes.length }
    let slashes = here - 1
    while (bytes[slashes] === BACKSLASH) slashes--
    here++
    // An odd number of backslashes before the quote makes it part of the text.
    if ((here - slashes) % 2 === 0) return here
  }
}

/**
 * The byte after the value at `at`. Looks at brackets and quotes only, so that a feature's end is found
 * without building anything; whether what is between is JSON is for `JSON.parse` to say.
 */
export function skipValue(bytes: Uint8Array, at: number, mostDepth: number): number | JsonFault {
  const first = bytes[at]
  if (first === QUOTE) return skipText(bytes, at)
  if (first !== OPEN_LIST && first !== OPEN_OBJECT) return skipWord(bytes, at)
  const { length } = bytes
  let depth = 0
  let here = at
  while (here < length) {
    const byte = bytes[here++] as number
    // Every byte that matters is a quote or from `[` up; digits, commas and spaces are most of a file.
    if (byte < OPEN_LIST) {
      if (byte !== QUOTE) continue
      const end = skipText(bytes, here - 1)
      if (typeof end !== 'number') return end
      here = end
    } else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      if (++depth > mostDepth) return { fault: 'deep', at: here - 1 }
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
      if (--depth === 0) return here
    }
  }
  return { fault: 'truncated', at: length }
}

/** A number, `true`, `false` or `null`. */
function skipWord(bytes: Uint8Array, at: number): number | JsonFault {
  let here = at
  while (here < bytes.length && /[\w+.-]/.test(String.fromCharCode(bytes[here] as number))) here++
  if (here > at) return here
  return { fault: at >= bytes.length ? 'truncated' : 'unexpected', at }
}
