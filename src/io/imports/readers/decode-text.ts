import { WHOLE_FILE, type IssueLog } from '../issue-log.ts'

/** Decodes UTF-8 strictly; what is not UTF-8 is read as Windows-1252, which the log reports once. */
export interface TextReader {
  /** @param from, to bytes */
  readonly decode: (from: number, to: number) => string
}

export function createTextReader(bytes: Uint8Array, log: IssueLog): TextReader {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let isToldOnce = false
  return {
    decode: (from, to) => {
      const part = bytes.subarray(from, to)
      try {
        return strict.decode(part)
      } catch {
        const text = new TextDecoder('windows-1252').decode(part)
        if (!isToldOnce) log.add('note', 'imports.issue.notUtf8', { kind: 'byte', number: from + findBadByte(part) })
        isToldOnce = true
        return text
      }
    },
  }
}

/** First byte from which a text is not UTF-8: the longest start that decodes, by halving. */
function findBadByte(part: Uint8Array): number {
  let [good, bad] = [0, part.length]
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    // `stream` lets a character be cut off at the end, which is no fault yet.
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(part.subarray(0, middle), { stream: true })
      good = middle
    } catch {
      bad = middle
    }
  }
  return bad - 1
}

/**
 * UTF-16 as UTF-8, reported once; anything else as it is, without the byte order mark. Without a mark,
 * a zero beside each of the first letters gives it away.
 */
export function normaliseEncoding(bytes: Uint8Array, log: IssueLog): Uint8Array {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return bytes.subarray(3)
  const encoding =
    (first === 0xff && second === 0xfe) || (second === 0 && first !== 0 && third !== 0)
      ? 'utf-16le'
      : (first === 0xfe && second === 0xff) || (first === 0 && second !== 0 && third === 0)
        ? 'utf-16be'
        : null
  if (encoding === null || bytes.length < 4) return bytes
  log.add('note', 'imports.issue.utf16', WHOLE_FILE)
  return new TextEncoder().encode(new TextDecoder(encoding).decode(bytes))
}
