import { expect, test } from 'vitest'
import { wireSelection } from '../../src/app/wire-selection.ts'
import type { DataService } from '../../src/services/data-service.ts'
import { DEFAULT_APP_STATE, startSession } from '../../src/state/defaults.ts'
import { createAppStore } from '../../src/state/store.ts'

const SELECTION = { cityId: 'tallinn', kind: 'district', id: 'unknown' } as const

test('a place of a link that the data do not have is dropped and told', async () => {
  const store = createAppStore({ ...DEFAULT_APP_STATE, selection: SELECTION }, startSession())
  wireSelection(store, { card: async () => null } as unknown as DataService)
  await new Promise((resolve) => {
    setImmediate(resolve)
  })
  expect(store.getState().app.selection).toBeNull()
  expect(store.getState().session.unknownPlace).toEqual(SELECTION)
})

test('a place whose data cannot be read just now stays selected', async () => {
  const store = createAppStore({ ...DEFAULT_APP_STATE, selection: SELECTION }, startSession())
  wireSelection(store, { card: () => Promise.reject(new Error('503')) } as unknown as DataService)
  await new Promise((resolve) => {
    setImmediate(resolve)
  })
  expect(store.getState().app.selection).toEqual(SELECTION)
})
