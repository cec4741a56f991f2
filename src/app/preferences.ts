import { LANGUAGES, type Language } from '../cities/city.ts'
import type { AppState } from '../state/app-state.ts'
import type { AppStore } from '../state/store.ts'

/** The first script of the page reads the same keys, before anything else runs (see first-paint.ts). */
const LANGUAGE_KEY = 'kaksik.language'
const THEME_KEY = 'kaksik.theme'

const THEMES: readonly AppState['theme'][] = ['system', 'light', 'dark']

/** What the visitor chose at an earlier visit. */
export interface Preferences {
  readonly language?: Language
  readonly theme?: AppState['theme']
}

/** Reads what was kept; anything that is no choice of ours, and a closed storage, count as nothing. */
export function readPreferences(open: () => Pick<Storage, 'getItem'>): Preferences {
  try {
    const storage = open()
    const language = LANGUAGES.find((known) => known === storage.getItem(LANGUAGE_KEY))
    const theme = THEMES.find((known) => known === storage.getItem(THEME_KEY))
    return { ...(language === undefined ? {} : { language }), ...(theme === undefined ? {} : { theme }) }
  } catch {
    // Storage may be closed to a page, e.g. in a frame of another site.
    return {}
  }
}

/**
 * Keeps language and theme for the next visit whenever the visitor chooses another; what only a link says is
 * not kept. Returns a function that stops it.
 */
export function wirePreferences(store: AppStore, open: () => Pick<Storage, 'setItem'>): () => void {
  return store.subscribe(({ app: now }, { app: before }) => {
    if (now.language === before.language && now.theme === before.theme) return
    try {
      if (now.language !== before.language) open().setItem(LANGUAGE_KEY, now.language)
      if (now.theme !== before.theme) open().setItem(THEME_KEY, now.theme)
    } catch {
      // Nothing depends on it: the next visit starts with the browser's choice.
    }
  })
}
