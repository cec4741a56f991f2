import { isRecord } from '../../scenario/parse/objects.ts'
import type { Scenario } from '../../scenario/types.ts'

const PREFIX = 'kaksik.unsaved.'

/** A scenario with confirmed changes that were not kept yet, and what they were made from. */
export interface JournalEntry {
  readonly scenario: Scenario
  /** Revision that was seen last; null where it was never kept. */
  readonly revision: number | null
  readonly base: Scenario | null
}

export type JournalStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/**
 * Where a page that is closed puts what it could not keep in time: writing here is done before the page is gone, which
 * nothing else is. Each tab has a place of its own; what it holds is taken up at the next visit.
 */
export interface Journal {
  /** No entries take away what stands there. Says nothing where there is no room: there is nobody left to tell. */
  readonly write: (entries: readonly JournalEntry[]) => void
  /** What pages that are gone left behind. Entries are as hostile as any storage. */
  readonly readLeft: () => readonly { readonly key: string; readonly entries: readonly unknown[] }[]
  readonly drop: (key: string) => void
}

/** @param open gives the storage; it may throw, as a closed one does @param tab name of this tab, unlike any other's */
export function createJournal(open: () => JournalStorage, tab: string): Journal {
  const own = PREFIX + tab
  return {
    write: (entries) => {
      try {
        if (entries.length === 0) open().removeItem(own)
        else open().setItem(own, JSON.stringify(entries))
      } catch {
        // The page is on its way out, and was told before that nothing can be kept.
      }
    },
    readLeft: () => {
      try {
        const storage = open()
        const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter(
          (key) => key.startsWith(PREFIX) && key !== own,
        )
        return keys.map((key) => ({ key, entries: readEntries(storage.getItem(key)) }))
      } catch {
        return []
      }
    },
    drop: (key) => {
      try {
        open().removeItem(key)
      } catch {
        // It is taken up once more at the next visit, and found to be kept already.
      }
    },
  }
}

function readEntries(text: string | null): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(value) ? value.filter(isRecord) : []
  } catch {
    return []
  }
}
