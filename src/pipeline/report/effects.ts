import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { lstat, open, readFile, realpath, rename, rm, statfs, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'

/** State of the code that a report was made with. */
export interface CodeState {
  readonly commit: string
  /** Whether `src` or `data` differ from the commit. */
  readonly hasUncommittedChanges: boolean
}

/** What stands where a file is to be written. */
export interface Target {
  readonly kind: 'nothing' | 'file' | 'folder' | 'link' | 'device'
  /** The path without links, where its folder exists; else null. */
  readonly realPath: string | null
  /** Why nothing can be written there: the code of the system, such as EACCES or ENOSPC; null where it can. */
  readonly obstacle: string | null
}

/** Everything that a report does to the world outside; it comes in as an argument, for tests. */
export interface ReportEffects {
  /** Rejects where the file cannot be read. */
  readonly readBytes: (path: string) => Promise<Uint8Array>
  /** What stands at a path, before anything is computed for it. */
  readonly inspectTarget: (path: string) => Promise<Target>
  /** Puts the file in place in one step: a failure leaves an earlier one untouched. */
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<void>
  /** On standard output: the report. */
  readonly print: (text: string) => void
  /** On standard error: what is said about it. */
  readonly warn: (line: string) => void
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number
  /** Null outside a Git checkout. */
  readonly readCodeState: () => Promise<CodeState | null>
  /** Day in UTC, `2026-11-24`. */
  readonly today: () => string
}

/** A report of all hexagons of both cities is a few megabytes. */
const LEAST_FREE_BYTES = 4_000_000

/**
 * The effects of a real run.
 * @param root the folder of the repository
 * @param folder what relative paths start from: where the caller stands
 */
export function createReportEffects(root: string, folder: string): ReportEffects {
  const git = async (...words: string[]) => (await promisify(execFile)('git', words, { cwd: root })).stdout.trim()
  return {
    readBytes: (path) => readFile(resolve(folder, path)),
    inspectTarget: (path) => inspectTarget(resolve(folder, path)),
    writeFile: async (path, bytes) => {
      const place = resolve(folder, path)
      const fresh = freshPath(place)
      try {
        await writeFile(fresh, bytes, { flag: 'wx' })
        await rename(fresh, place)
      } catch (error) {
        await rm(fresh, { force: true })
        throw error
      }
    },
    print: (text) => void process.stdout.write(text),
    warn: (line) => void process.stderr.write(`${line}\n`),
    now: () => performance.now(),
    readCodeState: async () => {
      try {
        return {
          commit: await git('rev-parse', 'HEAD'),
          hasUncommittedChanges: (await git('status', '--porcelain', '--', 'src', 'data')) !== '',
        }
      } catch {
        return null
      }
    },
    today: () => new Date().toISOString().slice(0, 10),
  }
}

async function inspectTarget(path: string): Promise<Target> {
  const folder = await realpath(dirname(path)).catch(() => null)
  if (folder === null) return { kind: 'nothing', realPath: null, obstacle: 'ENOENT' }
  const realPath = join(folder, basename(path))
  const stats = await lstat(path).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? null : error))
  if (stats instanceof Error) return { kind: 'nothing', realPath, obstacle: stats.code ?? 'EIO' }
  const kind =
    stats === null ? 'nothing' : stats.isSymbolicLink() ? 'link' : stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : 'device'
  return { kind, realPath, obstacle: await findObstacle(realPath) }
}

/** Tries to make a file beside the path, and takes it away again. */
async function findObstacle(path: string): Promise<string | null> {
  const fresh = freshPath(path)
  try {
    await (await open(fresh, 'wx')).close()
    const { bavail, bsize } = await statfs(fresh)
    return bavail * bsize < LEAST_FREE_BYTES ? 'ENOSPC' : null
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'EIO'
  } finally {
    await rm(fresh, { force: true })
  }
}

/** Where a file is written before it takes its place: a name that nobody else has. */
function freshPath(path: string): string {
  return join(dirname(path), `.kaksik-${randomBytes(6).toString('hex')}.new`)
}
