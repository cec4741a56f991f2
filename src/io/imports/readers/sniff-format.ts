import { ImportFailure, WHOLE_FILE } from '../issue-log.ts'

export type ImportFormat = 'geojson' | 'csv' | 'shapefile' | 'flatgeobuf'

/** First bytes of formats that come under a wrong name, and what people call them. */
const STRANGERS: readonly (readonly [magic: readonly number[], name: string])[] = [
  [[0xff, 0xd8, 0xff], 'JPEG'],
  [[0x89, 0x50, 0x4e, 0x47], 'PNG'],
  [[0x25, 0x50, 0x44, 0x46], 'PDF'],
  [[0x47, 0x49, 0x46, 0x38], 'GIF'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'GeoPackage (SQLite)'],
  [[0x50, 0x41, 0x52, 0x31], 'GeoParquet'],
  [[0x1f, 0x8b], 'gzip'],
  [[0x00, 0x00, 0x27, 0x0a], 'SHP'],
  [[0x52, 0x61, 0x72, 0x21], 'RAR'],
  [[0x37, 0x7a, 0xbc, 0xaf], '7z'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'Excel (XLS)'],
]

/**
 * What a file is, by its first bytes; its name decides only between texts.
 *
 * @throws ImportFailure naming what was found instead
 */
export function sniffFormat(bytes: Uint8Array, fileName: string): ImportFormat {
  if (bytes.length === 0) throw new ImportFailure('imports.issue.empty', WHOLE_FILE)
  if (startsWith(bytes, [0x50, 0x4b])) return 'shapefile'
  if (startsWith(bytes, [0x66, 0x67, 0x62])) return 'flatgeobuf'
  const stranger = STRANGERS.find(([magic]) => startsWith(bytes, magic))
  if (stranger !== undefined) throw new ImportFailure('imports.issue.wrongFormat', WHOLE_FILE, { found: stranger[1] })
  const ending = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''
  if (ending === 'zip') throw new ImportFailure('imports.issue.zipMagic', { kind: 'byte', number: 0 })
  if (ending === 'fgb') throw new ImportFailure('imports.issue.fgbMagic', { kind: 'byte', number: 0 })
  const start = new TextDecoder()
    .decode(bytes.subarray(0, 400))
    .replaceAll(/[\0\ufeff]/g, '')
    .trim()
  if (start === '') throw new ImportFailure('imports.issue.blank', WHOLE_FILE)
  if (/^<(!doctype html|html)/i.test(start)) throw new ImportFailure('imports.issue.wrongFormat', WHOLE_FILE, { found: 'HTML' })
  if (start.startsWith('<'))
    throw new ImportFailure('imports.issue.wrongFormat', WHOLE_FILE, {
      found: /<kml/i.test(start) ? 'KML' : /gml/i.test(start) ? 'GML' : 'XML',
    })
  if (['csv', 'tsv', 'txt', 'tab'].includes(ending)) return 'csv'
  if (['json', 'geojson'].includes(ending) || start.startsWith('{') || start.startsWith('[')) return 'geojson'
  return 'csv'
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((value, index) => bytes[index] === value)
}
