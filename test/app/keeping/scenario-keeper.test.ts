// It puts its classes where a browser has them.
// oxlint-disable-next-line import/no-unassigned-import
import 'fake-indexeddb/auto'
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createJournal, type JournalStorage } from '../../../src/app/keeping/journal.ts'
import { createScenarioKeeper, type TabChannel } from '../../../src/app/keeping/scenario-keeper.ts'
import { CITIES, CITY_IDS } from '../../../src/cities/index.ts'
import { createScenarioStorage } from '../../../src/io/scenarios/scenario-storage.ts'
import { renameScenario } from '../../../src/scenario/change/change-scenario.ts'
import { parseScenario } from '../../../src/scenario/parse/parse-scenario.ts'
import type { Retrofit } from '../../../src/scenario/types.ts'
import { DEFAULT_APP_STATE, startSession } from '../../../src/state/defaults.ts'
import { changeScenario, putEdit, undoScenario } from '../../../src/state/scenario-session.ts'
import { createAppStore } from '../../../src/state/store.ts'

const retrofit = (id: string, pack: Retrofit['package'] = 'light'): Retrofit => ({
  kind: 'retrofit',
  id,
  cityIds: [...CITY_IDS],
  selector: { uses: ['apartments'] },
  package: pack,
})

/** Storage of a browser as far as the journal needs it, shared by its tabs. */
function fakeStorage(): JournalStorage {
  const items = new Map<string, string>()
  return {
    get length() {
      return items.size
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  }
}

let listeners: { tab: string; heard: (id: string) => void }[] = []
let local = fakeStorage()
let now = 0

interface TabOptions {
  readonly isDeaf?: boolean
}

/** A tab of one browser: a store, and what keeps its scenarios. */
function openTab(name: string, { isDeaf = false }: TabOptions = {}) {
  const store = createAppStore(DEFAULT_APP_STATE, startSession())
  const channel: TabChannel = {
    post: (id) => listeners.filter(({ tab }) => tab !== name).forEach(({ heard }) => heard(id)),
    listen: (heard) => void (isDeaf || listeners.push({ tab: name, heard })),
  }
  let remembered: string | null = null
  const keeper = createScenarioKeeper(store, {
    storage: createScenarioStorage(),
    channel,
    journal: createJournal(() => local, name),
    parse: (value) => parseScenario(value, { cities: CITIES }),
    rememberOpen: (id) => {
      remembered = id
    },
    nameOther: (text) => `${text} (other tab)`,
    nameCopy: (text) => `${text} (copy)`,
    now: () => new Date(Date.UTC(2026, 0, 1) + now++ * 1000),
  })
  const session = () => store.getState().session
  return {
    keeper,
    session,
    put: (edit: Retrofit) => store.getState().updateSession((before) => putEdit(before, edit)),
    name: (text: string) =>
      store.getState().updateSession((before) => changeScenario(before, (scenario) => renameScenario(scenario, text))),
    undo: () => store.getState().updateSession(undoScenario),
    editIds: () => session().scenario?.edits.map(({ id }) => id),
    names: () => session().keeping.list?.map(({ name: text }) => text),
    remembered: () => remembered,
    /** Until all that is under way is done. */
    rest: async () => {
      for (let round = 0; round < 20; round++) await new Promise((resolve) => setTimeout(resolve, 0))
    },
  }
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  listeners = []
  local = fakeStorage()
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const failPut = (name: string) =>
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('injected', name)
  })

