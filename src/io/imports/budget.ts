import { ImportFailure, WHOLE_FILE } from './issue-log.ts'
import type { ImportLimits } from './limits.ts'

/** What one import may cost. Readers say what they are about to do, and are stopped before they do too much. */
export interface ImportBudget {
  /**
   * Counts work: bytes looked at, points, values.
   *
   * @throws ImportFailure beyond what the size of the file can justify, or beyond the time
   */
  readonly spend: (steps: number) => void
  /**
   * Asks for memory that is held at once.
   *
   * @throws ImportFailure beyond the limit, before anything is taken
   */
  readonly claim: (bytes: number) => void
}

const STEPS_BETWEEN_LOOKS_AT_THE_CLOCK = 100_000

/**
 * @param fileBytes what is honestly there to be read: work may grow with it and with nothing that the file only announces
 * @param now milliseconds of any clock
 */
export function createImportBudget(limits: ImportLimits, fileBytes: number, now: () => number = () => performance.now()): ImportBudget {
  const most = limits.steps + fileBytes * limits.stepsPerByte
  const end = now() + limits.seconds * 1000
  let [spent, nextLook] = [0, 0]
  return {
    spend: (steps) => {
      spent += steps
      // Written so that a number that is none is too many.
      if (!(spent <= most)) throw new ImportFailure('imports.issue.budgetSteps', WHOLE_FILE)
      if (spent < nextLook) return
      nextLook = spent + STEPS_BETWEEN_LOOKS_AT_THE_CLOCK
      if (now() > end) throw failOnTime(limits.seconds)
    },
    claim: (bytes) => {
      if (!(bytes <= limits.memoryBytes))
        throw new ImportFailure('imports.issue.budgetMemory', WHOLE_FILE, { most: Math.round(limits.memoryBytes / 1e6) })
    },
  }
}

/** Why an import was stopped that took too long, by itself or from outside. */
export function failOnTime(seconds: number): ImportFailure {
  return new ImportFailure('imports.issue.budgetTime', WHOLE_FILE, { most: seconds })
}
