import type { PackedGeometry } from '../../geo/packed-geometry.ts'
import { TRANSIT_MODES } from '../../schema/datasets.ts'
import { NO_PARAMS } from '../buildings/building-layer.ts'
import { MODE_COLOURS } from '../colour/palettes.ts'
import { codeColumn, idColumn, requireColumn } from '../columns.ts'
import type { Categories } from '../figures.ts'
import { defineLayer, type LayerParams } from '../layer.ts'
import { makeLegend } from '../make-legend.ts'
import { paintFeatures } from '../colour/paint.ts'
import { provenanceOf } from '../provenance-of.ts'
import { makeCategoricalScale } from '../colour/scale.ts'
import type { Lines } from '../types.ts'

interface LineCategories extends Categories {
  readonly ids: readonly string[]
  readonly geometry: PackedGeometry
  readonly positionsDegrees: Float64Array
}

/** Rail is drawn wider than buses, which share their streets with one another. */
const WIDTH_PIXELS: Readonly<Record<(typeof TRANSIT_MODES)[number], number>> = {
  tram: 2.5,
  bus: 1.25,
  trolleybus: 1.75,
  metro: 3.5,
  train: 3,
  ferry: 1.75,
}

/** Lines by mode. */
export const transitLines = defineLayer<LayerParams, LineCategories>({
  ...NO_PARAMS,
  id: 'transit-lines',
  slot: 'overlay',
  labelKey: 'layer.transit-lines',
  load: async (source) => {
    const [table, geometry, positionsDegrees, manifest] = await Promise.all([
      source.table('transit_lines'),
      source.geometry('transit_lines'),
      source.positionsDegrees('transit_lines'),
      source.manifest(),
    ])
    const straight = Array.from(requireColumn(table, 'path')).filter((path) => path === 'straight').length
    return {
      ids: idColumn(table),
      geometry,
      positionsDegrees,
      codes: codeColumn(table, 'mode', TRANSIT_MODES),
      estimatedCount: straight,
      provenance: provenanceOf(manifest, 'transit_lines'),
      notes: straight > 0 ? ['straightLines'] : [],
    }
  },
  scale: (_data, _params, theme) => makeCategoricalScale(MODE_COLOURS, 'mode', theme),
  draw: (data, scale, _params, theme): readonly Lines[] => [
    {
      kind: 'lines',
      selects: 'line',
      ids: data.ids,
      positionsDegrees: data.positionsDegrees.slice(),
      partStarts: data.geometry.ringStarts.slice(),
      partFeatures: featureOfParts(data.geometry),
      rgba: paintFeatures(data, scale, theme, 230),
      widthPixels: Float32Array.from(data.codes, (code) => {
        const mode = TRANSIT_MODES[code]
        return mode === undefined ? 1 : WIDTH_PIXELS[mode]
      }),
    },
  ],
  legend: (data, scale) =>
    makeLegend(data, scale, {
      layerId: 'transit-lines',
      titleKey: 'layer.transit-lines',
      unitKey: null,
    }),
})

/** Feature of each part of a packed geometry. */
function featureOfParts({ featureStarts }: PackedGeometry): Uint32Array {
  const features = new Uint32Array(featureStarts.at(-1) ?? 0)
  for (let feature = 0; feature + 1 < featureStarts.length; feature++) {
    features.fill(feature, featureStarts[feature], featureStarts[feature + 1])
  }
  return features
}