describe('one tab', () => {
  test('keeps each confirmed change at once, and opens it again after a reload', async () => {
    const tab = openTab('one')
    tab.keeper.create('Plan')
    tab.put(retrofit('a'))
    tab.put(retrofit('b'))
    await tab.rest()
    expect(tab.keeper.hasUnsaved()).toBe(false)
    const next = openTab('reloaded')
    await next.keeper.resume(tab.remembered())
    expect(next.session().scenario).toEqual(tab.session().scenario)
    expect(next.names()).toEqual(['Plan'])
  })

  test('keeps what undo came back to', async () => {
    const tab = openTab('one')
    tab.keeper.create('Plan')
    tab.put(retrofit('a'))
    await tab.rest()
    tab.undo()
    await tab.rest()
    const next = openTab('reloaded')
    await next.keeper.resume(tab.remembered())
    expect(next.editIds()).toEqual([])
  })

  test('keeps several scenarios: duplicates, renames, removes, and takes back what was removed', async () => {
    const tab = openTab('one')
    tab.keeper.create('Plan')
    tab.put(retrofit('a'))
    await tab.rest()
    const first = tab.remembered() as string
    await tab.keeper.duplicate(first, 'Second')
    await tab.rest()
    expect(tab.session().scenario).toMatchObject({ name: 'Second', edits: [retrofit('a')] })
    await tab.keeper.rename(first, 'First')
    expect(tab.names()?.toSorted()).toEqual(['First', 'Second'])
    await tab.keeper.remove(first)
    expect(tab.names()).toEqual(['Second'])
    expect(tab.session().keeping.removed).toEqual({ id: first, name: 'First' })
    await tab.keeper.undoRemove()
    expect(tab.names()?.toSorted()).toEqual(['First', 'Second'])
    expect((await tab.keeper.read(first))?.edits).toEqual([retrofit('a')])
  })

  test('that is closed before a write is done leaves it in the journal for the next', async () => {
    const tab = openTab('one')
    tab.keeper.create('Plan')
    await tab.rest()
    failPut('UnknownError')
    tab.put(retrofit('a'))
    tab.keeper.leave()
    vi.restoreAllMocks()
    const next = openTab('next')
    await next.keeper.resume(tab.remembered())
    expect(next.editIds()).toEqual(['a'])
    expect(next.session().keeping.news).toEqual({ kind: 'recovered', name: 'Plan' })
    expect(local.length).toBe(0)
    expect((await createScenarioStorage().read(tab.remembered() as string))?.revision).toBe(2)
  })

  test('takes no harm from a journal of nonsense', async () => {
    local.setItem('kaksik.unsaved.x', '[{"scenario":{"format":"other"}},7,null')
    local.setItem('kaksik.unsaved.y', '[{"scenario":{"format":"other"}},7,null]')
    const tab = openTab('one')
    await tab.keeper.resume(null)
    expect(tab.session().keeping).toMatchObject({ list: [], fault: null })
    expect(local.length).toBe(0)
  })
})

describe('a storage that fails', () => {
  test.each([
    ['QuotaExceededError', 'full'],
    ['UnknownError', 'broken'],
  ] as const)('with %s: work goes on, it is said at once, and all is kept once there is room', async (error, fault) => {
    const tab = openTab('one')
    tab.keeper.create('Plan')
    await tab.rest()
    failPut(error)
    tab.put(retrofit('a'))
    await tab.rest()
    expect(tab.session().keeping.fault).toBe(fault)
    expect(tab.keeper.hasUnsaved()).toBe(true)
    tab.put(retrofit('b'))
    await tab.rest()
    expect(tab.editIds()).toEqual(['a', 'b'])
    expect(tab.session().keeping.list).toMatchObject([{ name: 'Plan', editCount: 2, isKept: false }])
    vi.restoreAllMocks()
    await tab.keeper.retry()
    expect(tab.session().keeping).toMatchObject({ fault: null, list: [{ editCount: 2, isKept: true }] })
  })

  test('by being closed: scenarios live in the tab, several of them, and can be thrown away', async () => {
    vi.stubGlobal('indexedDB', undefined)
    const tab = openTab('one')
    await tab.keeper.resume(null)
    expect(tab.session().keeping.fault).toBe('closed')
    tab.keeper.create('First')
    tab.put(retrofit('a'))
    await tab.rest()
    const first = tab.remembered() as string
    tab.keeper.create('Second')
    await tab.rest()
    expect(tab.names()?.toSorted()).toEqual(['First', 'Second'])
    await tab.keeper.open(first)
    expect(tab.editIds()).toEqual(['a'])
    await tab.keeper.remove(first)
    expect(tab.names()).toEqual(['Second'])
    await tab.keeper.undoRemove()
    expect(tab.names()?.toSorted()).toEqual(['First', 'Second'])
    // A reload finds it by the journal.
    tab.keeper.leave()
    const next = openTab('next')
    await next.keeper.resume(first)
    expect(next.editIds()).toEqual(['a'])
  })
})

