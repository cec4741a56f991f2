import type { StorageFault } from '../scenario/storage-fault.ts'
import type { Session } from './store.ts'

/** One line of the list of scenarios. */
export interface ListedScenario {
  readonly id: string
  readonly name: string
  /** ISO 8601 in UTC. */
  readonly changedAt: string
  readonly editCount: number
  /** False while it stands in this tab only. */
  readonly isKept: boolean
  /** Why it cannot be opened; null where it can. */
  readonly problem: 'newer' | 'broken' | null
}

/** Something about the keeping of scenarios that is to be told once. */
export interface KeepingNews {
  readonly kind: 'merged' | 'copied' | 'changed-elsewhere' | 'removed-elsewhere' | 'recovered' | 'unreadable'
  readonly name: string
}

/** What the interface knows of the scenarios that are kept in this browser. */
export interface ScenarioKeeping {
  /** Null until they were read. */
  readonly list: readonly ListedScenario[] | null
  /** Why what was confirmed is not kept; null while all is. */
  readonly fault: StorageFault | null
  /** A scenario that was deleted last, and can be had back. */
  readonly removed: { readonly id: string; readonly name: string } | null
  readonly news: KeepingNews | null
}

export const NOTHING_KEPT: ScenarioKeeping = { list: null, fault: null, removed: null, news: null }

export function setKeeping(session: Session, change: Partial<ScenarioKeeping>): Session {
  return { ...session, keeping: { ...session.keeping, ...change } }
}
