import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { StorageFault } from '../../scenario/storage-fault.ts'

const NAME = 'kaksik'
/** Of the database, not of a scenario: each form has its step in `upgrade`. */
const VERSION = 1

/** Older tabs are asked to let go; one that does not answer for so long is told of. */
const MOST_WAIT_MILLISECONDS = 5000

export interface KeptRecord {
  readonly id: string
  readonly name: string
  readonly changedAt: string
  readonly editCount: number
  /** Counts the writes: who writes says which one it has seen. */
  readonly revision: number
  /** Anything: another program, or another version of this one, may have written it. */
  readonly scenario: unknown
}

interface Schema extends DBSchema {
  readonly scenarios: { readonly key: string; readonly value: KeptRecord }
}
type Database = IDBPDatabase<Schema>

/** Storage that does not do what was asked of it. */
export class StorageError extends Error {
  readonly fault: StorageFault

  constructor(fault: StorageFault, cause?: unknown) {
    super(`The storage of scenarios failed: ${fault}`, { cause })
    this.fault = fault
  }
}

/** Runs one piece of work on the database, which is opened when first needed, and again after the browser closed it. */
export function connectDatabase(): <Value>(work: (database: Database) => Promise<Value>) => Promise<Value> {
  let connection: Promise<Database> | null = null
  const drop = (): void => {
    connection = null
  }
  const connect = (): Promise<Database> => {
    const opening = (connection ??= openDatabase(drop))
    opening.catch(drop)
    return opening
  }
  return async (work) => {
    try {
      return await work(await connect())
    } catch (error) {
      // A connection that the browser closed meanwhile says so only when it is used.
      if (nameOf(error) !== 'InvalidStateError' || connection === null) throw toStorageError(error)
      drop()
      try {
        return await work(await connect())
      } catch (again) {
        throw toStorageError(again)
      }
    }
  }
}

async function openDatabase(onEnd: () => void): Promise<Database> {
  if (typeof indexedDB === 'undefined') throw new StorageError('closed')
  let timer: ReturnType<typeof setTimeout> | undefined
  const opening = openDB<Schema>(NAME, VERSION, {
    upgrade: (database, oldVersion) => {
      if (oldVersion < 1) database.createObjectStore('scenarios', { keyPath: 'id' })
    },
    // A newer version of the app in another tab needs the storage for itself.
    blocking: (_version, _wanted, event) => {
      ;(event.target as IDBDatabase).close()
      onEnd()
    },
    terminated: onEnd,
  })
  const patience = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new StorageError('blocked')), MOST_WAIT_MILLISECONDS)
  })
  try {
    return await Promise.race([opening, patience])
  } catch (error) {
    // One that opens after all is of no use to anybody, and must not hold up others.
    opening.then((late) => late.close()).catch(() => undefined)
    throw error
  } finally {
    clearTimeout(timer)
  }
}

function toStorageError(error: unknown): StorageError {
  if (error instanceof StorageError) return error
  const fault: Readonly<Record<string, StorageFault>> = {
    QuotaExceededError: 'full',
    VersionError: 'newer',
    SecurityError: 'closed',
    InvalidStateError: 'closed',
    NotAllowedError: 'closed',
  }
  return new StorageError(fault[nameOf(error)] ?? 'broken', error)
}

function nameOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : ''
}
