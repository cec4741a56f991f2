/**
 * Everything the pipeline does to the world outside: disk and terminal. It comes in as an argument,
 * so that a whole run can be tested in a temporary folder, without mocks.
 */
export interface Effects {
  /** Whole file as bytes. Throws a `SourceError` that names the file where it cannot be read. */
  readonly readBytes: (path: string) => Promise<Uint8Array>
  /** Whole file as UTF-8 text, without a byte order mark. Throws a `SourceError` as `readBytes` does. */
  readonly readText: (path: string) => Promise<string>
  /** Rows of a query against an SQLite file (GeoPackage); geometry columns come as `Uint8Array`. */
  readonly querySqlite: (path: string, query: string) => Promise<readonly Readonly<Record<string, unknown>>[]>
  /** Names in a folder, sorted; empty where the folder does not exist. */
  readonly listFolder: (path: string) => Promise<readonly string[]>
  /**
   * Puts `files` (name → bytes) in place of the folder in one step: they are written beside it and
   * swapped in, so an error on the way leaves the earlier folder untouched.
   */
  readonly replaceFolder: (path: string, files: ReadonlyMap<string, Uint8Array>) => Promise<void>
  /** One line on the terminal. */
  readonly log: (line: string) => void
}

/** A source file that is missing, truncated or not what it should be: stops the run with its one sentence. */
export class SourceError extends Error {
  readonly file: string
  constructor(file: string, message: string) {
    super(message)
    this.name = 'SourceError'
    this.file = file
  }
}
