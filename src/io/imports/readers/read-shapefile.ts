import { parse } from '@loaders.gl/core'
import { ShapefileLoader } from '@loaders.gl/shapefile'
import type { FeatureCollector } from '../collect-features.ts'
import { readCrsText, type DeclaredCrs } from '../crs/declared-crs.ts'
import { ImportFailure, quoteFound, WHOLE_FILE, type IssueLog } from '../issue-log.ts'
import { mendShapes } from '../mend-shapes.ts'
import { listArchive, type ArchiveEntry } from './read-archive.ts'
import type { ReadContext } from './read-geojson.ts'

/** What a byte of geometry, a record and a value of the table take as objects, in the engines of today. */
const [MEMORY_PER_BYTE, MEMORY_PER_RECORD, MEMORY_PER_VALUE] = [3, 200, 24]

/** Reads a zipped Shapefile into a collector. @throws ImportFailure where there is nothing to show */
export async function readShapefile(
  zip: Uint8Array,
  collector: FeatureCollector,
  { log, limits, budget, onProgress }: ReadContext,
): Promise<DeclaredCrs> {
  const entries = listArchive(zip, limits).filter(({ name }) => !/(^|\/)(__MACOSX|\.)/.test(name))
  const shapes = entries.filter(({ name }) => /\.shp$/i.test(name))
  const shape = shapes[0]
  if (shape === undefined) {
    throw new ImportFailure('imports.issue.zipNoShp', WHOLE_FILE, { found: quoteFound(entries.map(({ name }) => name).join(', ')) })
  }
  if (shapes.length > 1)
    log.add('left-out', 'imports.issue.zipSeveral', { kind: 'part', name: quoteFound(shapes[1]?.name) }, { found: shapes.length })
  const shp = mendShapes(shape.unpack(), quoteFound(shape.name), log)
  budget.spend(shp.bytes.length + shp.records)
  onProgress(0.3)
  const prj = unpackBeside(entries, shape, 'prj')
  const table = readTable(entries, shape, shp.records, log)
  const values = table === null ? 0 : table.rows * table.fields
  budget.spend(values)
  budget.claim(shp.bytes.length * MEMORY_PER_BYTE + shp.records * MEMORY_PER_RECORD + values * MEMORY_PER_VALUE)
  checkIndex(entries, shape, shp.records, log)
  const cpg = checkEncoding(unpackBeside(entries, shape, 'cpg'), shape.name, log)
  const files = new Map<string, Uint8Array<ArrayBuffer> | null>([
    ['dbf', table?.bytes ?? null],
    ['cpg', cpg],
  ])
  const serve = async (url: string) => new Response(...answerOf(files.get(url.split('.').at(-1) ?? '') ?? null))
  const { features } = (await parse(
    shp.bytes.buffer,
    ShapefileLoader,
    { worker: false, core: { worker: false }, shapefile: { shape: 'geojson-table' }, gis: { reproject: false } },
    // `_parse` is what the reader hands its parts to; a context of one's own has to bring it along.
    { url: 'layer.shp', fetch: serve, _parse: parse } as never,
  )) as unknown as { features: unknown[] }
  onProgress(0.8)
  for (const [index, feature] of features.entries()) {
    if (shp.broken.has(index)) collector.countLeftOut()
    else collector.addFeature(feature, index + 1)
  }
  onProgress(1)
  return prj === null ? { kind: 'none' } : readCrsText(new TextDecoder().decode(prj))
}

/** The reader asks for its files as if they lay on a server; they come out of the archive. */
function answerOf(bytes: Uint8Array<ArrayBuffer> | null): [BodyInit | null, ResponseInit] {
  return bytes === null ? [null, { status: 404 }] : [bytes, { status: 200, headers: { 'content-type': 'application/octet-stream' } }]
}

