/** What own data may be at most. Tests lower the numbers; nothing else does. */
export interface ImportLimits {
  /** Of the file as it is opened. */
  readonly fileBytes: number
  /** Features and vertices that are drawn; the rest is counted and said. */
  readonly features: number
  readonly vertices: number
  /** All attribute texts together, and the text of one value. */
  readonly attributeBytes: number
  readonly valueCharacters: number
  /** Brackets within brackets. */
  readonly depth: number
  /** Files of an archive, and bytes of all that are unpacked. */
  readonly archiveEntries: number
  readonly unpackedBytes: number
  /** Bytes of one row of a table: the reader begins a row anew with every piece of it that comes. */
  readonly rowBytes: number
  /** Work that an import may cost: so many steps, and so many more for each byte of the file. */
  readonly steps: number
  readonly stepsPerByte: number
  /** Memory that a reader may hold at once, by estimate. */
  readonly memoryBytes: number
  /** Time of reading, and of placing after a question. */
  readonly seconds: number
  /** The worker is ended from outside once it has given no sign of life for so long. */
  readonly silentSeconds: number
}

const MEGABYTE = 1_000_000

/**
 * 100 MB of GeoJSON hold some 350,000 buildings with three million vertices: those are drawn. More would
 * fill the memory of a small machine, since the map keeps a copy for every zoom that is looked at.
 */
export const IMPORT_LIMITS: ImportLimits = {
  fileBytes: 100 * MEGABYTE,
  features: 500_000,
  vertices: 4_000_000,
  attributeBytes: 64 * MEGABYTE,
  valueCharacters: 2000,
  depth: 64,
  archiveEntries: 100,
  unpackedBytes: 250 * MEGABYTE,
  rowBytes: 2 * MEGABYTE,
  steps: 300_000_000,
  stepsPerByte: 8,
  memoryBytes: 1000 * MEGABYTE,
  seconds: 180,
  silentSeconds: 60,
}
