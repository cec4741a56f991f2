import type { ColumnValues, GeoTable } from '../geo/packed-geometry.ts'

/** A column that must be there; throws a sentence that names it when it is not. */
export function requireColumn(table: GeoTable, name: string): ColumnValues {
  const column = table.columns[name]
  if (column === undefined) {
    throw new Error(`Expected a column "${name}", found ${Object.keys(table.columns).join(', ')}`)
  }
  return column
}

/** Texts; null where unknown. An empty text is unknown too. */
export function textColumn(table: GeoTable, name: string): readonly (string | null)[] {
  return Array.from(requireColumn(table, name), (value) => (typeof value === 'string' && value !== '' ? value : null))
}

/** Texts that must all be known, such as ids. */
export function idColumn(table: GeoTable, name = 'id'): readonly string[] {
  return Array.from(requireColumn(table, name), (value, row) => {
    if (typeof value !== 'string') throw new Error(`Expected a text in "${name}", row ${row}, found ${String(value)}`)
    return value
  })
}

/** Numbers; NaN where unknown. */
export function numberColumn(table: GeoTable, name: string): Float64Array {
  return Float64Array.from(requireColumn(table, name), (value) => (typeof value === 'number' ? value : NaN))
}

/** Whole numbers; -1 where unknown. */
export function wholeColumn(table: GeoTable, name: string): Int16Array {
  return Int16Array.from(requireColumn(table, name), (value) => (typeof value === 'number' ? value : -1))
}

/** Place of each text in the list; 255 where it is unknown or not in it. */
export function codeColumn(table: GeoTable, name: string, list: readonly string[]): Uint8Array {
  const codeOf = new Map(list.map((text, code) => [text, code]))
  return Uint8Array.from(requireColumn(table, name), (value) => codeOf.get(value as string) ?? 255)
}
