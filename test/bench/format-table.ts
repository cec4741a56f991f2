import type { BenchRow } from './bench-row.ts'

const HEADINGS = ['what', 'value', 'against', 'its value', 'ratio', 'note']

/** Rows as a table of text, columns aligned. */
export function formatTable(rows: readonly BenchRow[]): string {
  const cells = [
    HEADINGS,
    ...rows.map((row) => [
      row.name,
      `${formatNumber(row.value)} ${row.unit}`,
      row.rival,
      `${formatNumber(row.rivalValue)} ${row.unit}`,
      Number.isFinite(row.ratio) ? row.ratio.toFixed(2) : '–',
      row.note ?? '',
    ]),
  ]
  const widths = HEADINGS.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)))
  return cells
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** Three significant digits, without an exponent. */
function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return '–'
  return new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 }).format(value)
}
