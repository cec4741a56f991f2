import { inflateSync } from 'fflate'
import { ImportFailure, quoteFound, WHOLE_FILE } from '../issue-log.ts'
import type { ImportLimits } from '../limits.ts'

/** A file within an archive, not unpacked yet. */
export interface ArchiveEntry {
  readonly name: string
  readonly unpackedBytes: number
  /** @throws ImportFailure where the packed bytes are damaged */
  readonly unpack: () => Uint8Array<ArrayBuffer>
}

const END_SIGNATURE = 0x06054b50
const ENTRY_SIGNATURE = 0x02014b50
const LOCAL_SIGNATURE = 0x04034b50
const LONGEST_END_BYTES = 22 + 0xffff
const ENCRYPTED_FLAG = 1
/** Text packs to a tenth; only what was made to burst packs to a thousandth. */
const MOST_RATIO = 200
const RATIO_FROM_BYTES = 1_000_000

/**
 * The files of a zip archive, by its table of contents. All is checked before anything is unpacked: number
 * and size of the files, names that lead out of a folder, and encryption.
 *
 * @throws ImportFailure where the archive is damaged, or was made to do harm
 */
export function listArchive(bytes: Uint8Array, limits: ImportLimits): readonly ArchiveEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end < 0) throw new ImportFailure('imports.issue.zipBroken', { kind: 'byte', number: bytes.length })
  const count = view.getUint16(end + 10, true)
  if (count > limits.archiveEntries) {
    throw new ImportFailure('imports.issue.zipEntries', WHOLE_FILE, { found: count, most: limits.archiveEntries })
  }
  const entries: ArchiveEntry[] = []
  let at = view.getUint32(end + 16, true)
  let unpackedBytes = 0
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY_SIGNATURE) {
      throw new ImportFailure('imports.issue.zipBroken', { kind: 'byte', number: Math.min(at, bytes.length) })
    }
    const entry = readEntry(bytes, view, at, limits)
    unpackedBytes += entry.unpackedBytes
    if (unpackedBytes > limits.unpackedBytes) throw failAsBomb(entry.name, limits)
    if (!entry.name.endsWith('/')) entries.push(entry)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** The end record stands last, before a comment of any length. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - LONGEST_END_BYTES); at--) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at
  }
  return -1
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, limits: ImportLimits): ArchiveEntry {
  const nameLength = view.getUint16(at + 28, true)
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
  const place = { kind: 'part', name: quoteFound(name) } as const
  if (/(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:|\0/i.test(name)) throw new ImportFailure('imports.issue.zipPath', place)
  if ((view.getUint16(at + 8, true) & ENCRYPTED_FLAG) !== 0) throw new ImportFailure('imports.issue.zipEncrypted', place)
  const method = view.getUint16(at + 10, true)
  const [packedBytes, unpackedBytes] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)]
  if (unpackedBytes > limits.unpackedBytes || (unpackedBytes > RATIO_FROM_BYTES && unpackedBytes > packedBytes * MOST_RATIO)) {
    throw failAsBomb(name, limits)
  }
  const local = view.getUint32(at + 42, true)
  return {
    name,
    unpackedBytes,
    unpack: () => {
      const broken = new ImportFailure('imports.issue.zipEntryBroken', place)
      if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL_SIGNATURE) throw broken
      const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
      const packed = bytes.subarray(from, from + packedBytes)
      if (packed.length < packedBytes) throw broken
      if (method !== 0 && method !== 8) throw new ImportFailure('imports.issue.zipMethod', place, { found: method })
      const unpacked = method === 0 ? packed.slice() : inflateWithin(packed, unpackedBytes)
      if (unpacked === null || unpacked.length !== unpackedBytes || checksum(unpacked) !== view.getUint32(at + 16, true)) throw broken
      return unpacked
    },
  }
}

/** Never writes more than was announced, whatever the packed bytes hold. */
function inflateWithin(packed: Uint8Array, unpackedBytes: number): Uint8Array<ArrayBuffer> | null {
  try {
    return inflateSync(packed, { out: new Uint8Array(unpackedBytes) }) as Uint8Array<ArrayBuffer>
  } catch {
    return null
  }
}

function failAsBomb(name: string, { unpackedBytes }: ImportLimits): ImportFailure {
  return new ImportFailure('imports.issue.zipBomb', { kind: 'part', name: quoteFound(name) }, { most: Math.round(unpackedBytes / 1e6) })
}

/** CRC-32 of the ZIP specification (polynomial 0xEDB88320). */
function checksum(bytes: Uint8Array): number {
  let crc = -1
  for (const byte of bytes) crc = (crc >>> 8) ^ (CHECKSUM_TABLE[(crc ^ byte) & 255] as number)
  return ~crc >>> 0
}

const CHECKSUM_TABLE = Int32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})
