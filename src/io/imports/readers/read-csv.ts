import { CSVLoader } from '@loaders.gl/csv'
import type { FeatureCollector } from '../collect-features.ts'
import { findCoordinateColumns, parseCoordinate, type CoordinateColumns } from './csv-columns.ts'
import { createTextReader, normaliseEncoding } from './decode-text.ts'
import type { DeclaredCrs } from '../crs/declared-crs.ts'
import { ImportFailure, quoteFound, WHOLE_FILE, type IssueLog } from '../issue-log.ts'
import type { ReadContext } from './read-geojson.ts'
import { CSV_DELIMITERS, firstLine, scanRows, splitHeader, type CsvDelimiter } from './scan-csv.ts'

const CHUNK_BYTES = 1_000_000

/** What a table says of its coordinates: names such as `lat` and `lon` promise degrees. */
export interface CsvDeclared {
  readonly declared: DeclaredCrs
  readonly isDegrees: boolean
}

/** Reads a table with a column each for two coordinates. @throws ImportFailure where there is nothing to show */
export async function readCsv(fileBytes: Uint8Array, collector: FeatureCollector, context: ReadContext): Promise<CsvDeclared> {
  const { log, limits, budget } = context
  const bytes = toUtf8(fileBytes, log)
  const { text, skippedBytes, skippedLines } = firstLine(bytes)
  const { delimiter, header, columns } = readHeader(text)
  reportDuplicates(header, log)
  const { open, long } = scanRows(bytes.subarray(skippedBytes), delimiter, limits.rowBytes)
  if (long !== null) {
    throw new ImportFailure(
      'imports.issue.csvRowLong',
      { kind: 'line', number: long.line + skippedLines },
      { most: Math.round(limits.rowBytes / 1e6) },
    )
  }
  let end = bytes.length
  if (open !== null) {
    log.add('left-out', 'imports.issue.csvQuote', { kind: 'line', number: open.line + skippedLines })
    end = skippedBytes + open.rowStart
  }
  let line = skippedLines + 1
  let isHeader = true
  let rows = 0
  for await (const batch of CSVLoader.parseInBatches(chunksOf(bytes.subarray(skippedBytes, end), context.onProgress), {
    core: { batchSize: 4000 },
    // `delimiter` is handed on to the parser, though the loader's types leave it out.
    csv: { shape: 'array-row-table', header: false, dynamicTyping: false, skipEmptyLines: false, delimiter } as never,
  })) {
    for (const row of (batch as unknown as { data: unknown[] }).data) {
      const cells = (Array.isArray(row) ? row : Object.values(row as object)).map((cell) =>
        typeof cell === 'string' ? cell : cell == null ? '' : String(cell),
      )
      // A row may be short and the header long: each row costs what its header has columns.
      budget.spend(cells.length + header.length)
      const isEmpty = cells.every((cell) => cell === '')
      if (!isHeader && !isEmpty) {
        rows++
        takeRow(cells, header, columns, line, collector, log)
      }
      if (!isEmpty) isHeader = false
      line += 1 + cells.reduce((sum, cell) => sum + countNewlines(cell), 0)
    }
  }
  if (rows === 0)
    throw new ImportFailure('imports.issue.csvNoRows', open === null ? WHOLE_FILE : { kind: 'line', number: open.line + skippedLines })
  return { declared: { kind: 'none' }, isDegrees: columns.kind === 'degrees' }
}

function takeRow(
  cells: readonly string[],
  header: readonly string[],
  { x, y }: CoordinateColumns,
  line: number,
  collector: FeatureCollector,
  log: IssueLog,
): void {
  const place = { kind: 'line', number: line } as const
  const numbers = [x, y].map((column) =>
    parseCoordinate(cells[column] ?? '', () => log.add('note', 'imports.issue.csvComma', place, { name: quoteFound(header[column]) })),
  )
  const wrong = numbers.indexOf(null)
  if (wrong >= 0) {
    const column = wrong === 0 ? x : y
    log.add('left-out', 'imports.issue.csvNumber', place, { name: quoteFound(header[column]), found: quoteFound(cells[column] ?? '') })
    collector.countLeftOut()
    return
  }
  if (cells.length !== header.length) log.add('note', 'imports.issue.csvCells', place, { expected: header.length, found: cells.length })
  // From entries, so that a column called __proto__ stays a name.
  const properties = Object.fromEntries(
    header.flatMap((name, column) => (column === x || column === y ? [] : [[name, cells[column] ?? '']])),
  )
  collector.addGeometry({ type: 'Point', coordinates: numbers }, properties, line)
}

interface Header {
  readonly delimiter: CsvDelimiter
  readonly header: readonly string[]
  readonly columns: CoordinateColumns
}

/** The delimiter is the one that gives coordinate columns. */
function readHeader(line: string): Header {
  const splits = CSV_DELIMITERS.map((delimiter) => ({ delimiter, header: splitHeader(line, delimiter) }))
  const fitting = splits.flatMap((split) => {
    const columns = findCoordinateColumns(split.header)
    return columns === null ? [] : [{ ...split, columns }]
  })
  const best = fitting.reduce<Header | null>((most, each) => (most === null || each.header.length > most.header.length ? each : most), null)
  if (best !== null) return { ...best, header: nameColumns(best.header) }
  const widest = splits.reduce((most, each) => (each.header.length > most.header.length ? each : most))
  throw new ImportFailure('imports.issue.csvNoColumns', { kind: 'line', number: 1 }, { found: quoteFound(widest.header.join(', ')) })
}

/** A column without a name gets its number; one whose name was there gets a number too. */
function nameColumns(header: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return header.map((name, index) => {
    const known = name === '' ? `#${index + 1}` : name
    const times = (seen.get(known) ?? 0) + 1
    seen.set(known, times)
    return times === 1 ? known : `${known} (${times})`
  })
}

function reportDuplicates(header: readonly string[], log: IssueLog): void {
  const twice = header.find((name) => name.endsWith(' (2)') && header.includes(name.slice(0, -4)))
  if (twice !== undefined)
    log.add('note', 'imports.issue.csvDuplicate', { kind: 'line', number: 1 }, { name: quoteFound(twice.slice(0, -4)) })
}

/** The reader decodes UTF-8 only. */
function toUtf8(fileBytes: Uint8Array, log: IssueLog): Uint8Array {
  const bytes = normaliseEncoding(fileBytes, log)
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return bytes
  } catch {
    return new TextEncoder().encode(createTextReader(bytes, log).decode(0, bytes.length))
  }
}

/** Copies of a megabyte, since the reader takes whole buffers; the text may be cut anywhere. */
function* chunksOf(bytes: Uint8Array, onProgress: (share: number) => void): Generator<ArrayBuffer> {
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    onProgress(at / bytes.length)
    yield bytes.slice(at, at + CHUNK_BYTES).buffer
  }
}

function countNewlines(cell: string): number {
  let count = 0
  for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count++
  return count
}
