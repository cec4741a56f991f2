import type { FetchedRange } from './fetch-file.ts'

/** A file of which only the bytes that are asked for are read. */
export interface RangedFile {
  readonly byteLength: number
  readonly slice: (start: number, end?: number) => Promise<ArrayBuffer>
}

/**
 * Opens a file whose length is known, by ranges. Where the server answers the first with the whole file, that is kept
 * and nothing is fetched again.
 *
 * @throws Error from `slice` where a piece is not as long as was asked for: the file is another than was thought
 */
export function openRangedFile(
  url: string,
  byteLength: number,
  fetchRange: (url: string, first: number, last: number) => Promise<FetchedRange>,
): RangedFile {
  let whole: ArrayBuffer | null = null
  return {
    byteLength,
    slice: async (start, end = byteLength) => {
      if (whole !== null) return whole.slice(start, end)
      const { bytes, isWhole } = await fetchRange(url, start, end - 1)
      const expected = isWhole ? byteLength : end - start
      if (bytes.byteLength !== expected) throw new Error(`${url}: expected ${expected} bytes, the server sent ${bytes.byteLength}`)
      if (!isWhole) return bytes
      whole = bytes
      return bytes.slice(start, end)
    },
  }
}
