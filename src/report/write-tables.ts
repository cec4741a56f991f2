import { csvFormatRows } from 'd3-dsv'
import { assemblePolygons } from './assemble-polygons.ts'
import type { FlatTable } from './flat-table.ts'

/**
 * The table as CSV (RFC 4180 with lines that end in LF, UTF-8, comma, decimal point): a header, one
 * line a row, an empty field for a gap. Numbers are the shortest text that reads back as the same double.
 */
export function writeCsv({ columns, rowCount }: FlatTable): string {
  const rows = Array.from({ length: rowCount }, (_, row) => columns.map(({ values }) => disarm(values[row] ?? null)))
  return `${csvFormatRows([columns.map(({ name }) => name), ...rows])}\n`
}

/** The table as JSON: its columns with unit and meaning, its summary, and one object a row; null for a gap. */
export function writeJson(table: FlatTable): string {
  const columns = table.columns.map(({ name, unit, meaning }) => ({ name, unit, meaning }))
  const rows = Array.from({ length: table.rowCount }, (_, row) => `    ${JSON.stringify(rowOf(table, row))}`)
  return [
    '{',
    `  "columns": [\n${columns.map((column) => `    ${JSON.stringify(column)}`).join(',\n')}\n  ],`,
    `  "summary": ${JSON.stringify(table.summary)},`,
    `  "rows": [\n${rows.join(',\n')}\n  ]`,
    '}',
    '',
  ].join('\n')
}

/**
 * The table as GeoJSON (RFC 7946): WGS84, seven decimals (about a centimetre), outer rings
 * counter-clockwise. Figures keep all their digits. A row without a shape has the geometry null.
 */
export function writeGeoJson(table: FlatTable): string {
  const { shapes } = table
  const features = Array.from({ length: table.rowCount }, (_, row) => {
    const polygons = shapes === null ? [] : assemblePolygons(shapes, row, roundDegrees)
    const geometry = polygons.length === 0 ? null : { type: 'MultiPolygon', coordinates: polygons }
    return JSON.stringify({ type: 'Feature', properties: rowOf(table, row), geometry })
  })
  return `{"type":"FeatureCollection","summary":${JSON.stringify(table.summary)},"features":[\n${features.join(',\n')}\n]}\n`
}

/** A coordinate as GeoJSON has it: seven decimals are 1 cm, the precision of the data. */
function roundDegrees(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7
}

function rowOf({ columns }: FlatTable, row: number): Record<string, string | number | null> {
  return Object.fromEntries(columns.map(({ name, values }) => [name, values[row] ?? null]))
}

/**
 * A spreadsheet would run text that starts like a formula; an apostrophe keeps it text. A hexagon's id, which may
 * start with a minus, is only numbers and stays as it is.
 */
function disarm(value: string | number | null): string {
  if (typeof value !== 'string') return value === null ? '' : String(value)
  return /^[=+\-@\t\r]/.test(value) && !/^-?\d+(,-?\d+)*$/.test(value) ? `'${value}` : value
}
