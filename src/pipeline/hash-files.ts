import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * SHA-256 (hex) over names and bytes of the files at `paths`, folders included with all they hold.
 * A path that does not exist counts as absent, which is a state of its own. Paths are relative to `root`.
 */
export async function hashFiles(root: string, paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const path of paths) await addToHash(hash, root, path)
  return hash.digest('hex')
}

async function addToHash(hash: ReturnType<typeof createHash>, root: string, path: string): Promise<void> {
  try {
    const bytes = await readFile(join(root, path))
    hash.update(`${path}\0${bytes.length}\0`).update(bytes)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT') hash.update(`${path}\0absent\0`)
    else if (code !== 'EISDIR') throw error
    else for (const name of (await readdir(join(root, path))).sort()) await addToHash(hash, root, `${path}/${name}`)
  }
}
