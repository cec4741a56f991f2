import type { Scene } from '@cesium/engine'
import type { City } from '../cities/city.ts'
import type { RemoteEntry } from '../state/remote-entry.ts'
import type { AppStore } from '../state/store.ts'

/**
 * Shows the services of the user's own addresses that the engine draws: map pictures and 3D Tiles. The
 * code that draws them is loaded with the first one. One that fails is taken away, and its entry says
 * why. Returns a function that stops it.
 */
export function showAddedServices(scene: Scene, city: City, store: AppStore): () => void {
  /** By id: what takes it away again, or null while it is on its way. */
  const shown = new Map<string, (() => void) | null>()

  const fail = (id: string, message: string): void => store.getState().updateSession((session) => ({
    ...session,
    remote: session.remote.map((entry) => entry.request.id !== id ? entry
      : { ...entry, status: 'failed' as const, fault: { code: 'drawing', values: { said: message.slice(0, 300) } } }),
  }))

  const add = async (entry: RemoteEntry): Promise<void> => {
    const { id } = entry.request
    if (entry.streamed === null) return
    const { addStreamed } = await import('./online-added-sources.ts')
    if (!shown.has(id) || scene.isDestroyed()) return
    const remove = await addStreamed(scene, city, entry.streamed, entry.request.credit, (message) => fail(id, message))
    if (shown.has(id)) shown.set(id, remove)
    else remove()
  }

  const apply = (entries: readonly RemoteEntry[]): void => {
    const wanted = entries.filter(({ isShown, status, streamed }) =>
      isShown && status === 'ready' && streamed !== null && streamed.cities.some((cityId) => cityId === city.id))
    for (const [id, remove] of shown) {
      if (wanted.some(({ request }) => request.id === id)) continue
      shown.delete(id)
      remove?.()
    }
    for (const entry of wanted) {
      const { id } = entry.request
      if (shown.has(id)) continue
      shown.set(id, null)
      add(entry).catch((error: unknown) => {
        if (shown.has(id)) fail(id, error instanceof Error ? error.message : String(error))
      })
    }
  }

  apply(store.getState().session.remote)
  const unsubscribe = store.subscribe((now, before) => {
    if (now.session.remote !== before.session.remote) apply(now.session.remote)
  })
  return () => {
    unsubscribe()
    shown.clear()
  }
}
