import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hashFile } from './hash-files.ts'

/** Name of the list in the folder that it describes. */
export const FILE_LIST = 'files.json'

/** Size and SHA-256 (hex) of one file. */
export interface FileEntry {
  readonly bytes: number
  readonly sha256: string
}

/** Every file of a folder by its path (with `/`, relative to the folder), the list itself left out. */
export interface FileList {
  /** SHA-256 of what the folder was made from, where its maker says so. */
  readonly inputs?: string
  readonly files: Readonly<Record<string, FileEntry>>
}

/** Lists what a folder holds, files of sub-folders included, sorted by path. */
export async function listFolder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/').replace(/^\/+/, ''))
    .filter((path) => path !== FILE_LIST)
    .sort()
}

/** Writes `files.json`: what the folder holds now, file by file. The last thing that is written into it. */
export async function writeFileList(folder: string, inputs?: string): Promise<FileList> {
  const files: Record<string, FileEntry> = {}
  for (const path of await listFolder(folder)) files[path] = await hashFile(join(folder, path))
  const list: FileList = { ...(inputs === undefined ? {} : { inputs }), files }
  await writeFile(join(folder, FILE_LIST), JSON.stringify(list))
  return list
}

/** The list of a folder; null where there is none or it cannot be understood. */
export async function readFileList(folder: string): Promise<FileList | null> {
  try {
    const list = JSON.parse(await readFile(join(folder, FILE_LIST), 'utf8')) as FileList | null
    return typeof list?.files === 'object' && list.files !== null ? list : null
  } catch {
    return null
  }
}

/**
 * Compares what stands in a folder with its list, byte by byte by way of the hashes.
 * @returns a sentence a file that is missing, changed or not in the list; empty where all is as listed.
 */
export async function findChanges(folder: string, { files }: FileList): Promise<{ readonly path: string; readonly message: string }[]> {
  const standing = new Set(await listFolder(folder).catch(() => []))
  const changes: { path: string; message: string }[] = []
  for (const [path, entry] of Object.entries(files)) {
    const message = standing.has(path) ? await compareFile(join(folder, path), entry) : 'is missing'
    if (message !== null) changes.push({ path, message })
  }
  for (const path of standing) if (!(path in files)) changes.push({ path, message: `is not in ${FILE_LIST}` })
  return changes
}

/** What is wrong with a file that should be as `entry` says; null where nothing is. */
export async function compareFile(path: string, entry: FileEntry): Promise<string | null> {
  const found = await hashFile(path)
  if (found.bytes !== entry.bytes) return `has ${found.bytes} bytes where ${String(entry.bytes)} are stated`
  return found.sha256 === entry.sha256 ? null : 'does not have the SHA-256 that is stated: its bytes have changed'
}
