import { HEIGHT_SOURCES } from '../../schema/datasets.ts'
import { buildingLayerParts, NO_PARAMS } from './building-layer.ts'
import { coverageNotes } from './building-notes.ts'
import { countCode } from './building-table.ts'
import { HEIGHT_SOURCE_COLOURS } from '../colour/palettes.ts'
import type { Categories } from '../figures.ts'
import { defineLayer, type LayerParams } from '../layer.ts'
import { provenanceOf } from '../provenance-of.ts'
import { makeCategoricalScale } from '../colour/scale.ts'

/** Buildings by how their height came to be known. */
export const buildingHeightSource = defineLayer<LayerParams, Categories>({
  ...buildingLayerParts('building-height-source', null),
  ...NO_PARAMS,
  load: async (source) => {
    const [buildings, manifest, notes] = await Promise.all([source.buildings(), source.manifest(), coverageNotes(source)])
    return {
      codes: buildings.heightSourceCodes,
      estimatedCount: buildings.count - countCode(buildings.heightSourceCodes, HEIGHT_SOURCES.indexOf('measured')),
      provenance: provenanceOf(manifest, 'buildings'),
      notes: [...notes, 'heightsEstimated'],
    }
  },
  scale: (_data, _params, theme) => makeCategoricalScale(HEIGHT_SOURCE_COLOURS, 'heightSource', theme),
})
