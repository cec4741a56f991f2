import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { OVERVIEW_FILE } from '../../basemap/overview/overview-format.ts'
import { compareFile, listFolder, readFileList, type FileList } from '../files/file-list.ts'
import { hashFile } from '../files/hash-files.ts'

const packGzip = promisify(gzip)
const packBrotli = promisify(brotliCompress)

/** An encoded form that is not smaller by this much is not worth a second file (Parquet, fonts, pictures). */
const LEAST_SAVING = 0.05
/** What every first view fetches is worth the slowest, which is a tenth smaller; on all tiles it would take a minute. */
const BEST_QUALITY = 11
const TILE_QUALITY = 9
const BEST_ENDINGS = ['.html', '.js', '.css', extname(OVERVIEW_FILE)]
/** Node packs in four threads. */
const AT_ONCE = 4

/**
 * Writes `<file>.br` and `<file>.gz` beside every file of a folder that gets smaller by them, so that a
 * server packs nothing when it is asked. What an earlier build holds of the same bytes is copied.
 */
export async function compressFiles(folder: string, earlierFolder: string): Promise<void> {
  const earlier = await readFileList(earlierFolder)
  const pathByHash = new Map(Object.entries(earlier?.files ?? {}).map(([path, { sha256 }]) => [sha256, path]))
  const waiting = await listFolder(folder)
  const work = async (): Promise<void> => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const { sha256 } = await hashFile(join(folder, path))
      const known = pathByHash.get(sha256)
      if (known === undefined || earlier === null || !(await copyForms(join(earlierFolder, known), join(folder, path), known, earlier)))
        await compressFile(join(folder, path))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}

async function compressFile(path: string): Promise<void> {
  const bytes = await readFile(path)
  const most = bytes.length * (1 - LEAST_SAVING)
  const quick = await packGzip(bytes, { level: 1 })
  if (quick.length > most) return
  const quality = BEST_ENDINGS.includes(extname(path)) ? BEST_QUALITY : TILE_QUALITY
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  for (const [ending, packed] of [
    ['.gz', await packGzip(bytes, { level: 9 })],
    ['.br', await packBrotli(bytes, { params })],
  ] as const) {
    if (packed.length <= most) await writeFile(path + ending, packed)
  }
}

/** Whether both forms of an earlier build were whole and are copied. */
async function copyForms(from: string, to: string, name: string, { files }: FileList): Promise<boolean> {
  for (const ending of ['.br', '.gz']) {
    const entry = files[name + ending]
    if (entry === undefined || (await compareFile(from + ending, entry).catch(() => 'is missing')) !== null) return false
  }
  for (const ending of ['.br', '.gz']) await copyFile(from + ending, to + ending)
  return true
}
