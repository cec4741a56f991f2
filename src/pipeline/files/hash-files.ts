import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** SHA-256 (hex) and length in bytes of a file, read piece by piece. Throws where it cannot be read. */
export async function hashFile(path: string): Promise<{ readonly sha256: string; readonly bytes: number }> {
  const hash = createHash('sha256')
  const bytes = await addBytes(hash, path)
  return { sha256: hash.digest('hex'), bytes }
}

/**
 * SHA-256 (hex) over names and bytes of the files at `paths`, folders included with all they hold.
 * A path that does not exist counts as absent, which is a state of its own. Paths are relative to `root`.
 */
export async function hashFiles(root: string, paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const path of paths) await addToHash(hash, root, path)
  return hash.digest('hex')
}

async function addToHash(hash: Hash, root: string, path: string): Promise<void> {
  const found = await stat(join(root, path)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (found === null) hash.update(`${path}\0absent\0`)
  else if (found.isDirectory()) for (const name of (await readdir(join(root, path))).sort()) await addToHash(hash, root, `${path}/${name}`)
  else {
    hash.update(`${path}\0${found.size}\0`)
    await addBytes(hash, join(root, path))
  }
}

async function addBytes(hash: Hash, path: string): Promise<number> {
  let bytes = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    hash.update(chunk as Buffer)
    bytes += (chunk as Buffer).length
  }
  return bytes
}
