import type { PackedGeometry } from '../../geo/packed-geometry.ts'
import { GREEN_CLASSES } from '../../schema/datasets.ts'
import { NO_PARAMS } from '../buildings/building-layer.ts'
import { GREEN_COLOURS } from '../colour/palettes.ts'
import { codeColumn, idColumn } from '../columns.ts'
import type { Categories } from '../figures.ts'
import { defineLayer, type LayerParams } from '../layer.ts'
import { makeLegend } from '../make-legend.ts'
import { markNoData, paintFeatures } from '../colour/paint.ts'
import { provenanceOf } from '../provenance-of.ts'
import { makeCategoricalScale } from '../colour/scale.ts'

interface GreenCategories extends Categories {
  readonly ids: readonly string[]
  readonly geometry: PackedGeometry
  readonly positionsDegrees: Float64Array
}

/** Green areas by kind, stronger than on the base map. */
export const green = defineLayer<LayerParams, GreenCategories>({
  ...NO_PARAMS,
  id: 'green',
  slot: 'overlay',
  labelKey: 'layer.green',
  load: async (source) => {
    const [table, geometry, positionsDegrees, manifest] = await Promise.all([
      source.table('green'),
      source.geometry('green'),
      source.positionsDegrees('green'),
      source.manifest(),
    ])
    const provenance = provenanceOf(manifest, 'green')
    return {
      ids: idColumn(table),
      geometry,
      positionsDegrees,
      codes: codeColumn(table, 'class', GREEN_CLASSES),
      estimatedCount: provenance.kind === 'modelled' ? table.rowCount : 0,
      provenance,
      notes: [],
    }
  },
  scale: (_data, _params, theme) => makeCategoricalScale(GREEN_COLOURS, 'green', theme),
  draw: (data, scale, _params, theme) => [
    {
      kind: 'polygons',
      ids: data.ids,
      positionsDegrees: data.positionsDegrees.slice(),
      ringStarts: data.geometry.ringStarts.slice(),
      featureStarts: data.geometry.featureStarts.slice(),
      fillRgba: paintFeatures(data, scale, theme, 215),
      noData: markNoData(data),
      strokeRgba: null,
    },
  ],
  legend: (data, scale) => makeLegend(data, scale, { layerId: 'green', titleKey: 'layer.green', unitKey: null }),
})
