import { existsSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Manifest } from '../../schema/datasets.ts'
import { compareFile } from './file-list.ts'

/** A data folder does not hold what its manifest says. One sentence that names the file and what helps. */
export class DataError extends Error {}

const WHAT_HELPS = 'Restore it (git checkout -- data), or build the data anew with "npm run data".'

/**
 * Compares the Parquet files of `data/<city>` with sizes and SHA-256 in its `manifest.json`.
 *
 * @param only file names without ending, where not all are to be read; a file that neither the manifest
 *   nor the folder has is left out of it.
 * @throws DataError naming the first file that is missing, changed or not in the manifest.
 */
export async function checkData(folder: string, only?: readonly string[]): Promise<void> {
  const stated = await readStatedFiles(join(folder, 'manifest.json'))
  const standing = (await readdir(folder)).filter((name) => name.endsWith('.parquet')).map((name) => name.slice(0, -'.parquet'.length))
  for (const name of new Set([...Object.keys(stated), ...standing].sort())) {
    if (only !== undefined && !only.includes(name)) continue
    const path = join(folder, `${name}.parquet`)
    const entry = stated[name]
    if (entry === undefined)
      throw new DataError(`${path} is not in the manifest beside it. Remove it, or build the data anew with "npm run data".`)
    if (!existsSync(path)) throw new DataError(`${path} is missing, and the manifest beside it lists it. ${WHAT_HELPS}`)
    const message = await compareFile(path, entry)
    if (message !== null) throw new DataError(`${path} ${message}. ${WHAT_HELPS}`)
  }
}

async function readStatedFiles(path: string): Promise<Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch {
    throw new DataError(`${path} is missing, so that nothing tells what the data should be. ${WHAT_HELPS}`)
  }
  try {
    const { files } = JSON.parse(text) as Manifest
    if (typeof files === 'object' && files !== null) return files as Readonly<Record<string, { bytes: number; sha256: string }>>
  } catch {
    // Said below, in the same words as for JSON of another shape.
  }
  throw new DataError(`${path} is no manifest: JSON with "files" was expected. ${WHAT_HELPS}`)
}
