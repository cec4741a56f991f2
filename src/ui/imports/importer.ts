import { createContext, useContext } from 'react'
import type { CrsChoice } from '../../layers/own/own-import.ts'

/** Opens files of the reader's own; what comes of it is in the session. */
export interface Importer {
  /** False where another file is still being opened. */
  readonly open: (file: File) => boolean
  /** Answers what coordinates they are. */
  readonly answer: (choice: CrsChoice) => void
  readonly cancel: () => void
}

/** Null where the app offers no import, as in a test of something else. */
export const ImporterContext = createContext<Importer | null>(null)

export function useImporter(): Importer | null {
  return useContext(ImporterContext)
}
