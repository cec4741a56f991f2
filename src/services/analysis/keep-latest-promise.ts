/** Of each slot keeps the promise of the key asked for last; one that rejects is forgotten. */
export function keepLatestPromise() {
  const slots = new Map<string, { readonly key: string; readonly promise: Promise<unknown> }>()
  return <Value>(slot: string, key: string, start: () => Promise<Value>): Promise<Value> => {
    const known = slots.get(slot)
    if (known?.key === key) return known.promise as Promise<Value>
    const promise = start()
    const own = { key, promise }
    slots.set(slot, own)
    promise.catch(() => {
      if (slots.get(slot) === own) slots.delete(slot)
    })
    return promise
  }
}
