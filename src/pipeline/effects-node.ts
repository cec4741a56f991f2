import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { SourceError, type Effects } from './effects.ts'
import { withLock } from './files/lock-folder.ts'
import { replaceFolder as replaceFolderWith } from './files/replace-folder.ts'

/** The effects of a real run: the disk and `log`. */
export function createNodeEffects(log: (line: string) => void): Effects {
  const readBytes = async (path: string): Promise<Uint8Array> => {
    try {
      return await readFile(path)
    } catch (error) {
      throw new SourceError(path, describeReadFailure(path, error))
    }
  }
  return {
    readBytes,
    readText: async (path) => new TextDecoder('utf-8').decode(await readBytes(path)),
    querySqlite: async (path, query) => {
      checkSqliteLength(path, await readBytes(path))
      // Loaded here, as only two sources need it and Node prints a warning when it loads.
      const { DatabaseSync } = await import('node:sqlite')
      try {
        const database = new DatabaseSync(path, { readOnly: true })
        try {
          return database.prepare(query).all()
        } finally {
          database.close()
        }
      } catch (error) {
        throw new SourceError(path, `${path} is not a readable SQLite database (${messageOf(error)}); it may be truncated.`)
      }
    },
    listFolder: async (path) => {
      try {
        return (await readdir(path)).sort()
      } catch {
        return []
      }
    },
    replaceFolder: (path, files) => replaceFolder(path, files, log),
    log,
  }
}

/** SQLite opens a truncated file and fails late or never: its header says how long it must be. */
function checkSqliteLength(path: string, bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isSqlite = bytes.length >= 100 && new TextDecoder('latin1').decode(bytes.subarray(0, 15)) === 'SQLite format 3'
  if (!isSqlite) throw new SourceError(path, `${path} is no SQLite database (GeoPackage), which was expected.`)
  const pageSize = view.getUint16(16) === 1 ? 65_536 : view.getUint16(16)
  const expected = pageSize * view.getUint32(28)
  if (bytes.length < expected) {
    throw new SourceError(path, `${path} is truncated: ${bytes.length} bytes where its header announces ${expected}.`)
  }
}

async function replaceFolder(path: string, files: ReadonlyMap<string, Uint8Array>, log: (line: string) => void): Promise<void> {
  await withLock(
    path,
    () =>
      replaceFolderWith(path, async (fresh) => {
        for (const [name, bytes] of files) {
          await mkdir(dirname(join(fresh, name)), { recursive: true })
          await writeFile(join(fresh, name), bytes)
        }
      }),
    log,
  )
}

function describeReadFailure(path: string, error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOENT') return `${path} is missing; the sources folder must hold this file.`
  if (code === 'EISDIR') return `${path} is a folder, but a file was expected.`
  return `${path} could not be read (${messageOf(error)}).`
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
