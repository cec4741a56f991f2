import type { CityId } from '../cities/index.ts'
import { setProgress } from '../state/session-transitions.ts'
import type { AppStore, CityProgress } from '../state/store.ts'

const WRITE_EVERY_MILLISECONDS = 150

export interface ProgressMeter {
  /** Things still to be loaded or drawn; the share is counted against the most there ever were. */
  readonly setPending: (pending: number, isComplete: boolean) => void
  readonly fail: (message: string) => void
  readonly dispose: () => void
}

/** Writes a city's loading into the session, not oftener than a person can read it. */
export function createProgressMeter(store: AppStore, cityId: CityId): ProgressMeter {
  let most = 1
  let wanted: CityProgress = { status: 'loading', share: 0, failure: null }
  let timer: ReturnType<typeof setTimeout> | null = null
  let isDisposed = false

  const write = (): void => {
    timer = null
    if (isDisposed) return
    const known = store.getState().session.progress[cityId]
    if (known.status === wanted.status && known.share === wanted.share && known.failure === wanted.failure) return
    store.getState().updateSession((session) => setProgress(session, cityId, wanted))
  }
  const plan = (next: CityProgress): void => {
    wanted = next
    timer ??= setTimeout(write, WRITE_EVERY_MILLISECONDS)
  }
  plan(wanted)

  return {
    setPending: (pending, isComplete) => {
      if (wanted.status === 'failed') return
      most = Math.max(most, pending)
      // Once complete, the few tiles of a later move are not a loading city.
      if (wanted.status === 'ready') return
      plan(
        isComplete
          ? { status: 'ready', share: 1, failure: null }
          : { status: 'loading', share: Math.max(wanted.share, Math.round((1 - pending / most) * 95) / 100), failure: null },
      )
    },
    fail: (failure) => plan({ status: 'failed', share: wanted.share, failure }),
    dispose: () => {
      isDisposed = true
      if (timer !== null) clearTimeout(timer)
    },
  }
}
