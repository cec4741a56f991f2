import type { AppState } from '../state/app-state.ts'
import { DEFAULT_APP_STATE } from '../state/defaults.ts'
import { readUrl, writeUrl } from '../state/url/url.ts'
import type { AppStore } from '../state/store.ts'

/** Browsers refuse more than about 100 address changes in 30 s; a camera in flight makes far more. */
const WRITE_AFTER_MILLISECONDS = 400

/**
 * Keeps the address equal to the state: writes at rest, reads when the user goes back or forward.
 * Returns a function that stops it.
 *
 * @param admit takes what a link may not do by itself out of the state that it stands for
 */
export function wireUrl(store: AppStore, admit: (app: AppState) => AppState): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const write = (): void => {
    timer = undefined
    const query = writeUrl(store.getState().app)
    if (query !== location.search) history.replaceState(null, '', query + location.hash)
  }
  const unsubscribe = store.subscribe((now, before) => {
    if (now.app === before.app) return
    if (timer !== undefined) clearTimeout(timer)
    timer = setTimeout(write, WRITE_AFTER_MILLISECONDS)
  })
  const read = (): void =>
    // What the address leaves out is the default, not what happens to be set; the language stays.
    store.getState().update(({ language }) => admit(readUrl(location.search, { ...DEFAULT_APP_STATE, language }).state))
  addEventListener('popstate', read)
  return () => {
    unsubscribe()
    removeEventListener('popstate', read)
    if (timer !== undefined) clearTimeout(timer)
  }
}
