import type { CrsChoice, CrsQuestion } from '../../layers/own/own-import.ts'
import type { OwnIssue, OwnLayer } from '../../layers/own/own-layer.ts'
import { createImportBudget } from './budget.ts'
import { createFeatureCollector, type CollectedFeatures } from './collect-features.ts'
import { decideCrs } from './crs/guess-crs.ts'
import { createIssueLog, ImportFailure, WHOLE_FILE, type IssueLog } from './issue-log.ts'
import { IMPORT_LIMITS, type ImportLimits } from './limits.ts'
import { finishOwnLayer, type OwnLayerHead } from './make-own-layer.ts'
import { readGeoJson } from './readers/read-geojson.ts'
import { sniffFormat } from './readers/sniff-format.ts'

/** A file came to a layer, to a question, or to nothing. */
export type ImportOutcome =
  | { readonly kind: 'layer'; readonly layer: OwnLayer }
  | { readonly kind: 'question'; readonly question: CrsQuestion }
  | { readonly kind: 'failed'; readonly issues: readonly OwnIssue[] }

/** Opens one file. A second file takes a service (and a worker) of its own, so that stopping is ending it. */
export interface ImportService {
  /** @param onProgress share that is read, 0-1 */
  readonly open: (file: Blob, head: OwnLayerHead, onProgress?: (share: number) => void) => Promise<ImportOutcome>
  /** Answers the question that `open` came to. */
  readonly place: (choice: CrsChoice) => Promise<ImportOutcome>
}

interface Waiting {
  readonly head: OwnLayerHead
  readonly collected: CollectedFeatures
  readonly log: IssueLog
}

export function createImportService(limits: ImportLimits = IMPORT_LIMITS): ImportService {
  let waiting: Waiting | null = null

  const place = async (choice: CrsChoice): Promise<ImportOutcome> => {
    if (waiting === null) throw new Error('No file waits for its coordinate system')
    const { head, collected, log } = waiting
    const layer = finishOwnLayer(head, collected, choice, log)
    return layer.counts.shown > 0 ? { kind: 'layer', layer } : { kind: 'failed', issues: gravest(layer.issues) }
  }

  return {
    place,
    open: async (file, head, onProgress = () => {}) => {
      const log = createIssueLog()
      try {
        if (file.size > limits.fileBytes) {
          throw new ImportFailure('imports.issue.fileLarge', WHOLE_FILE, {
            found: Math.ceil(file.size / 1e6),
            most: Math.round(limits.fileBytes / 1e6),
          })
        }
        const bytes = new Uint8Array(await readBytes(file))
        const format = sniffFormat(bytes, head.name)
        const collector = createFeatureCollector(log, format === 'csv' ? 'line' : 'feature', limits)
        const context = { log, limits, budget: createImportBudget(limits, file.size), onProgress: throttle(onProgress) }
        // The readers of binary formats are large, and most files are neither.
        const { declared, isDegrees } =
          format === 'geojson'
            ? { declared: readGeoJson(bytes, collector, context), isDegrees: true }
            : format === 'csv'
              ? await (await import('./readers/read-csv.ts')).readCsv(bytes, collector, context)
              : format === 'shapefile'
                ? {
                    declared: await (await import('./readers/read-shapefile.ts')).readShapefile(bytes, collector, context),
                    isDegrees: false,
                  }
                : { declared: (await import('./readers/read-flatgeobuf.ts')).readFlatGeobuf(bytes, collector, context), isDegrees: false }
        const collected = collector.finish()
        if (collected.rowNumbers.length === 0) return { kind: 'failed', issues: gravest(log.list(), collected.read) }
        waiting = { head, collected, log }
        const decision = decideCrs(collected, declared, isDegrees, log)
        return 'options' in decision ? { kind: 'question', question: decision } : await place(decision)
      } catch (error) {
        if (error instanceof ImportFailure) return { kind: 'failed', issues: [error.issue] }
        // A reader that stumbled over what no check foresaw: the file is told, and the app goes on.
        const found = error instanceof Error ? error.message.slice(0, 120) : String(error)
        return {
          kind: 'failed',
          issues: [{ severity: 'error', messageKey: 'imports.issue.unreadable', place: WHOLE_FILE, values: { found }, count: 1 }],
        }
      }
    },
  }
}

async function readBytes(file: Blob): Promise<ArrayBuffer> {
  try {
    return await file.arrayBuffer()
  } catch {
    // Moved, changed or locked since it was chosen.
    throw new ImportFailure('imports.issue.notRead', WHOLE_FILE)
  }
}

/** Nothing shows: the first of the reasons stands for all, or that there were no features. */
function gravest(issues: readonly OwnIssue[], read = 1): readonly OwnIssue[] {
  const reasons = issues.filter(({ severity }) => severity !== 'note')
  if (reasons.length > 0) return reasons
  return [{ severity: 'error', messageKey: 'imports.issue.noFeatures', place: WHOLE_FILE, values: { found: read }, count: 1 }]
}

/** No more than a hundred reports a file: each is a message to another thread. */
function throttle(report: (share: number) => void): (share: number) => void {
  let last = -1
  return (share) => {
    if (share - last < 0.01) return
    last = share
    report(share)
  }
}
