import { addTrouble } from '../state/session-transitions.ts'
import type { AppStore } from '../state/store.ts'

/** Looked no more often than this when the page comes into sight again. */
const LEAST_INTERVAL_MILLISECONDS = 60_000

export interface VersionEffects {
  /** The entry script that this page runs, as its own HTML names it; null in a page that has none. */
  readonly running: string | null
  /** The one that the server's page names now; null where that cannot be known. */
  readonly readServed: () => Promise<string | null>
  readonly page: Pick<Document, 'addEventListener' | 'removeEventListener' | 'visibilityState'>
  /** Hears of parts that could not be fetched (Vite's event `vite:preloadError`). */
  readonly window: Pick<Window, 'addEventListener' | 'removeEventListener'>
  readonly now: () => number
}

/**
 * Notices that the server has another version of the app, when a part cannot be fetched and when the page is
 * looked at again, and offers it; the page is never loaded again by itself. Returns a function that stops it.
 */
export function wireVersion(store: AppStore, { running, readServed, page, window, now }: VersionEffects): () => void {
  if (running === null) return () => undefined
  let lookedAt = Number.NEGATIVE_INFINITY
  const look = async (): Promise<void> => {
    lookedAt = now()
    const served = await readServed()
    if (served === null || served === running) return
    store.getState().updateSession((session) => addTrouble(session, { kind: 'version' }))
  }
  const onMissingPart = (): void => void look()
  const onVisible = (): void => {
    if (page.visibilityState === 'visible' && now() - lookedAt >= LEAST_INTERVAL_MILLISECONDS) void look()
  }
  window.addEventListener('vite:preloadError', onMissingPart)
  page.addEventListener('visibilitychange', onVisible)
  return () => {
    window.removeEventListener('vite:preloadError', onMissingPart)
    page.removeEventListener('visibilitychange', onVisible)
  }
}
