import type { Language } from '../cities/city.ts'
import { addTrouble, showLanguage } from '../state/session-transitions.ts'
import type { AppStore } from '../state/store.ts'
import { setLanguage } from '../state/transitions.ts'

/**
 * Shows the chosen language as soon as its texts are there; until then the one before it stays. Where they
 * cannot be had, the choice is taken back and the trouble is on screen. Returns a function that stops it.
 *
 * @param load fetches the texts of a language, at once where they are there already
 */
export function wireLanguage(store: AppStore, load: (language: Language) => Promise<void>): () => void {
  const isWanted = (language: Language): boolean => store.getState().app.language === language
  const show = (language: Language): void => {
    if (!isWanted(language)) return
    store.getState().updateSession((session) => showLanguage(session, language))
  }
  const takeBack = (language: Language, error: unknown): void => {
    console.warn(error)
    if (!isWanted(language)) return
    const {
      update,
      updateSession,
      session: { shownLanguage },
    } = store.getState()
    updateSession((session) => addTrouble(session, { kind: 'language', language }))
    update((app) => setLanguage(app, shownLanguage))
  }
  return store.subscribe((now, before) => {
    const { language } = now.app
    if (language === before.app.language || language === now.session.shownLanguage) return
    load(language).then(
      () => show(language),
      (error: unknown) => takeBack(language, error),
    )
  })
}
