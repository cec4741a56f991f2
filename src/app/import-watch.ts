import type { ImportLimits } from '../io/imports/limits.ts'

/** Looks after a worker that may be in a loop and then hears nothing. */
export interface ImportWatch {
  /** The worker gave a sign of life. */
  readonly sign: () => void
  /** The worker has answered, or is gone. */
  readonly stop: () => void
}

/**
 * Readers keep to their own budget; this is for one that does not come to look at it.
 *
 * @param onEnd called once, with the seconds that were waited, where the worker gave no sign for too long or takes too long in all
 */
export function watchImport(
  { seconds, silentSeconds }: Pick<ImportLimits, 'seconds' | 'silentSeconds'>,
  onEnd: (seconds: number) => void,
): ImportWatch {
  const end = (waited: number): void => {
    stop()
    onEnd(waited)
  }
  // A little longer than the worker gives itself, whose own word says more.
  const whole = setTimeout(() => end(seconds), (seconds + silentSeconds) * 1000)
  const listen = () => setTimeout(() => end(silentSeconds), silentSeconds * 1000)
  let silent = listen()
  let isStopped = false
  const stop = (): void => {
    isStopped = true
    clearTimeout(whole)
    clearTimeout(silent)
  }
  return {
    sign: () => {
      if (isStopped) return
      clearTimeout(silent)
      silent = listen()
    },
    stop,
  }
}
