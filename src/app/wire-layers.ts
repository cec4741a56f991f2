import { CITY_IDS } from '../cities/index.ts'
import type { DataService } from '../services/data-service.ts'
import type { LayerId } from '../layers/ids.ts'
import type { LayerOutcome, LayerRequest } from '../layers/types.ts'
import type { AppState } from '../state/app-state.ts'
import { forEveryCity } from '../state/defaults.ts'
import { dropPicture, setPicture } from '../state/session-transitions.ts'
import type { AppStore } from '../state/store.ts'

/** Ids of the layers that the state shows. */
function listActiveLayers(app: AppState): readonly LayerId[] {
  const areas = app.areaLayer === 'none' ? [] : [app.areaLayer]
  return [app.buildingLayer, ...areas, ...app.overlays]
}

/**
 * Keeps `session.pictures` equal to what the state asks for: each active layer is computed in the
 * worker once a request changes, and an answer that is no longer asked for is thrown away.
 * Returns a function that stops it.
 */
export function wireLayers(store: AppStore, data: DataService, currentTheme: () => 'light' | 'dark'): () => void {
  const asked = new Map<LayerId, string>()

  const refresh = (): void => {
    const { app } = store.getState()
    const active = listActiveLayers(app)
    for (const layerId of asked.keys()) {
      if (active.includes(layerId)) continue
      asked.delete(layerId)
      store.getState().updateSession((session) => dropPicture(session, layerId))
    }
    for (const layerId of active) {
      const request: LayerRequest = {
        layerId,
        params: app.layerParams[layerId] ?? {},
        cities: CITY_IDS,
        scaleMode: app.scaleMode,
        theme: currentTheme(),
      }
      const key = JSON.stringify(request)
      if (asked.get(layerId) === key) continue
      asked.set(layerId, key)
      data.runLayer(request).then(
        (outcome) => keepPicture(store, layerId, outcome, () => asked.get(layerId) === key),
        (error: unknown) => keepPicture(store, layerId, failEveryCity(error), () => asked.get(layerId) === key),
      )
    }
  }

  refresh()
  const unsubscribe = store.subscribe((now, before) => {
    if (now.session.layerRetries !== before.session.layerRetries) {
      for (const layerId of asked.keys()) if (hasFailed(now.session.pictures[layerId])) asked.delete(layerId)
      refresh()
    } else if (now.app !== before.app) refresh()
  })
  const scheme = matchMedia('(prefers-color-scheme: dark)')
  scheme.addEventListener('change', refresh)
  return () => {
    unsubscribe()
    scheme.removeEventListener('change', refresh)
  }
}

function keepPicture(store: AppStore, layerId: LayerId, outcome: LayerOutcome, isWanted: () => boolean): void {
  if (!isWanted()) return
  store.getState().updateSession((session) => setPicture(session, layerId, outcome))
}

function hasFailed(outcome: LayerOutcome | undefined): boolean {
  return outcome !== undefined && Object.values(outcome).some((city) => 'failure' in city)
}

function failEveryCity(error: unknown): LayerOutcome {
  const failure = error instanceof Error ? error.message : String(error)
  return forEveryCity(() => ({ failure }))
}
