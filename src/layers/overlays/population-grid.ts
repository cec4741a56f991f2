import { drawAreas, type AreaFigures } from '../districts/area-polygons.ts'
import { idColumn, numberColumn, requireColumn } from '../columns.ts'
import { defineLayer, type LayerParams } from '../layer.ts'
import { NO_PARAMS } from '../buildings/building-layer.ts'
import { makeLegend } from '../make-legend.ts'
import { provenanceOf } from '../provenance-of.ts'
import { makeSequentialScale } from '../colour/scale.ts'

/** Residents per km² of each grid cell: cells differ in size between the cities, the unit does not. */
export const populationGrid = defineLayer<LayerParams, AreaFigures>({
  ...NO_PARAMS,
  id: 'population-grid',
  slot: 'areas',
  labelKey: 'layer.population-grid',
  load: async (source) => {
    const [table, geometry, positionsDegrees, manifest] = await Promise.all([
      source.table('population_grid'),
      source.geometry('population_grid'),
      source.positionsDegrees('population_grid'),
      source.manifest(),
    ])
    const population = numberColumn(table, 'population')
    const cellSize = numberColumn(table, 'cell_size_m')
    const isModelled = Array.from(requireColumn(table, 'population_kind'), (kind) => kind === 'modelled')
    const values = population.map((count, row) => (count * 1e6) / (cellSize[row] as number) ** 2)
    return {
      ids: idColumn(table),
      geometry,
      positionsDegrees,
      values,
      excluded: null,
      estimatedCount: values.reduce((sum, value, row) => sum + (isModelled[row] && !Number.isNaN(value) ? 1 : 0), 0),
      provenance: provenanceOf(manifest, 'population_grid'),
      notes: ['cellsDiffer', ...(isModelled.includes(true) ? ['populationModelled' as const] : [])],
    }
  },
  scale: (data, _params, theme) =>
    makeSequentialScale(
      data.map((city) => city.values),
      'cividis',
      theme,
      'logarithmic',
    ),
  draw: (data, scale, _params, theme) => [drawAreas(data, scale, theme, false)],
  legend: (data, scale) =>
    makeLegend(data, scale, {
      layerId: 'population-grid',
      titleKey: 'layer.population-grid',
      unitKey: 'unit.residentsPerSquareKilometre',
    }),
})
