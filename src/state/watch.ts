import type { AppStore, Store } from './store.ts'

/** Ends a watch. */
export type Unwatch = () => void

/**
 * Keeps something equal to a part of the store: calls `apply` at once, and again each time that what
 * `select` takes is another. Of a list (or a tuple of several parts) the members are compared, so that a
 * list gathered anew of the same things is no change. `apply` may change the store itself.
 */
export function watch<const Value>(store: AppStore, select: (store: Store) => Value, apply: (value: Value) => void): Unwatch {
  let last = select(store.getState())
  let isOver = false
  apply(last)
  const unsubscribe = store.subscribe(() => {
    // Not what the listener is given: a change made by an earlier listener is already the next state.
    const next = select(store.getState())
    if (isOver || isSame(last, next)) return
    last = next
    apply(next)
  })
  return () => {
    isOver = true
    unsubscribe()
  }
}

/** Calls `react` each time that what `select` takes is another, but not for how it is now. */
export function watchChanges<const Value>(store: AppStore, select: (store: Store) => Value, react: (value: Value) => void): Unwatch {
  let isFirst = true
  return watch(store, select, (value) => {
    if (!isFirst) react(value)
    isFirst = false
  })
}

function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, index) => Object.is(item, b[index]))
}
