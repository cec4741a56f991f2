import { ImportFailure } from '../issue-log.ts'

/** Where the parts of a FlatGeobuf file lie, and what its header says that is needed before it is read. */
export interface FlatGeobufFrame {
  /** First byte after header and index. */
  readonly featuresStart: number
  /** Features by the header; 0 where it does not say. */
  readonly featureCount: number
  readonly crs: { readonly organisation: string; readonly code: number; readonly name: string } | null
}

const MAGIC = [0x66, 0x67, 0x62, 0x03, 0x66, 0x67, 0x62] as const
const LARGEST_HEADER_BYTES = 10_000_000
const INDEX_ITEM_BYTES = 40
/** Fields of the header's table, in the order of the format's schema (header.fbs of version 3). */
const FIELD = { featuresCount: 8, indexNodeSize: 9, crs: 10 } as const

/**
 * Reads the frame by hand, since the reader itself trusts every length that a file announces.
 *
 * @throws ImportFailure with the byte where it is no FlatGeobuf, or breaks off
 */
export function readFlatGeobufFrame(bytes: Uint8Array): FlatGeobufFrame {
  if (!MAGIC.every((value, index) => bytes[index] === value)) throw new ImportFailure('imports.issue.fgbMagic', { kind: 'byte', number: 0 })
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const headerBytes = bytes.length >= 12 ? view.getUint32(8, true) : 0
  if (headerBytes < 8 || headerBytes > LARGEST_HEADER_BYTES || 12 + headerBytes > bytes.length) {
    throw new ImportFailure('imports.issue.fgbHeader', { kind: 'byte', number: 8 })
  }
  try {
    const header = readTable(view, 12 + view.getUint32(12, true))
    const count = header(FIELD.featuresCount)
    const featureCount = count === null ? 0 : Number(view.getBigUint64(count, true))
    const nodeSizeAt = header(FIELD.indexNodeSize)
    const nodeSize = nodeSizeAt === null ? 16 : view.getUint16(nodeSizeAt, true)
    const featuresStart = 12 + headerBytes + indexBytes(featureCount, nodeSize)
    if (featuresStart > bytes.length) throw new RangeError()
    return { featuresStart, featureCount, crs: readCrs(view, header(FIELD.crs)) }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new ImportFailure('imports.issue.fgbHeader', { kind: 'byte', number: 8 })
  }
}

function readCrs(view: DataView, at: number | null): FlatGeobufFrame['crs'] {
  if (at === null) return null
  const crs = readTable(view, at + view.getUint32(at, true))
  const textAt = (field: number): string => {
    const position = crs(field)
    if (position === null) return ''
    const start = position + view.getUint32(position, true)
    return new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + start + 4, view.getUint32(start, true)))
  }
  const code = crs(1)
  return { organisation: textAt(0), code: code === null ? 0 : view.getInt32(code, true), name: textAt(2) || textAt(4) }
}

/** A FlatBuffers table: gives the place of a field's value, or null where it has its default. */
function readTable(view: DataView, table: number): (field: number) => number | null {
  const fields = table - view.getInt32(table, true)
  const fieldBytes = view.getUint16(fields, true)
  return (field) => {
    const at = 4 + field * 2
    const offset = at < fieldBytes ? view.getUint16(fields + at, true) : 0
    return offset === 0 ? null : table + offset
  }
}

/** Size of the packed R-tree (as in the format's reference reader); none without a count or a node size. */
function indexBytes(featureCount: number, nodeSize: number): number {
  if (featureCount === 0 || nodeSize < 2) return 0
  let level = featureCount
  let nodes = level
  do {
    level = Math.ceil(level / nodeSize)
    nodes += level
  } while (level > 1)
  return nodes * INDEX_ITEM_BYTES
}
