import { zstdDecompressSync } from 'node:zlib'
import type { Compressors } from 'hyparquet'

/** Unpacks what `geoparquet.ts` packs; Node brings the codec. */
export const DECOMPRESSORS: Compressors = { ZSTD: (input) => zstdDecompressSync(input) }
