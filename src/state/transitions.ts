import type { CameraPose, Language } from '../cities/city.ts'
import type { CityId } from '../cities/index.ts'
import { HOME_POSE } from '../cities/home.ts'
import { OVERLAY_LAYER_IDS, type AreaLayerId, type BuildingLayerId, type LayerId, type OverlayLayerId } from '../layers/ids.ts'
import { LAYERS } from '../layers/index.ts'
import type { ParamValue } from '../layers/layer.ts'
import { admitParam } from '../layers/params.ts'
import { orderMeasures, orderWeights, type Comparison } from './comparison.ts'
import type { AppState, Selection } from './app-state.ts'
import { forEveryCity } from './defaults.ts'

/** Pure changes of the state. Each returns the state itself where nothing changes. */

export function setLanguage(app: AppState, language: Language): AppState {
  return set(app, 'language', language)
}

export function setTheme(app: AppState, theme: AppState['theme']): AppState {
  return set(app, 'theme', theme)
}

export function setSharpness(app: AppState, sharpness: AppState['sharpness']): AppState {
  return set(app, 'sharpness', sharpness)
}

export function setLayout(app: AppState, layout: AppState['layout']): AppState {
  return set(app, 'layout', layout)
}

export function swap(app: AppState): AppState {
  return { ...app, swapped: !app.swapped }
}

/** Linking again takes every camera to where the given city's stands. */
export function toggleLinked(app: AppState, leader: CityId): AppState {
  if (app.linked) return { ...app, linked: false }
  return { ...app, linked: true, cameras: forEveryCity(() => app.cameras[leader]) }
}

/** Moves a city's camera, and with it all the others while they are linked. */
export function setCamera(app: AppState, cityId: CityId, pose: CameraPose): AppState {
  if (samePose(app.cameras[cityId], pose)) return app
  return {
    ...app,
    cameras: app.linked ? forEveryCity(() => pose) : { ...app.cameras, [cityId]: pose },
  }
}

/** Puts a city's camera back to where it started; all of them while they are linked. */
export function home(app: AppState, cityId: CityId): AppState {
  return setCamera(app, cityId, HOME_POSE)
}

export function setBuildingLayer(app: AppState, buildingLayer: BuildingLayerId): AppState {
  return set(app, 'buildingLayer', buildingLayer)
}

export function setAreaLayer(app: AppState, areaLayer: AreaLayerId): AppState {
  return set(app, 'areaLayer', areaLayer)
}

/** Overlays stand in the registry's order, so that equal choices are equal states. */
export function toggleOverlay(app: AppState, overlay: OverlayLayerId): AppState {
  const chosen = app.overlays.includes(overlay)
    ? app.overlays.filter((id) => id !== overlay)
    : OVERLAY_LAYER_IDS.filter((id) => id === overlay || app.overlays.includes(id))
  return { ...app, overlays: chosen }
}

/** Sets one parameter; the default, and what the layer does not admit, leave no trace in the state. */
export function setLayerParam(app: AppState, layerId: LayerId, key: string, value: ParamValue): AppState {
  const layer = LAYERS[layerId]
  const control = layer.controls.find((candidate) => candidate.key === key)
  const admitted = control === undefined ? null : admitParam(control, value)
  const defaults: Readonly<Record<string, ParamValue>> = layer.defaults
  const { [key]: _before, ...others } = app.layerParams[layerId] ?? {}
  const params = admitted === null || admitted === defaults[key] ? others : { ...others, [key]: admitted }
  const { [layerId]: _all, ...otherLayers } = app.layerParams
  return { ...app, layerParams: Object.keys(params).length === 0 ? otherLayers : { ...otherLayers, [layerId]: params } }
}

export function setScaleMode(app: AppState, scaleMode: AppState['scaleMode']): AppState {
  return set(app, 'scaleMode', scaleMode)
}

/** Sets date and time of day; minutes beyond a day are brought into it. */
export function setTime(app: AppState, date: string, minutes: number): AppState {
  const whole = ((Math.round(minutes) % 1440) + 1440) % 1440
  return app.date === date && app.minutes === whole ? app : { ...app, date, minutes: whole }
}

export function setShadows(app: AppState, shadows: boolean): AppState {
  return set(app, 'shadows', shadows)
}

/** Online sources stay off until the user switches them on. */
export function setOnlineBaseMap(app: AppState, onlineBaseMap: boolean): AppState {
  return set(app, 'onlineBaseMap', onlineBaseMap)
}

export function setOnlineModel(app: AppState, onlineModel: boolean): AppState {
  return set(app, 'onlineModel', onlineModel)
}

export function setSelection(app: AppState, selection: Selection | null): AppState {
  return set(app, 'selection', selection)
}

/** Changes parts of the comparison; another level has other districts, so the chosen pair goes with it. */
export function setComparison(app: AppState, change: Partial<Comparison>): AppState {
  const before = app.comparison
  const isOtherLevel = change.level !== undefined && change.level !== before.level
  const comparison = { ...before, ...(isOtherLevel ? { pair: [null, null] as const } : {}), ...change }
  return {
    ...app,
    comparison: { ...comparison, measures: orderMeasures(comparison.measures), weights: orderWeights(comparison.weights) },
  }
}

function set<Key extends keyof AppState>(app: AppState, key: Key, value: AppState[Key]): AppState {
  return app[key] === value ? app : { ...app, [key]: value }
}

function samePose(a: CameraPose, b: CameraPose): boolean {
  return (
    a.eastMetres === b.eastMetres &&
    a.northMetres === b.northMetres &&
    a.heightMetres === b.heightMetres &&
    a.headingDegrees === b.headingDegrees &&
    a.pitchDegrees === b.pitchDegrees
  )
}
