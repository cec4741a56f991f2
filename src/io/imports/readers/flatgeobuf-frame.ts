import { ImportFailure } from '../issue-log.ts'
import { openFlatMessage, type FlatMessage, type FlatTable } from './flatbuffer.ts'

/** A column of the attributes: its name, and its type by the number of the format's schema. */
export interface FlatGeobufColumn {
  readonly name: string
  readonly type: number
}

/** Where the parts of a FlatGeobuf file lie, and what its header says. */
export interface FlatGeobufFrame {
  /** First byte after header and index. */
  readonly featuresStart: number
  /** Type of all geometries by its number; 0 where each feature says its own. */
  readonly geometryType: number
  readonly columns: readonly FlatGeobufColumn[]
  readonly crs: { readonly organisation: string; readonly code: number; readonly name: string } | null
}

const MAGIC = [0x66, 0x67, 0x62, 0x03, 0x66, 0x67, 0x62] as const
const LARGEST_HEADER_BYTES = 10_000_000
const INDEX_ITEM_BYTES = 40
const DEFAULT_NODE_SIZE = 16
/** Fields of the tables, in the order of the format's schema (header.fbs of version 3). */
const FIELD = { geometryType: 2, columns: 7, featuresCount: 8, indexNodeSize: 9, crs: 10 } as const
const COLUMN = { name: 0, type: 1 } as const
const CRS = { organisation: 0, code: 1, name: 2, wkt: 4 } as const

/** @throws ImportFailure with the byte where it is no FlatGeobuf, or breaks off */
export function readFlatGeobufFrame(bytes: Uint8Array, spend: (steps: number) => void): FlatGeobufFrame {
  if (!MAGIC.every((value, index) => bytes[index] === value)) throw new ImportFailure('imports.issue.fgbMagic', { kind: 'byte', number: 0 })
  const headerBytes = bytes.length >= 12 ? new DataView(bytes.buffer, bytes.byteOffset).getUint32(8, true) : 0
  const broken = new ImportFailure('imports.issue.fgbHeader', { kind: 'byte', number: 8 })
  if (headerBytes < 8 || headerBytes > LARGEST_HEADER_BYTES || 12 + headerBytes > bytes.length) throw broken
  try {
    // Of the header alone: nothing in it may lead out of it.
    const message = openFlatMessage(new DataView(bytes.buffer, bytes.byteOffset + 12, headerBytes), spend)
    const header = message.tableAt(0)
    const featuresStart = 12 + headerBytes + indexBytes(message, header, bytes.length)
    if (featuresStart > bytes.length) throw broken
    return {
      featuresStart,
      geometryType: byteOf(message, header, FIELD.geometryType),
      columns: readColumns(message, header),
      crs: readCrs(message, header),
    }
  } catch (error) {
    throw error instanceof RangeError ? broken : error
  }
}

function byteOf({ view }: FlatMessage, table: FlatTable, field: number): number {
  const at = table(field)
  return at === null ? 0 : view.getUint8(at)
}

function readColumns(message: FlatMessage, header: FlatTable): FlatGeobufColumn[] {
  const { start, length } = message.vector(header, FIELD.columns, 4)
  return Array.from({ length }, (_, index) => {
    const column = message.tableAt(start + index * 4)
    return { name: message.text(column, COLUMN.name), type: byteOf(message, column, COLUMN.type) }
  })
}

function readCrs(message: FlatMessage, header: FlatTable): FlatGeobufFrame['crs'] {
  const at = header(FIELD.crs)
  if (at === null) return null
  const crs = message.tableAt(at)
  const codeAt = crs(CRS.code)
  return {
    organisation: message.text(crs, CRS.organisation),
    code: codeAt === null ? 0 : message.view.getInt32(codeAt, true),
    name: message.text(crs, CRS.name) || message.text(crs, CRS.wkt),
  }
}

/** Size of the packed R-tree (as in the format's reference reader); none without a count or a node size. */
function indexBytes({ view }: FlatMessage, header: FlatTable, fileBytes: number): number {
  const [countAt, nodeSizeAt] = [header(FIELD.featuresCount), header(FIELD.indexNodeSize)]
  const featureCount = countAt === null ? 0 : Number(view.getBigUint64(countAt, true))
  const nodeSize = nodeSizeAt === null ? DEFAULT_NODE_SIZE : view.getUint16(nodeSizeAt, true)
  if (featureCount === 0 || nodeSize < 2) return 0
  // More features than there are bytes: the levels of such a tree need not be counted.
  if (featureCount > fileBytes) return Infinity
  let level = featureCount
  let nodes = level
  do {
    level = Math.ceil(level / nodeSize)
    nodes += level
  } while (level > 1)
  return nodes * INDEX_ITEM_BYTES
}
