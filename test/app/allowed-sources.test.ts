import { expect, test } from 'vitest'
import { askForSources, readAllowedSources, rememberSources } from '../../src/app/allowed-sources.ts'
import { DEFAULT_APP_STATE, startSession } from '../../src/state/defaults.ts'
import { createAppStore } from '../../src/state/store.ts'
import { setOnlineBaseMap, setOnlineModel } from '../../src/state/transitions.ts'
import { readUrl } from '../../src/state/url/url.ts'

function createStorage(kept: Record<string, string> = {}) {
  return {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => {
      kept[key] = value
    },
  }
}

test('a link proposes its online sources, and switches none on', () => {
  const store = createAppStore(DEFAULT_APP_STATE, startSession())
  const app = askForSources(store, readUrl('?online-map=1&online-model=1').state, createStorage())
  expect([app.onlineBaseMap, app.onlineModel]).toEqual([false, false])
  expect(store.getState().session.proposedSources).toEqual(['onlineBaseMap', 'onlineModel'])
})

test('what the user switched on in this tab needs no second word, and no more than that', () => {
  const storage = createStorage()
  const store = createAppStore(DEFAULT_APP_STATE, startSession())
  rememberSources(store, storage)
  store.getState().update((app) => setOnlineBaseMap(app, true))
  store.getState().update((app) => setOnlineBaseMap(app, false))
  const app = askForSources(store, setOnlineModel(setOnlineBaseMap(DEFAULT_APP_STATE, true), true), storage)
  expect([app.onlineBaseMap, app.onlineModel]).toEqual([true, false])
  expect(store.getState().session.proposedSources).toEqual(['onlineModel'])
})

test('storage that somebody wrote to allows nothing but sources that there are', () => {
  expect(readAllowedSources(createStorage({ 'kaksik.sources': '__proto__ onlineModel language' }))).toEqual(['onlineModel'])
})
