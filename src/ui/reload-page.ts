import type { AppStore } from '../state/store.ts'
import { writeUrl } from '../state/url/url.ts'

/** Loads the page again with the state as it stands: the address is written at rest, and a reload does not wait for that. */
export function reloadPage(store: AppStore): void {
  history.replaceState(null, '', writeUrl(store.getState().app) + location.hash)
  location.reload()
}
