import { proxy } from 'comlink'
import { failOnTime } from '../io/imports/budget.ts'
import type { ImportOutcome, ImportService } from '../io/imports/import-service.ts'
import { IMPORT_LIMITS } from '../io/imports/limits.ts'
import { nextOwnColour } from '../layers/own/own-layer.ts'
import type { OwnImport } from '../layers/own/own-import.ts'
import type { OwnIssue } from '../layers/own/own-layer.ts'
import { addFailedImport, addOwnLayer, setOwnImport } from '../state/session-transitions.ts'
import type { AppStore } from '../state/store.ts'
import type { Importer } from '../ui/imports/importer.ts'
import { watchImport, type ImportWatch } from './import-watch.ts'
import { linkWorker, WorkerError, type WorkerLink } from './link-worker.ts'

type Running = WorkerLink<ImportService>

function linkImportWorker(): WorkerLink<ImportService> {
  return linkWorker<ImportService>(
    'import',
    () => new Worker(new URL('../workers/import-worker.ts', import.meta.url), { type: 'module', name: 'import' }),
  )
}

/** What ended a reading that gave no outcome: a reader that did not come, one that ran out of memory, or a bug in it. */
function describeCrash(error: unknown): OwnIssue {
  const whole = { severity: 'error', place: { kind: 'file' }, count: 1 } as const
  return error instanceof WorkerError && !error.hadStarted
    ? { ...whole, messageKey: 'imports.issue.no-reader', values: {} }
    : { ...whole, messageKey: 'imports.issue.unreadable', values: { found: error instanceof Error ? error.message : String(error) } }
}

/**
 * Opens files one at a time, each in a worker of its own that starts when a file comes and ends with it:
 * so nothing is loaded before, and to cancel is to end the worker, whatever it is at.
 */
export function createImporter(store: AppStore, startWorker: () => WorkerLink<ImportService> = linkImportWorker): Importer {
  let running: Running | null = null
  let opened = 0
  let watch: ImportWatch | null = null

  const setImport = (ownImport: OwnImport | null): void => store.getState().updateSession((session) => setOwnImport(session, ownImport))
  const end = (): void => {
    watch?.stop()
    running?.stop()
    running = null
    setImport(null)
  }
  const fail = (fileName: string, outcome: Extract<ImportOutcome, { kind: 'failed' }>): void =>
    store.getState().updateSession((session) => addFailedImport(session, { fileName, issues: outcome.issues }))

  /** @param mine the worker that answers; one that was cancelled meanwhile is not heard */
  const settle = (mine: Running, fileName: string, outcome: ImportOutcome): void => {
    if (running !== mine) return
    watch?.stop()
    if (outcome.kind === 'question') {
      setImport({ fileName, phase: 'asking', share: 1, question: outcome.question })
      return
    }
    end()
    if (outcome.kind === 'failed') fail(fileName, outcome)
    else store.getState().updateSession((session) => addOwnLayer(session, outcome.layer))
  }
  const crash = (mine: Running, fileName: string, error: unknown): void =>
    settle(mine, fileName, { kind: 'failed', issues: [describeCrash(error)] })

  /** Ends the worker from outside where it does not answer. */
  const watchOver = (mine: Running, fileName: string): void => {
    watch = watchImport(IMPORT_LIMITS, (seconds) => settle(mine, fileName, { kind: 'failed', issues: [failOnTime(seconds).issue] }))
  }

  return {
    open: (file) => {
      if (running !== null) return false
      const mine = startWorker()
      running = mine
      watchOver(mine, file.name)
      setImport({ fileName: file.name, phase: 'reading', share: 0, question: null })
      const colour = nextOwnColour(store.getState().session.ownLayers.map((layer) => layer.colour))
      const head = { id: `file-${++opened}`, name: file.name, credit: null, colour }
      const onProgress = (share: number): void => {
        if (running !== mine) return
        watch?.sign()
        setImport({ fileName: file.name, phase: share < 1 ? 'reading' : 'placing', share, question: null })
      }
      mine.service.open(file, head, proxy(onProgress)).then(
        (outcome) => settle(mine, file.name, outcome),
        (error: unknown) => crash(mine, file.name, error),
      )
      return true
    },
    answer: (choice) => {
      const mine = running
      const { ownImport } = store.getState().session
      if (mine === null || ownImport === null) return
      setImport({ ...ownImport, phase: 'placing', question: null })
      watchOver(mine, ownImport.fileName)
      mine.service.place(choice).then(
        (outcome) => settle(mine, ownImport.fileName, outcome),
        (error: unknown) => crash(mine, ownImport.fileName, error),
      )
    },
    cancel: end,
  }
}
