import { parse } from '@loaders.gl/core'
import { ShapefileLoader } from '@loaders.gl/shapefile'
import type { FeatureCollector } from '../collect-features.ts'
import { readCrsText, type DeclaredCrs } from '../crs/declared-crs.ts'
import { ImportFailure, quoteFound, WHOLE_FILE, type IssueLog } from '../issue-log.ts'
import { mendShapes } from '../mend-shapes.ts'
import { listArchive, type ArchiveEntry } from './read-archive.ts'
import type { ReadContext } from './read-geojson.ts'

/** Reads a zipped Shapefile into a collector. @throws ImportFailure where there is nothing to show */
export async function readShapefile(zip: Uint8Array, collector: FeatureCollector, { log, limits, onProgress }: ReadContext): Promise<DeclaredCrs> {
  const entries = listArchive(zip, limits).filter(({ name }) => !/(^|\/)(__MACOSX|\.)/.test(name))
  const shapes = entries.filter(({ name }) => /\.shp$/i.test(name))
  const shape = shapes[0]
  if (shape === undefined) {
    throw new ImportFailure('imports.issue.zipNoShp', WHOLE_FILE, { found: quoteFound(entries.map(({ name }) => name).join(', ')) })
  }
  if (shapes.length > 1) log.add('left-out', 'imports.issue.zipSeveral', { kind: 'part', name: quoteFound(shapes[1]?.name) }, { found: shapes.length })
  const shp = mendShapes(shape.unpack(), quoteFound(shape.name), log)
  onProgress(0.3)
  const prj = unpackBeside(entries, shape, 'prj')
  const dbf = readTable(entries, shape, shp.records, log)
  checkIndex(entries, shape, shp.records, log)
  const cpg = checkEncoding(unpackBeside(entries, shape, 'cpg'), shape.name, log)
  const files = new Map<string, Uint8Array<ArrayBuffer> | null>([['dbf', dbf], ['cpg', cpg]])
  const serve = async (url: string) => new Response(...answerOf(files.get(url.split('.').at(-1) ?? '') ?? null))
  const table = await parse(shp.bytes.buffer, ShapefileLoader,
    { worker: false, core: { worker: false }, shapefile: { shape: 'geojson-table' }, gis: { reproject: false } },
    // `_parse` is what the reader hands its parts to; a context of one's own has to bring it along.
    { url: 'layer.shp', fetch: serve, _parse: parse } as never) as unknown as { features: unknown[] }
  onProgress(0.8)
  for (const [index, feature] of table.features.entries()) {
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

function readTable(entries: readonly ArchiveEntry[], shape: ArchiveEntry, records: number, log: IssueLog): Uint8Array<ArrayBuffer> | null {
  const name = quoteFound(`${shape.name.slice(0, -3)}dbf`)
  const dbf = unpackBeside(entries, shape, 'dbf')
  if (dbf === null) {
    log.add('note', 'imports.issue.shpNoDbf', { kind: 'part', name })
    return null
  }
  const view = new DataView(dbf.buffer, dbf.byteOffset, dbf.byteLength)
  const isTable = dbf.length > 33 && view.getUint16(8, true) >= 33 && view.getUint16(10, true) > 0
  const rows = isTable ? view.getUint32(4, true) : 0
  const needed = isTable ? view.getUint16(8, true) + rows * view.getUint16(10, true) : Infinity
  if (needed > dbf.length || dbf.subarray(32, view.getUint16(8, true)).indexOf(0x0d) < 0) {
    log.add('note', 'imports.issue.dbfBroken', { kind: 'part', name }, { found: dbf.length })
    return null
  }
  if (rows !== records) log.add('note', 'imports.issue.dbfRows', { kind: 'part', name }, { found: rows, expected: records })
  return dbf
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
    log.add('note', 'imports.issue.cpgUnknown', { kind: 'part', name: quoteFound(`${shapeName.slice(0, -3)}cpg`) }, { found: quoteFound(text) })
    return new TextEncoder().encode('windows-1252')
  }
}
