import { SCENARIO_VERSION, type Scenario } from '../../scenario/types.ts'
import { connectDatabase, type KeptRecord } from './open-database.ts'

/** One line of the list of kept scenarios. */
interface KeptSummary {
  readonly id: string
  readonly name: string
  readonly changedAt: string
  readonly editCount: number
  /** `newer`: written by a later version of the app; `broken`: it is no scenario. Neither is opened or written over. */
  readonly problem: 'newer' | 'broken' | null
}

type WriteOutcome =
  | { readonly kind: 'written'; readonly revision: number }
  /** Another tab wrote since: nothing was written. */
  | { readonly kind: 'conflict'; readonly record: KeptRecord }

/** Where scenarios are kept between visits. Every call may reject with a `StorageError`. */
export interface ScenarioStorage {
  /** The one changed last is the first. */
  readonly list: () => Promise<readonly KeptSummary[]>
  readonly read: (id: string) => Promise<KeptRecord | null>
  /** @param basedOn the revision that the writer has seen; null for none. One that is gone meanwhile is written anew. */
  readonly write: (scenario: Scenario, basedOn: number | null) => Promise<WriteOutcome>
  /** @returns what was there, to be put back with `restore` */
  readonly remove: (id: string) => Promise<KeptRecord | null>
  /** Puts a removed record back, unless there is one with its id again. */
  readonly restore: (record: KeptRecord) => Promise<void>
}

/** Kept in IndexedDB, one record a scenario; checking and writing are one transaction, so that no tab writes over another. */
export function createScenarioStorage(): ScenarioStorage {
  const withDatabase = connectDatabase()
  return {
    list: () =>
      withDatabase(async (database) => {
        const records: readonly unknown[] = await database.getAll('scenarios')
        return records.map(summarise).sort((a, b) => (a.changedAt < b.changedAt ? 1 : a.changedAt > b.changedAt ? -1 : 0))
      }),
    read: (id) => withDatabase(async (database) => (await database.get('scenarios', id)) ?? null),
    write: (scenario, basedOn) =>
      withDatabase(async (database) => {
        // Strict: what is confirmed is on the disk, not only on its way there.
        const transaction = database.transaction('scenarios', 'readwrite', { durability: 'strict' })
        const record = await transaction.store.get(scenario.id)
        if (record !== undefined && record.revision !== basedOn) {
          await transaction.done
          return { kind: 'conflict', record }
        }
        const revision = (record?.revision ?? basedOn ?? 0) + 1
        // Whichever of the two fails says why; the other would be a rejection that nobody hears.
        await Promise.all([transaction.store.put({ ...headOf(scenario), revision, scenario }), transaction.done])
        return { kind: 'written', revision }
      }),
    remove: (id) =>
      withDatabase(async (database) => {
        const transaction = database.transaction('scenarios', 'readwrite')
        const record = (await transaction.store.get(id)) ?? null
        await Promise.all([transaction.store.delete(id), transaction.done])
        return record
      }),
    restore: (record) =>
      withDatabase(async (database) => {
        const transaction = database.transaction('scenarios', 'readwrite')
        const there = await transaction.store.getKey(record.id)
        if (there === undefined) await transaction.store.put({ ...record, revision: record.revision + 1 })
        await transaction.done
      }),
  }
}

function headOf({ id, name, changedAt, edits }: Scenario): Omit<KeptRecord, 'revision' | 'scenario'> {
  return { id, name, changedAt, editCount: edits.length }
}

function summarise(record: unknown): KeptSummary {
  const fields = (typeof record === 'object' && record !== null ? record : {}) as Partial<Record<keyof KeptRecord, unknown>>
  const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
  const version = (fields.scenario as { readonly version?: unknown } | null | undefined)?.version
  return {
    id: textOf(fields.id),
    name: textOf(fields.name),
    changedAt: textOf(fields.changedAt),
    editCount: typeof fields.editCount === 'number' ? fields.editCount : 0,
    problem: typeof version !== 'number' ? 'broken' : version > SCENARIO_VERSION ? 'newer' : null,
  }
}
