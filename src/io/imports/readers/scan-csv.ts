const [QUOTE, NEWLINE, RETURN] = [0x22, 0x0a, 0x0d]

export const CSV_DELIMITERS = [',', ';', '\t', '|'] as const
export type CsvDelimiter = (typeof CSV_DELIMITERS)[number]

/** A place in a table: its line, and the first byte of the row that it stands in. */
interface RowPlace {
  readonly line: number
  readonly rowStart: number
}

/** What a reader would stumble over. */
export interface RowFaults {
  /** A quote that opens a value and never closes: all that follows would be one value. */
  readonly open: RowPlace | null
  /** The first row that is longer than it may be. */
  readonly long: RowPlace | null
}

/** Looks through a table before it is read. A quote opens only at the start of a value. */
export function scanRows(bytes: Uint8Array, delimiter: CsvDelimiter, mostRowBytes: number): RowFaults {
  const separator = delimiter.charCodeAt(0)
  let [line, rowStart, at] = [1, 0, 0]
  let isAtStart = true
  while (at < bytes.length) {
    const byte = bytes[at] as number
    if (byte === QUOTE && isAtStart) {
      const open: RowPlace = { line, rowStart }
      at++
      for (;;) {
        const quote = bytes.indexOf(QUOTE, at)
        if (quote < 0) return { open, long: null }
        for (let here = at; here < quote; here++) if (bytes[here] === NEWLINE) line++
        at = quote + 1
        if (bytes[at] !== QUOTE) break
        at++
      }
      isAtStart = false
      continue
    }
    if (at - rowStart > mostRowBytes) return { open: null, long: { line, rowStart } }
    if (byte === NEWLINE) {
      line++
      rowStart = at + 1
    }
    isAtStart = byte === separator || byte === NEWLINE
    at++
  }
  return { open: null, long: null }
}

/** The first line of a text, and the byte after it. A first line `sep=;` is Excel's own and is skipped. */
export function firstLine(bytes: Uint8Array): { readonly text: string; readonly skippedBytes: number; readonly skippedLines: number } {
  const lineAt = (from: number): [text: string, end: number] => {
    const newline = bytes.indexOf(NEWLINE, from)
    const end = newline < 0 ? bytes.length : newline
    const stop = bytes[end - 1] === RETURN ? end - 1 : end
    return [new TextDecoder().decode(bytes.subarray(from, Math.min(stop, from + 100_000))), end + 1]
  }
  const [text, end] = lineAt(0)
  if (!/^sep=.$/i.test(text)) return { text, skippedBytes: 0, skippedLines: 0 }
  return { text: lineAt(end)[0], skippedBytes: end, skippedLines: 1 }
}

/** Cells of a header line. */
export function splitHeader(line: string, delimiter: CsvDelimiter): string[] {
  const cells: string[] = []
  let [cell, isQuoted] = ['', false]
  for (const letter of line) {
    if (letter === '"') isQuoted = !isQuoted
    else if (letter === delimiter && !isQuoted) {
      cells.push(cell.trim())
      cell = ''
    } else cell += letter
  }
  cells.push(cell.trim())
  return cells
}
