import { expect, test } from 'vitest'
import { wireLanguage } from '../../src/app/wire-language.ts'
import type { Language } from '../../src/cities/city.ts'
import { DEFAULT_APP_STATE, startSession } from '../../src/state/defaults.ts'
import { createAppStore } from '../../src/state/store.ts'
import { setLanguage } from '../../src/state/transitions.ts'

/** A store whose texts come when the test says so. */
function start() {
  const store = createAppStore(DEFAULT_APP_STATE, startSession())
  const asked = new Map<Language, { resolve: () => void; reject: (error: Error) => void }>()
  wireLanguage(
    store,
    (language) =>
      new Promise((resolve, reject) => {
        asked.set(language, { resolve, reject })
      }),
  )
  return {
    asked,
    choose: (language: Language) => store.getState().update((app) => setLanguage(app, language)),
    read: () => ({
      chosen: store.getState().app.language,
      shown: store.getState().session.shownLanguage,
      troubles: store.getState().session.troubles,
    }),
  }
}
const settle = () =>
  new Promise((resolve) => {
    setTimeout(resolve, 0)
  })

test('the language before stays until the texts of the chosen one are there', async () => {
  const { asked, choose, read } = start()
  choose('fi')
  expect(read()).toEqual({ chosen: 'fi', shown: 'en', troubles: [] })
  asked.get('fi')?.resolve()
  await settle()
  expect(read()).toEqual({ chosen: 'fi', shown: 'fi', troubles: [] })
})

test('texts that come after another choice are not shown', async () => {
  const { asked, choose, read } = start()
  choose('fi')
  choose('sv')
  asked.get('sv')?.resolve()
  await settle()
  asked.get('fi')?.resolve()
  await settle()
  expect(read()).toEqual({ chosen: 'sv', shown: 'sv', troubles: [] })
})

test('texts that cannot be had are reported, the choice is taken back, and choosing again mends it', async () => {
  const { asked, choose, read } = start()
  choose('et')
  asked.get('et')?.reject(new Error('404'))
  await settle()
  expect(read()).toEqual({ chosen: 'en', shown: 'en', troubles: [{ kind: 'language', language: 'et' }] })
  choose('et')
  asked.get('et')?.resolve()
  await settle()
  expect(read()).toEqual({ chosen: 'et', shown: 'et', troubles: [] })
})
