import { NO_PARAMS } from '../buildings/building-layer.ts'
import { idColumn, numberColumn } from '../columns.ts'
import type { Figures } from '../figures.ts'
import { defineLayer, type LayerParams } from '../layer.ts'
import { makeLegend } from '../make-legend.ts'
import { paintFeatures } from '../colour/paint.ts'
import { provenanceOf } from '../provenance-of.ts'
import { makeSequentialScale } from '../colour/scale.ts'
import { classify } from '../colour/classify.ts'
import { UNKNOWN_CODE } from '../figures.ts'

interface StopFigures extends Figures {
  readonly ids: readonly string[]
  readonly positionsDegrees: Float64Array
}

/** Diameter of the least served stops, and how much each class adds. */
const SMALLEST_PIXELS = 5
const PIXELS_PER_CLASS = 1.4

/** Stops by departures on a working day; a busier stop is larger as well as stronger in colour. */
export const transitStops = defineLayer<LayerParams, StopFigures>({
  ...NO_PARAMS,
  id: 'transit-stops',
  slot: 'overlay',
  labelKey: 'layer.transit-stops',
  load: async (source) => {
    const [table, positionsDegrees, manifest] = await Promise.all([
      source.table('transit_stops'),
      source.positionsDegrees('transit_stops'),
      source.manifest(),
    ])
    const values = numberColumn(table, 'departures_per_day')
    const provenance = provenanceOf(manifest, 'transit_stops')
    return {
      ids: idColumn(table),
      positionsDegrees,
      values,
      excluded: null,
      estimatedCount: provenance.kind === 'modelled' ? values.length : 0,
      provenance,
      notes: values.some(Number.isNaN) ? ['departuresPartial'] : [],
    }
  },
  scale: (data, _params, theme) =>
    makeSequentialScale(
      data.map((city) => city.values),
      'viridis',
      theme,
      'logarithmic',
    ),
  draw: (data, scale, _params, theme) => [
    {
      kind: 'points',
      selects: 'stop',
      ids: data.ids,
      positionsDegrees: data.positionsDegrees.slice(),
      rgba: paintFeatures(data, scale, theme, 255),
      diameterPixels: Float32Array.from(classify(data, scale), (code) =>
        code === UNKNOWN_CODE ? SMALLEST_PIXELS : SMALLEST_PIXELS + code * PIXELS_PER_CLASS,
      ),
    },
  ],
  legend: (data, scale) =>
    makeLegend(data, scale, {
      layerId: 'transit-stops',
      titleKey: 'layer.transit-stops',
      unitKey: 'unit.departuresPerDay',
    }),
})