function unpackBeside(entries: readonly ArchiveEntry[], shape: ArchiveEntry, ending: string): Uint8Array<ArrayBuffer> | null {
  const wanted = `${shape.name.slice(0, -3)}${ending}`.toLowerCase()
  return entries.find(({ name }) => name.toLowerCase() === wanted)?.unpack() ?? null
}

interface DbfTable {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly rows: number
  readonly fields: number
}

/** The table of attributes, as far as it is one: rows and fields lie within the bytes, and there are no more rows than shapes. */
function readTable(entries: readonly ArchiveEntry[], shape: ArchiveEntry, records: number, log: IssueLog): DbfTable | null {
  const name = quoteFound(`${shape.name.slice(0, -3)}dbf`)
  const dbf = unpackBeside(entries, shape, 'dbf')
  if (dbf === null) {
    log.add('note', 'imports.issue.shpNoDbf', { kind: 'part', name })
    return null
  }
  const head = measureTable(dbf)
  if (head === null) {
    log.add('note', 'imports.issue.dbfBroken', { kind: 'part', name }, { found: dbf.length })
    return null
  }
  if (head.rows !== records) log.add('note', 'imports.issue.dbfRows', { kind: 'part', name }, { found: head.rows, expected: records })
  const rows = Math.min(head.rows, records)
  new DataView(dbf.buffer, dbf.byteOffset).setUint32(4, rows, true)
  return { bytes: dbf, rows, fields: head.fields }
}

/** Rows and fields by the head of a dBASE table; null where they do not fit its bytes, or a row not its fields. */
function measureTable(dbf: Uint8Array): Omit<DbfTable, 'bytes'> | null {
  if (dbf.length <= 33) return null
  const view = new DataView(dbf.buffer, dbf.byteOffset, dbf.byteLength)
  const [rows, headBytes, rowBytes] = [view.getUint32(4, true), view.getUint16(8, true), view.getUint16(10, true)]
  if (headBytes < 33 || rowBytes === 0 || headBytes + rows * rowBytes > dbf.length) return null
  const end = dbf.subarray(32, headBytes).indexOf(0x0d)
  if (end < 0) return null
  // The reader takes a field for every 32 bytes of the head, whatever they hold; a row begins with its mark of deletion.
  const fields = Math.ceil((headBytes - 33) / 32)
  let fieldBytes = 1
  for (let field = 0; field < fields; field++) fieldBytes += view.getUint8(Math.min(32 + field * 32 + 16, dbf.length - 1))
  return fieldBytes > rowBytes ? null : { rows, fields }
}

/** The index only repeats where the records are; it is not used, but a wrong one says that files were mixed. */
function checkIndex(entries: readonly ArchiveEntry[], shape: ArchiveEntry, records: number, log: IssueLog): void {
  const shx = unpackBeside(entries, shape, 'shx')
  if (shx === null) return
  const isIndex = shx.length >= 100 && new DataView(shx.buffer, shx.byteOffset).getInt32(0) === 9994
  if (isIndex && shx.length === 100 + records * 8) return
  log.add('note', 'imports.issue.shxBroken', { kind: 'part', name: quoteFound(`${shape.name.slice(0, -3)}shx`) })
}

/** Name of the table's encoding in a form that browsers know. */
function checkEncoding(cpg: Uint8Array | null, shapeName: string, log: IssueLog): Uint8Array<ArrayBuffer> {
  const text = cpg === null ? '' : new TextDecoder().decode(cpg).trim()
  const label = /^(125\d)$/.test(text) ? `windows-${text}` : /^88591$|^ISO ?8859-?1$/i.test(text) || text === '' ? 'windows-1252' : text
  try {
    return new TextEncoder().encode(new TextDecoder(label).encoding)
  } catch {
    log.add(
      'note',
      'imports.issue.cpgUnknown',
      { kind: 'part', name: quoteFound(`${shapeName.slice(0, -3)}cpg`) },
      { found: quoteFound(text) },
    )
    return new TextEncoder().encode('windows-1252')
  }
}
