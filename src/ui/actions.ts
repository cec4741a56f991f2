import type { CameraPose } from '../cities/city.ts'
import { CITIES, type CityId } from '../cities/index.ts'
import type { SearchHit } from '../io/data-service.ts'
import type { LayerId } from '../layers/ids.ts'
import type { ParamValue } from '../layers/layer.ts'
import type { AppState } from '../state/app-state.ts'
import type { Flight, Session } from '../state/store.ts'

/** Layers that are computed from the same assumptions: changing one changes all. */
const LAYERS_OF_HEAT: readonly LayerId[] = ['building-heat', 'district-heat']

/** Asks the scene to fly. */
export function requestFlight(session: Session, cityId: CityId, target: Flight['target']): Session {
  return { ...session, flight: { sequence: (session.flight?.sequence ?? 0) + 1, cityId, target } }
}

/** Asks a city's scene to try loading again. */
export function requestRetry(session: Session, cityId: CityId): Session {
  return { ...session, retries: { ...session.retries, [cityId]: session.retries[cityId] + 1 } }
}

/** Selects what a search found; a street is a place to fly to and has no card. Shows its city where it is hidden. */
export function selectHit(app: AppState, hit: SearchHit): AppState {
  return {
    ...app,
    layout: app.layout === 'both' ? 'both' : hit.cityId,
    selection: hit.kind === 'street' ? null : { cityId: hit.cityId, kind: hit.kind, id: hit.id },
  }
}

/** Cities that show, in the order in which they stand. */
export function shownCityIds(layout: AppState['layout'], swapped: boolean): readonly CityId[] {
  if (layout !== 'both') return [layout]
  const ids = CITIES.map((city) => city.id)
  return swapped ? ids.reverse() : ids
}

/** Moves a city's camera, and every other one with it while they are linked. */
export function moveCamera(app: AppState, cityId: CityId, change: (pose: CameraPose) => CameraPose): AppState {
  const pose = change(app.cameras[cityId])
  const moved = app.linked ? CITIES.map((city) => city.id) : [cityId]
  return { ...app, cameras: { ...app.cameras, ...Object.fromEntries(moved.map((id) => [id, pose])) } }
}

/** Layers that share their parameters with this one, itself included. */
function layersSharingParams(layerId: LayerId): readonly LayerId[] {
  return LAYERS_OF_HEAT.includes(layerId) ? LAYERS_OF_HEAT : [layerId]
}

/** Sets one parameter of a layer; a value equal to the default is not kept. */
export function setLayerParam(
  app: AppState, layerId: LayerId, key: string, value: ParamValue, defaultValue: ParamValue | undefined,
): AppState {
  const changed = layersSharingParams(layerId).map((id) => {
    const { [key]: _before, ...others } = app.layerParams[id] ?? {}
    return [id, value === defaultValue ? others : { ...others, [key]: value }] as const
  })
  return keepParams(app, changed)
}

/** Puts the named parameters of a layer back to their defaults. */
export function resetLayerParams(app: AppState, layerId: LayerId, keys: readonly string[]): AppState {
  const changed = layersSharingParams(layerId).map((id) => {
    const kept = Object.entries(app.layerParams[id] ?? {}).filter(([key]) => !keys.includes(key))
    return [id, Object.fromEntries(kept)] as const
  })
  return keepParams(app, changed)
}

function keepParams(app: AppState, changed: readonly (readonly [LayerId, Readonly<Record<string, unknown>>])[]): AppState {
  const layerParams: Partial<Record<LayerId, Readonly<Record<string, unknown>>>> = { ...app.layerParams }
  for (const [id, params] of changed) {
    // A layer that has nothing of its own leaves no trace, so that equal states are equal.
    if (Object.keys(params).length === 0) delete layerParams[id]
    else layerParams[id] = params
  }
  return { ...app, layerParams }
}
