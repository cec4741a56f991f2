import { StorageError, type KeptRecord } from '../../io/scenarios/open-database.ts'
import type { ScenarioStorage } from '../../io/scenarios/scenario-storage.ts'
import { duplicateScenario, emptyScenario } from '../../scenario/change/create-scenario.ts'
import { renameScenario, stampScenario } from '../../scenario/change/change-scenario.ts'
import { diffScenarios, isEmptyDiff } from '../../scenario/compare/diff-scenarios.ts'
import { mergeScenarios } from '../../scenario/compare/merge-scenarios.ts'
import type { ParsedScenario } from '../../scenario/parse/parse-scenario.ts'
import type { StorageFault } from '../../scenario/storage-fault.ts'
import type { Scenario } from '../../scenario/types.ts'
import { setKeeping, type KeepingNews, type ListedScenario } from '../../state/scenario-keeping.ts'
import { adoptScenario, changeScenario, openScenario } from '../../state/scenario-session.ts'
import { addTrouble, dropTrouble } from '../../state/session-transitions.ts'
import type { AppStore, Session } from '../../state/store.ts'
import { watchChanges } from '../../state/watch.ts'
import type { ScenarioActions } from '../../ui/scenario/scenario-actions.ts'
import type { Journal, JournalEntry } from './journal.ts'

/** What tabs tell each other. */
export interface TabChannel {
  readonly post: (id: string) => void
  /** Calls back with the id of a scenario that another tab wrote or removed. */
  readonly listen: (heard: (id: string) => void) => void
}

/** What the keeper needs of the page; a test gives stand-ins. */
export interface KeeperEffects {
  readonly storage: ScenarioStorage
  readonly channel: TabChannel
  readonly journal: Journal
  /** Reads a scenario out of anything. */
  readonly parse: (value: unknown) => ParsedScenario
  /** Remembers which scenario is open in this tab; null for none. */
  readonly rememberOpen: (id: string | null) => void
  /** Name of what another tab made of a scenario, where both can't be one. */
  readonly nameOther: (name: string) => string
  readonly nameCopy: (name: string) => string
  readonly now: () => Date
}

export interface ScenarioKeeper extends ScenarioActions {
  /** Takes up what an earlier page left, and opens what was open. */
  readonly resume: (openId: string | null) => Promise<void>
  /** The page may be gone in a moment: what is not kept yet goes into the journal. */
  readonly leave: () => void
  /** Looks whether another tab changed something while this one was not seen. */
  readonly lookAgain: () => Promise<void>
  /** Whether something that was confirmed stands in this tab only. */
  readonly hasUnsaved: () => boolean
}

/**
 * Keeps scenarios: each confirmed change of the open one is written at once; while a write is under way the next waits,
 * and only the last of those that wait is written. What cannot be written stays here, is told of, and is tried again with
 * the next change.
 */
