import { OVERLAY_LAYER_IDS, type LayerId, type OverlayLayerId } from '../../layers/ids.ts'
import { findLayer, LAYERS } from '../../layers/index.ts'
import type { ParamValue } from '../../layers/layer.ts'
import { admitParam } from '../../layers/params.ts'
import type { AppState } from '../app-state.ts'
import type { Field } from './url-fields.ts'

/** `over=green,transit-stops`, in the registry's order. */
export const overlaysField: Field<readonly OverlayLayerId[], unknown> = {
  write: (overlays) => (overlays.length === 0 ? [] : [['over', overlays.join(',')]]),
  read: (query, fallback) => {
    const raw = query.take('over')
    if (raw === null) return fallback
    const asked = raw.split(',').slice(0, 100)
    const chosen = OVERLAY_LAYER_IDS.filter((id) => asked.includes(id))
    const unknown = asked.filter((id) => !OVERLAY_LAYER_IDS.some((known) => known === id))
    if (unknown.length > 0) query.report('over', unknown.join(','), chosen.join(','))
    return chosen
  },
}

type LayerParams = AppState['layerParams']
const PREFIX = 'p.'

/** `p.<layer>=name:value;name:value`, only what differs from the layer's defaults. */
export const layerParamsField: Field<LayerParams, unknown> = {
  write: (layerParams) =>
    (Object.keys(LAYERS) as LayerId[]).flatMap((layerId) => {
      const params = layerParams[layerId] ?? {}
      const texts = LAYERS[layerId].controls.flatMap(({ key }) => {
        const value = Object.hasOwn(params, key) ? (params[key] as ParamValue) : undefined
        return value === undefined ? [] : [`${key}:${value}`]
      })
      return texts.length === 0 ? [] : [[`${PREFIX}${layerId}`, texts.join(';')] as const]
    }),
  read: (query, fallback) => {
    const read: Partial<Record<LayerId, Record<string, ParamValue>>> = {}
    for (const queryKey of query.keysWith(PREFIX)) {
      const raw = query.take(queryKey) ?? ''
      const layer = findLayer(queryKey.slice(PREFIX.length))
      if (layer === null) {
        query.report(queryKey, raw, '')
        continue
      }
      const params: Record<string, ParamValue> = {}
      for (const part of raw.split(';').slice(0, 200)) {
        const [name = '', text = ''] = part.split(':', 2)
        const control = layer.controls.find(({ key }) => key === name)
        const value = control === undefined ? null : admitParam(control, text)
        if (value === null) query.report(`${queryKey}.${name}`, text, control === undefined ? '' : String(layer.defaults[name]))
        else if (value !== layer.defaults[name]) params[name] = value
      }
      if (Object.keys(params).length > 0) read[layer.id] = params
    }
    return Object.keys(read).length === 0 ? fallback : read
  },
}
