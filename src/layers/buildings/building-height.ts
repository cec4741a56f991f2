import { HEIGHT_SOURCES } from '../../schema/datasets.ts'
import { buildingLayerParts, NO_PARAMS } from './building-layer.ts'
import { coverageNotes } from './building-notes.ts'
import { countCode } from './building-table.ts'
import type { Figures } from '../figures.ts'
import { defineLayer, type LayerParams } from '../layer.ts'
import { provenanceOf } from '../provenance-of.ts'
import { makeSequentialScale } from '../colour/scale.ts'

/** Buildings by height above ground in metres; the estimated share counts heights that are no measurement. */
export const buildingHeight = defineLayer<LayerParams, Figures>({
  ...buildingLayerParts('building-height', 'unit.metres'),
  ...NO_PARAMS,
  load: async (source) => {
    const [buildings, manifest, notes] = await Promise.all([source.buildings(), source.manifest(), coverageNotes(source)])
    const measured = countCode(buildings.heightSourceCodes, HEIGHT_SOURCES.indexOf('measured'))
    const estimated = countCode(buildings.heightSourceCodes, HEIGHT_SOURCES.indexOf('estimated'))
    return {
      values: buildings.heightsMetres,
      excluded: null,
      estimatedCount: buildings.count - measured,
      provenance: provenanceOf(manifest, 'buildings'),
      notes: estimated > 0 ? [...notes, 'heightsEstimated'] : notes,
    }
  },
  scale: (data, _params, theme) =>
    makeSequentialScale(
      data.map((city) => city.values),
      'viridis',
      theme,
    ),
  figureOfPlanned: ({ heightMetres }) => heightMetres,
})
