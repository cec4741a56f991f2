import { ImportFailure, type IssueLog } from './issue-log.ts'

const HEADER_BYTES = 100
const FILE_CODE = 9994
/** Point, line, polygon and multi-point, plain, with height and with measure (Esri's white paper, 1998). */
const SHAPE_TYPES: readonly number[] = [0, 1, 3, 5, 8, 11, 13, 15, 18, 21, 23, 25, 28]

/**
 * A `.shp` that the reader will not stumble over: records that do not fit are made null shapes, so that
 * the rows of the table keep their places, and what breaks off at the end is cut.
 *
 * @returns the mended file and how many records it holds
 * @throws ImportFailure where it is no `.shp` at all
 */
export function mendShapes(
  shp: Uint8Array,
  name: string,
  log: IssueLog,
): { readonly bytes: Uint8Array<ArrayBuffer>; readonly records: number; readonly broken: ReadonlySet<number> } {
  const view = new DataView(shp.buffer, shp.byteOffset, shp.byteLength)
  if (shp.length < HEADER_BYTES || view.getInt32(0) !== FILE_CODE) throw new ImportFailure('imports.issue.shpMagic', { kind: 'part', name })
  const type = view.getInt32(32, true)
  if (!SHAPE_TYPES.includes(type)) throw new ImportFailure('imports.issue.shpType', { kind: 'part', name }, { found: type })
  const parts: Uint8Array[] = [shp.slice(0, HEADER_BYTES)]
  const broken = new Set<number>()
  let [at, records] = [HEADER_BYTES, 0]
  while (at + 8 <= shp.length) {
    const contentBytes = view.getInt32(at + 4) * 2
    if (contentBytes < 4 || at + 8 + contentBytes > shp.length) {
      log.add('left-out', 'imports.issue.shpTruncated', { kind: 'feature', number: records + 1 }, { part: name, byte: at })
      break
    }
    if (fits(view, at + 8, contentBytes)) parts.push(shp.subarray(at, at + 8 + contentBytes))
    else {
      broken.add(records)
      log.add('left-out', 'imports.issue.shpRecord', { kind: 'feature', number: records + 1 }, { part: name, byte: at })
      parts.push(nullRecord(records + 1))
    }
    at += 8 + contentBytes
    records++
  }
  const bytes = join(parts)
  new DataView(bytes.buffer).setInt32(24, bytes.length / 2)
  return { bytes, records, broken }
}

/** Whether the parts and points that a record announces are within it. */
function fits(view: DataView, content: number, contentBytes: number): boolean {
  const type = view.getInt32(content, true)
  if (!SHAPE_TYPES.includes(type)) return false
  const kind = type % 10
  if (type === 0) return true
  if (kind === 1) return contentBytes >= 20
  if (kind === 8)
    return contentBytes >= 40 && contentBytes >= 40 + view.getInt32(content + 36, true) * 16 && view.getInt32(content + 36, true) >= 0
  if (contentBytes < 44) return false
  const [parts, points] = [view.getInt32(content + 36, true), view.getInt32(content + 40, true)]
  if (parts < 1 || points < 1 || contentBytes < 44 + parts * 4 + points * 16) return false
  let before = -1
  for (let part = 0; part < parts; part++) {
    const start = view.getInt32(content + 44 + part * 4, true)
    if (start <= before || start >= points) return false
    before = start
  }
  return true
}

function nullRecord(number: number): Uint8Array {
  const record = new Uint8Array(12)
  const view = new DataView(record.buffer)
  view.setInt32(0, number)
  view.setInt32(4, 2)
  return record
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