export function createScenarioKeeper(store: AppStore, effects: KeeperEffects): ScenarioKeeper {
  const { storage, channel, journal, parse, now } = effects
  const { updateSession } = store.getState()
  /** What stands in the storage, as far as this tab has seen. */
  const seen = new Map<string, { readonly revision: number; readonly scenario: Scenario }>()
  /** Confirmed, and not written yet. */
  const unsaved = new Map<string, Scenario>()
  const left = new Set<string>()
  let running: Promise<void> | null = null
  let removed: KeptRecord | null = null

  const openId = (): string | null => store.getState().session.scenario?.id ?? null
  const tell = (kind: KeepingNews['kind'], name: string): void => updateSession((session) => setKeeping(session, { news: { kind, name } }))
  const setFault = (error: unknown): void => {
    if (!(error instanceof StorageError)) throw error
    updateSession((session) => addTrouble(withFault(session, error.fault), { kind: 'storage', fault: error.fault }))
  }

  const refresh = async (): Promise<void> => {
    let kept: readonly ListedScenario[] = []
    try {
      kept = (await storage.list()).map((summary) => ({ ...summary, isKept: true }))
    } catch (error) {
      setFault(error)
      // What this tab has seen can still be opened.
      kept = [...seen.values()].map(({ scenario }) => ({ ...summarise(scenario), isKept: true }))
    }
    const here = [...unsaved.values()].map((scenario) => ({ ...summarise(scenario), isKept: false }))
    updateSession((session) => setKeeping(session, { list: [...here, ...kept.filter(({ id }) => !unsaved.has(id))] }))
  }

  /** Writes until nothing waits; one at a time. */
  const flush = (): Promise<void> => {
    running ??= writeAll().finally(() => {
      running = null
    })
    return running
  }
  const writeAll = async (): Promise<void> => {
    // A change that comes while the list is read begins another round.
    do {
      try {
        for (let next = unsaved.entries().next(); !next.done; next = unsaved.entries().next()) await writeOne(...next.value)
        updateSession((session) => withFault(session, null))
        journal.write([])
        for (const key of left) journal.drop(key)
        left.clear()
      } catch (error) {
        setFault(error)
        return await refresh()
      }
      await refresh()
    } while (unsaved.size > 0)
  }
  const writeOne = async (id: string, scenario: Scenario): Promise<void> => {
    const outcome = await storage.write(scenario, seen.get(id)?.revision ?? null)
    if (outcome.kind === 'conflict') return await settle(id, outcome.record)
    seen.set(id, { revision: outcome.revision, scenario })
    if (unsaved.get(id) === scenario) unsaved.delete(id)
    channel.post(id)
  }

  /** Another tab wrote in between: both are made one, or, where they can't be, both are kept. */
  const settle = async (id: string, record: KeptRecord): Promise<void> => {
    const theirs = parse(record.scenario).scenario
    const mine = unsaved.get(id) as Scenario
    if (theirs === null) {
      // Not to be read, so not to be written over: mine goes on as another.
      const copy = duplicateScenario(mine, effects.nameCopy(mine.name), now())
      unsaved.delete(id)
      unsaved.set(copy.id, copy)
      if (openId() === id) updateSession((session) => openScenario(session, copy))
      return tell('copied', copy.name)
    }
    const merged = mergeScenarios(seen.get(id)?.scenario ?? withoutAll(mine), mine, theirs)
    if (merged.conflicts.length > 0) {
      const copy = duplicateScenario(theirs, effects.nameOther(theirs.name), now())
      // First of all the other side's, which nobody else has.
      await storage.write(copy, null)
      tell('copied', copy.name)
    }
    seen.set(id, { revision: record.revision, scenario: theirs })
    // Changes that came while the copy was written are on top of mine.
    const latest = unsaved.get(id) as Scenario
    const result = latest === mine ? merged.scenario : mergeScenarios(mine, latest, merged.scenario).scenario
    const isTheirs = isEmptyDiff(diffScenarios(theirs, result))
    if (isTheirs) unsaved.delete(id)
    else unsaved.set(id, result)
    if (openId() === id && !isEmptyDiff(diffScenarios(latest, result))) {
      updateSession((session) => adoptScenario(session, isTheirs ? theirs : result))
      if (merged.conflicts.length === 0) tell('merged', mine.name)
    }
  }

  /** A confirmed change; one that only shows what the storage already has is none. */
  const confirm = (scenario: Scenario): void => {
    if (seen.get(scenario.id)?.scenario === scenario && !unsaved.has(scenario.id)) return
    unsaved.set(scenario.id, scenario)
    void flush()
  }
  watchChanges(
    store,
    ({ session }) => session.scenario,
    (scenario) => {
      effects.rememberOpen(scenario?.id ?? null)
      if (scenario !== null) confirm(scenario)
    },
  )

  /** A kept scenario as it stands; null where there is none or it can't be read, which is told. */
  const read = async (id: string): Promise<Scenario | null> => {
    const here = unsaved.get(id)
    if (here !== undefined) return here
    let record: KeptRecord | null
    try {
      record = await storage.read(id)
    } catch (error) {
      setFault(error)
      return seen.get(id)?.scenario ?? null
    }
    if (record === null) return null
    const { scenario } = parse(record.scenario)
    if (scenario === null) tell('unreadable', record.name)
    else seen.set(id, { revision: record.revision, scenario })
    return scenario
  }

  /** Another tab wrote or removed a scenario. */
  const hear = async (id: string): Promise<void> => {
    await refresh()
    if (openId() !== id || unsaved.has(id)) return
    const before = seen.get(id)
    const record = await storage.read(id)
    const open = store.getState().session.scenario
    if (open?.id !== id || unsaved.has(id)) return
    if (record === null) return tell('removed-elsewhere', open.name)
    if (record.revision === before?.revision) return
    const { scenario } = parse(record.scenario)
    if (scenario === null) return
    seen.set(id, { revision: record.revision, scenario })
    updateSession((session) => adoptScenario(session, scenario))
    tell('changed-elsewhere', scenario.name)
  }
  const hearSafely = (id: string): Promise<void> => hear(id).catch(setFault)
  channel.listen((id) => void hearSafely(id))

  const openAndTell = async (id: string): Promise<void> => {
    const scenario = await read(id)
    if (scenario !== null) updateSession((session) => openScenario(session, scenario))
    else await refresh()
  }

  const takeUp = (entry: unknown): void => {
    const { scenario: value, revision, base } = entry as Partial<Record<keyof JournalEntry, unknown>>
    const { scenario } = parse(value)
    if (scenario === null) return
    const known = parse(base).scenario
    if (known !== null && typeof revision === 'number') seen.set(scenario.id, { revision, scenario: known })
    unsaved.set(scenario.id, scenario)
    tell('recovered', scenario.name)
  }

  return {
    resume: async (id) => {
      // What was drawn before the keeping had started.
      const { scenario } = store.getState().session
      if (scenario !== null) unsaved.set(scenario.id, scenario)
      for (const { key, entries } of journal.readLeft()) {
        entries.forEach(takeUp)
        left.add(key)
      }
      if (unsaved.size > 0 || left.size > 0) await flush()
      else await refresh()
      // Something may have been opened meanwhile.
      if (id !== null && openId() === null) await openAndTell(id)
    },
    leave: () =>
      journal.write(
        [...unsaved.values()].map((scenario) => {
          const known = seen.get(scenario.id)
          return { scenario, revision: known?.revision ?? null, base: known?.scenario ?? null }
        }),
      ),
    lookAgain: async () => {
      const id = openId()
      if (id === null) await refresh()
      else await hearSafely(id)
    },
    hasUnsaved: () => unsaved.size > 0,
    create: (name) => updateSession((session) => openScenario(session, emptyScenario(name, now()))),
    adopt: (scenario) => updateSession((session) => openScenario(session, scenario)),
    open: openAndTell,
    read,
    close: () => updateSession((session) => openScenario(session, null)),
    duplicate: async (id, name) => {
      const scenario = openId() === id ? store.getState().session.scenario : await read(id)
      if (scenario !== null) updateSession((session) => openScenario(session, duplicateScenario(scenario, name, now())))
    },
    rename: async (id, name) => {
      if (openId() === id) return updateSession((session) => changeScenario(session, (scenario) => renameScenario(scenario, name)))
      const scenario = await read(id)
      if (scenario === null) return
      unsaved.set(id, stampScenario(renameScenario(scenario, name), now()))
      await flush()
    },
    remove: async (id) => {
      // A write that is under way must not bring it back.
      await running
      const here = unsaved.get(id) ?? seen.get(id)?.scenario
      let record: KeptRecord | null = null
      try {
        record = await storage.remove(id)
      } catch (error) {
        setFault(error)
        // What never was kept can be thrown away all the same.
        if (!unsaved.has(id) || seen.has(id)) return
      }
      removed = here === undefined ? record : makeRecord(here, record?.revision ?? 0)
      unsaved.delete(id)
      seen.delete(id)
      if (openId() === id) updateSession((session) => openScenario(session, null))
      updateSession((session) => setKeeping(session, { removed: removed && { id, name: removed.name } }))
      channel.post(id)
      await refresh()
    },
    undoRemove: async () => {
      if (removed === null) return
      const record = removed
      removed = null
      updateSession((session) => setKeeping(session, { removed: null }))
      try {
        await storage.restore(record)
        channel.post(record.id)
        await refresh()
      } catch (error) {
        setFault(error)
        const { scenario } = parse(record.scenario)
        if (scenario !== null) unsaved.set(record.id, scenario)
        await flush()
      }
    },
    forgetRemoved: () => {
      removed = null
      updateSession((session) => setKeeping(session, { removed: null }))
    },
    readRaw: async (id) => {
      try {
        return (await storage.read(id))?.scenario ?? null
      } catch (error) {
        setFault(error)
        return null
      }
    },
    retry: flush,
  }
}

/** What can't be kept is said in the list and, until it can, over the page. */
function withFault(session: Session, fault: StorageFault | null): Session {
  const { fault: before } = session.keeping
  const cleared = before === null ? session : dropTrouble(session, { kind: 'storage', fault: before })
  return setKeeping(cleared, { fault })
}

function summarise({ id, name, changedAt, edits }: Scenario): Omit<ListedScenario, 'isKept'> {
  return { id, name, changedAt, editCount: edits.length, problem: null }
}

function makeRecord(scenario: Scenario, revision: number): KeptRecord {
  const { id, name, changedAt, edits } = scenario
  return { id, name, changedAt, editCount: edits.length, revision, scenario }
}

/** What two sides have in common that were never seen as one: nothing. */
function withoutAll(scenario: Scenario): Scenario {
  return { ...scenario, edits: [], remarks: [], assumptions: {} }
}
