// It puts its classes where a browser has them.
// oxlint-disable-next-line import/no-unassigned-import
import 'fake-indexeddb/auto'
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb'
import { openDB } from 'idb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { emptyScenario } from '../../../src/scenario/change/create-scenario.ts'
import { renameScenario } from '../../../src/scenario/change/change-scenario.ts'
import { createScenarioStorage } from '../../../src/io/scenarios/scenario-storage.ts'

const scenario = (id: string, day = 1) => emptyScenario(`Plan ${id}`, new Date(Date.UTC(2026, 0, day)), id)

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('scenarios in the storage of the browser', () => {
  test('are listed, the one changed last first, and read as they were written', async () => {
    const storage = createScenarioStorage()
    await storage.write(scenario('a', 1), null)
    await storage.write(scenario('b', 2), null)
    expect(await storage.list()).toEqual([
      { id: 'b', name: 'Plan b', changedAt: '2026-01-02T00:00:00.000Z', editCount: 0, problem: null },
      { id: 'a', name: 'Plan a', changedAt: '2026-01-01T00:00:00.000Z', editCount: 0, problem: null },
    ])
    expect((await createScenarioStorage().read('a'))?.scenario).toEqual(scenario('a'))
    expect(await storage.read('nowhere')).toBeNull()
  })

  test('are never written over by who has not seen the last version', async () => {
    const [one, other] = [createScenarioStorage(), createScenarioStorage()]
    expect(await one.write(scenario('a'), null)).toEqual({ kind: 'written', revision: 1 })
    const named = renameScenario(scenario('a'), 'By the other')
    expect(await other.write(named, 1)).toEqual({ kind: 'written', revision: 2 })
    expect(await one.write(renameScenario(scenario('a'), 'By the first'), 1)).toMatchObject({ kind: 'conflict', record: { revision: 2 } })
    expect((await one.read('a'))?.name).toBe('By the other')
    expect(await other.write(scenario('a'), null)).toMatchObject({ kind: 'conflict' })
  })

  test('can be had back after they were removed, and never in the place of a newer one', async () => {
    const storage = createScenarioStorage()
    await storage.write(scenario('a'), null)
    const record = await storage.remove('a')
    expect(await storage.list()).toEqual([])
    if (record === null) throw new Error('Expected the removed record')
    await storage.restore(record)
    expect((await storage.read('a'))?.scenario).toEqual(scenario('a'))
    expect((await storage.read('a'))?.revision).toBe(2)
    await storage.restore({ ...record, name: 'Older' })
    expect((await storage.read('a'))?.name).toBe('Plan a')
  })

  test('of a later version, or that are none, are said to be so', async () => {
    const storage = createScenarioStorage()
    await storage.write(scenario('a'), null)
    const database = await openDB('kaksik', 1)
    await database.put('scenarios', { id: 'b', name: 'Later', scenario: { version: 99 } })
    await database.put('scenarios', { id: 'c', scenario: 'nonsense' })
    database.close()
    const problems = new Map((await storage.list()).map(({ id, problem }) => [id, problem]))
    expect(problems).toEqual(
      new Map([
        ['a', null],
        ['b', 'newer'],
        ['c', 'broken'],
      ]),
    )
  })
})

describe('a storage that fails', () => {
  test('by being full says so, and is asked again with the next write', async () => {
    const storage = createScenarioStorage()
    await storage.list()
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError')
    })
    await expect(storage.write(scenario('a'), null)).rejects.toMatchObject({ fault: 'full' })
    put.mockRestore()
    expect(await storage.write(scenario('a'), null)).toMatchObject({ kind: 'written' })
  })

  test('by being closed to the page says so', async () => {
    vi.stubGlobal('indexedDB', undefined)
    await expect(createScenarioStorage().list()).rejects.toMatchObject({ fault: 'closed' })
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('private', 'SecurityError')
      },
    })
    await expect(createScenarioStorage().list()).rejects.toMatchObject({ fault: 'closed' })
  })

  test('by being of a later version of the app says so', async () => {
    ;(await openDB('kaksik', 7)).close()
    await expect(createScenarioStorage().list()).rejects.toMatchObject({ fault: 'newer' })
  })

  test('by having none of its tables says so', async () => {
    ;(await openDB('kaksik', 1)).close()
    await expect(createScenarioStorage().write(scenario('a'), null)).rejects.toMatchObject({ fault: 'broken' })
  })

  test('by never answering is waited for a while only', async () => {
    vi.useFakeTimers()
    vi.stubGlobal('indexedDB', { open: () => Object.assign(new EventTarget(), { result: null, error: null }) })
    // idb takes requests by their class.
    vi.stubGlobal('IDBRequest', EventTarget)
    vi.stubGlobal('IDBOpenDBRequest', EventTarget)
    const answer = createScenarioStorage()
      .list()
      .catch((error: unknown) => error)
    await vi.advanceTimersByTimeAsync(5000)
    expect(await answer).toMatchObject({ fault: 'blocked' })
  })

  test('by being taken over by a later version of the app lets it, and says so', async () => {
    const storage = createScenarioStorage()
    await storage.write(scenario('a'), null)
    // A later version takes the storage over: this tab lets go, and is not in its way.
    const later = await openDB('kaksik', 2)
    later.close()
    await expect(storage.list()).rejects.toMatchObject({ fault: 'newer' })
  })
})