describe('two tabs', () => {
  async function openBoth(options?: TabOptions) {
    const one = openTab('one', options)
    one.keeper.create('Plan')
    one.put(retrofit('a'))
    await one.rest()
    const two = openTab('two', options)
    await two.keeper.resume(one.remembered())
    expect(two.editIds()).toEqual(['a'])
    return { one, two }
  }

  test('a change of one shows in the other, which can undo it', async () => {
    const { one, two } = await openBoth()
    one.put(retrofit('b'))
    await one.rest()
    expect(two.editIds()).toEqual(['a', 'b'])
    expect(two.session().keeping.news).toEqual({ kind: 'changed-elsewhere', name: 'Plan' })
    two.undo()
    await two.rest()
    expect(one.editIds()).toEqual(['a'])
  })

  test('changes of both that do not touch are made one', async () => {
    const { one, two } = await openBoth({ isDeaf: true })
    one.put(retrofit('b'))
    await one.rest()
    two.put(retrofit('c'))
    await two.rest()
    expect(two.editIds()?.toSorted()).toEqual(['a', 'b', 'c'])
    expect(two.session().keeping.news).toEqual({ kind: 'merged', name: 'Plan' })
    await one.keeper.lookAgain()
    expect(one.editIds()?.toSorted()).toEqual(['a', 'b', 'c'])
  })

  test('changes of both to one thing are both kept, the other one as a copy', async () => {
    const { one, two } = await openBoth({ isDeaf: true })
    one.put(retrofit('a', 'deep'))
    await one.rest()
    two.put(retrofit('a', 'standard'))
    await two.rest()
    expect(two.session().scenario?.edits).toEqual([retrofit('a', 'standard')])
    expect(two.names()?.toSorted()).toEqual(['Plan', 'Plan (other tab)'])
    const copyId = two.session().keeping.list?.find(({ name }) => name === 'Plan (other tab)')?.id as string
    expect((await two.keeper.read(copyId))?.edits).toEqual([retrofit('a', 'deep')])
    expect(two.session().keeping.news).toEqual({ kind: 'copied', name: 'Plan (other tab)' })
  })

  test('what one removed stays open in the other, is said, and is kept again with its next change', async () => {
    const { one, two } = await openBoth()
    await one.keeper.remove(one.remembered() as string)
    await one.rest()
    expect(two.session().keeping.news).toEqual({ kind: 'removed-elsewhere', name: 'Plan' })
    expect(two.editIds()).toEqual(['a'])
    two.put(retrofit('b'))
    await two.rest()
    expect(two.names()).toEqual(['Plan'])
  })

  test('what a later version of the app wrote is not written over', async () => {
    const { one } = await openBoth({ isDeaf: true })
    const storage = createScenarioStorage()
    const id = one.remembered() as string
    const record = await storage.read(id)
    await storage.remove(id)
    await storage.restore({ ...(record as NonNullable<typeof record>), revision: 40, scenario: { version: 99 } })
    one.put(retrofit('b'))
    await one.rest()
    expect((await storage.read(id))?.scenario).toEqual({ version: 99 })
    expect(one.session().scenario).toMatchObject({ name: 'Plan (copy)', edits: [{ id: 'a' }, { id: 'b' }] })
    expect(one.names()?.toSorted()).toEqual(['Plan', 'Plan (copy)'])
  })
})
