import { describe, expect, test } from 'vitest'
import { DEFAULT_APP_STATE, startSession } from '../../src/state/defaults.ts'
import { createAppStore, type Store } from '../../src/state/store.ts'
import { watch, watchChanges } from '../../src/state/watch.ts'

const createStore = () => createAppStore(DEFAULT_APP_STATE, startSession())
const setMinutes = (store: ReturnType<typeof createStore>, minutes: number) => store.getState().update((app) => ({ ...app, minutes }))

describe('watch', () => {
  test('applies what is there at once, and then each change once', () => {
    const store = createStore()
    const seen: number[] = []
    watch(
      store,
      ({ app }) => app.minutes,
      (minutes) => seen.push(minutes),
    )
    expect(seen).toEqual([DEFAULT_APP_STATE.minutes])
    setMinutes(store, 60)
    setMinutes(store, 60)
    setMinutes(store, 61)
    expect(seen).toEqual([DEFAULT_APP_STATE.minutes, 60, 61])
  })

  test('is not called for changes of what it does not take', () => {
    const store = createStore()
    let calls = 0
    watch(
      store,
      ({ app }) => app.theme,
      () => {
        calls++
      },
    )
    setMinutes(store, 60)
    store.getState().updateSession((session) => ({ ...session, layerRetries: 7 }))
    expect(calls).toBe(1)
  })

  test('compares the members of a list that is gathered anew', () => {
    const store = createStore()
    const seen: (readonly [string, number])[] = []
    const take = ({ app }: Store) => [app.date, app.minutes] as const
    watch(store, take, (pair) => seen.push(pair))
    store.getState().update((app) => ({ ...app, shadows: !app.shadows }))
    expect(seen).toHaveLength(1)
    setMinutes(store, 5)
    expect(seen.at(-1)).toEqual([DEFAULT_APP_STATE.date, 5])
  })

  test('a list that became longer or shorter is a change', () => {
    const store = createStore()
    const lengths: number[] = []
    const addRetries = (count: number) => store.getState().updateSession((session) => ({ ...session, layerRetries: count }))
    watch(
      store,
      ({ session }) => Array.from({ length: session.layerRetries }, () => 'same'),
      (list) => lengths.push(list.length),
    )
    addRetries(2)
    addRetries(1)
    expect(lengths).toEqual([0, 2, 1])
  })

  test('sees the last state where applying it changes the store', () => {
    const store = createStore()
    const first: number[] = []
    const second: number[] = []
    watch(
      store,
      ({ app }) => app.minutes,
      (minutes) => {
        first.push(minutes)
        if (minutes === 10) setMinutes(store, 20)
      },
    )
    watch(
      store,
      ({ app }) => app.minutes,
      (minutes) => second.push(minutes),
    )
    setMinutes(store, 10)
    expect(first.slice(1)).toEqual([10, 20])
    expect(second.at(-1)).toBe(20)
    expect(second.filter((minutes) => minutes === 20)).toHaveLength(1)
  })

  test('an ended watch hears nothing, also when it is ended by another listener of the same change', () => {
    const store = createStore()
    let calls = 0
    const ends: (() => void)[] = []
    watch(
      store,
      ({ app }) => app.minutes,
      (minutes) => {
        if (minutes === 10) for (const end of ends) end()
      },
    )
    ends.push(
      watch(
        store,
        ({ app }) => app.minutes,
        () => {
          calls++
        },
      ),
    )
    setMinutes(store, 10)
    setMinutes(store, 11)
    expect(calls).toBe(1)
  })
})

test('watchChanges leaves out how it is now', () => {
  const store = createStore()
  const seen: number[] = []
  watchChanges(
    store,
    ({ app }) => app.minutes,
    (minutes) => seen.push(minutes),
  )
  expect(seen).toEqual([])
  setMinutes(store, 60)
  expect(seen).toEqual([60])
})
