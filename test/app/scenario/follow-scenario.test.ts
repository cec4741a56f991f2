import { expect, test, vi } from 'vitest'
import { followScenario } from '../../../src/app/scenario/follow-scenario.ts'
import { CITY_IDS } from '../../../src/cities/index.ts'
import type { FoundBuilding } from '../../../src/layers/planned/types.ts'
import { emptyScenario } from '../../../src/scenario/change/create-scenario.ts'
import type { Edit } from '../../../src/scenario/types.ts'
import { DEFAULT_APP_STATE, startSession } from '../../../src/state/defaults.ts'
import { changeScenario, openScenario, putEdit, setShowsBefore } from '../../../src/state/scenario-session.ts'
import { createAppStore } from '../../../src/state/store.ts'

const [CITY] = CITY_IDS
const park = (id: string): Edit => ({
  kind: 'add-park',
  id,
  cityId: CITY,
  area: [
    [
      [24, 60],
      [24.001, 60],
      [24, 60.001],
    ],
  ],
})
const removal: Edit = {
  kind: 'remove-building',
  id: 'r',
  cityId: CITY,
  building: { id: 'b1', position: [24, 60], footprintSquareMetres: 9 },
}
const light = (apply: (theme: 'light' | 'dark') => void) => {
  apply('light')
  return () => undefined
}

function start() {
  const store = createAppStore(DEFAULT_APP_STATE, startSession())
  const found = { id: 'b1', index: 5, footprint: [] } as unknown as FoundBuilding
  const findBuildings = vi.fn<() => Promise<readonly FoundBuilding[]>>(async () => [found])
  const end = followScenario(store, { findBuildings }, light)
  const { updateSession } = store.getState()
  const planned = () => store.getState().session.planned[CITY]
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0))
  return { store, findBuildings, updateSession, planned, settle, end }
}

test('what a scenario says shows, and goes with it', async () => {
  const { updateSession, planned, settle } = start()
  updateSession((session) => openScenario(session, { ...emptyScenario('Trial', new Date(0)), edits: [park('p'), removal] }))
  await settle()
  expect(planned()?.hidden).toEqual([5])
  expect(planned()?.volumes).toHaveLength(1)
  updateSession((session) => setShowsBefore(session, true))
  await settle()
  expect(planned()).toBeUndefined()
  updateSession((session) => openScenario(setShowsBefore(session, false), null))
  await settle()
  expect(planned()).toBeUndefined()
})

test('buildings are asked for once, and what stays the same is not made anew', async () => {
  const { updateSession, planned, settle, findBuildings } = start()
  updateSession((session) => openScenario(session, { ...emptyScenario('Trial', new Date(0)), edits: [removal] }))
  await settle()
  const before = planned()
  updateSession((session) => putEdit(session, park('p')))
  await settle()
  expect(findBuildings).toHaveBeenCalledTimes(1)
  expect(planned()?.hidden).toBe(before?.hidden)
  expect(planned()?.volumes).toHaveLength(1)
})

test('an answer that comes too late is not shown', async () => {
  const { updateSession, planned, settle, findBuildings } = start()
  let answer = (_found: FoundBuilding[]): void => undefined
  findBuildings.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)))
  updateSession((session) => openScenario(session, { ...emptyScenario('Trial', new Date(0)), edits: [removal] }))
  updateSession((session) => changeScenario(session, (scenario) => ({ ...scenario, edits: [park('p')] })))
  await settle()
  answer([{ id: 'b1', index: 5, footprint: [] } as unknown as FoundBuilding])
  await settle()
  expect(planned()?.hidden).toEqual([])
})
