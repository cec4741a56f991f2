export type KeepPromise = <Value>(key: string, start: () => Promise<Value>) => Promise<Value>

/**
 * Keeps the promise of each key, so that work asked for twice is done once, also while it is under
 * way. A promise that rejects is forgotten: the next call tries again.
 */
export function keepPromise(): KeepPromise {
  const kept = new Map<string, Promise<unknown>>()
  return <Value>(key: string, start: () => Promise<Value>): Promise<Value> => {
    const known = kept.get(key)
    if (known !== undefined) return known as Promise<Value>
    const promise = start()
    kept.set(key, promise)
    promise.catch(() => kept.delete(key))
    return promise
  }
}
