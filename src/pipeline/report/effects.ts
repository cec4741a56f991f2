import { execFile } from 'node:child_process'
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'

/** State of the code that a report was made with. */
export interface CodeState {
  readonly commit: string
  /** Whether `src` or `data` differ from the commit. */
  readonly hasUncommittedChanges: boolean
}

/** Everything that a report does to the world outside; it comes in as an argument, for tests. */
export interface ReportEffects {
  /** Rejects where the file cannot be read. */
  readonly readBytes: (path: string) => Promise<Uint8Array>
  readonly isFolder: (path: string) => Promise<boolean>
  /** Puts the file in place in one step: a failure leaves an earlier one untouched. */
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<void>
  /** On standard output: the report. */
  readonly print: (text: string) => void
  /** On standard error: what is said about it. */
  readonly tell: (line: string) => void
  /** Null outside a Git checkout. */
  readonly readCodeState: () => Promise<CodeState | null>
  /** Day in UTC, `2026-11-24`. */
  readonly today: () => string
}

/** The effects of a real run. `root` is the folder of the repository. */
export function createReportEffects(root: string): ReportEffects {
  const git = async (...words: string[]) => (await promisify(execFile)('git', words, { cwd: root })).stdout.trim()
  return {
    readBytes: (path) => readFile(path),
    isFolder: async (path) => {
      try {
        return (await stat(path)).isDirectory()
      } catch {
        return false
      }
    },
    writeFile: async (path, bytes) => {
      const fresh = `${path}.new`
      try {
        await writeFile(fresh, bytes)
        await rename(fresh, path)
      } catch (error) {
        await rm(fresh, { force: true })
        throw error
      }
    },
    print: (text) => void process.stdout.write(text),
    tell: (line) => void process.stderr.write(`${line}\n`),
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
