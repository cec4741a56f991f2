import type { SearchHit } from '../services/data-service.ts'
import type { LayerId } from '../layers/ids.ts'
import { LAYERS } from '../layers/index.ts'
import type { ParamValue } from '../layers/layer.ts'
import type { AppState } from '../state/app-state.ts'
import { setLayerParam, setLayout, setSelection } from '../state/transitions.ts'

/** Selects what a search found; a street is a place to fly to and has no card. Shows its city where it is hidden. */
export function selectHit(app: AppState, hit: SearchHit): AppState {
  const selection = hit.kind === 'street' ? null : { cityId: hit.cityId, kind: hit.kind, id: hit.id }
  return setSelection(app.layout === 'all' ? app : setLayout(app, hit.cityId), selection)
}

/** Sets a parameter of a layer, and of every layer that is computed from the same assumptions. */
export function setSharedParam(app: AppState, layerId: LayerId, key: string, value: ParamValue): AppState {
  return layersSharingParams(layerId, key).reduce((state, id) => setLayerParam(state, id, key, value), app)
}

/** Puts the named parameters back to their defaults, in every layer that shares them. */
export function resetSharedParams(
  app: AppState,
  layerId: LayerId,
  defaults: Readonly<Record<string, ParamValue>>,
  keys: readonly string[],
): AppState {
  return keys.reduce((state, key) => {
    const value = defaults[key]
    return value === undefined ? state : setSharedParam(state, layerId, key, value)
  }, app)
}

function layersSharingParams(layerId: LayerId, key: string): readonly LayerId[] {
  const { assumptions } = LAYERS[layerId]
  if (assumptions === null || !assumptions.controlKeys.includes(key)) return [layerId]
  return Object.values(LAYERS).flatMap((layer) => (layer.assumptions?.id === assumptions.id ? [layer.id] : []))
}
