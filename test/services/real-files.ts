import { readFileSync } from 'node:fs'
import type { DataFiles } from '../../src/services/city-tables.ts'

/** The committed data, read from disk. */
export const REAL_FILES: DataFiles = {
  dataUrl: new URL('../../data/', import.meta.url).href,
  fetchBytes: async (url) => {
    const bytes = readFileSync(new URL(url))
    return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
  },
}
