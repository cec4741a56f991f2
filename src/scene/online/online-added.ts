import type { Scene } from '@cesium/engine'
import type { City } from '../../cities/city.ts'
import type { OnlineEntry } from '../../state/online-entry.ts'
import { changeOnlineEntry } from '../../state/session-transitions.ts'
import type { AppStore } from '../../state/store.ts'
import { watch, type Unwatch } from '../../state/watch.ts'

/**
 * Shows the services of the user's own addresses that the engine draws: map pictures and 3D Tiles. The
 * code that draws them is loaded with the first one. One that fails is taken away, and its entry says
 * why. `hideOwnBuildings` gets whether one of them stands in their place.
 */
export function showAddedServices(scene: Scene, city: City, store: AppStore, hideOwnBuildings: (isHidden: boolean) => void): Unwatch {
  interface Shown {
    remove: (() => void) | null
  }
  /** By id; `remove` is null while it is on its way. */
  const shown = new Map<string, Shown>()

  const fail = (id: string, message: string): void =>
    store.getState().updateSession((session) =>
      changeOnlineEntry(session, id, (entry) => ({
        ...entry,
        status: 'failed',
        fault: { code: 'drawing', values: { said: message.slice(0, 300) } },
      })),
    )

  const add = async (entry: OnlineEntry, mark: Shown): Promise<void> => {
    const { id } = entry.request
    if (entry.streamed === null) return
    const { addStreamed } = await import('./online-added-sources.ts')
    // Switched off, or off and on again, while it was on its way: this one is no longer wanted.
    if (shown.get(id) !== mark || scene.isDestroyed()) return
    const remove = await addStreamed(scene, city, entry.streamed, entry.request.credit, (message) => fail(id, message))
    if (shown.get(id) !== mark) return remove()
    mark.remove = remove
    applyHiding()
  }

  /** Ours stay until the tileset that takes their place is there. */
  const applyHiding = (): void =>
    hideOwnBuildings(
      store
        .getState()
        .session.online.some(
          ({ request, hidesBuildings, streamed }) =>
            hidesBuildings && streamed?.kind === '3dtiles' && typeof shown.get(request.id)?.remove === 'function',
        ),
    )

  const apply = (entries: readonly OnlineEntry[]): void => {
    const wanted = entries.filter(
      ({ isShown, status, streamed }) =>
        isShown && status === 'ready' && streamed !== null && streamed.cities.some((cityId) => cityId === city.id),
    )
    for (const [id, { remove }] of shown) {
      if (wanted.some(({ request }) => request.id === id)) continue
      shown.delete(id)
      remove?.()
    }
    for (const entry of wanted) {
      const { id } = entry.request
      if (shown.has(id)) continue
      const mark: Shown = { remove: null }
      shown.set(id, mark)
      add(entry, mark).catch((error: unknown) => {
        if (shown.get(id) === mark) fail(id, error instanceof Error ? error.message : String(error))
      })
    }
    applyHiding()
  }

  const unwatch = watch(store, ({ session }) => session.online, apply)
  return () => {
    unwatch()
    shown.clear()
  }
}
