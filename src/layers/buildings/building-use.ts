import { USE_SOURCES } from '../../schema/datasets.ts'
import { buildingLayerParts, NO_PARAMS } from './building-layer.ts'
import { coverageNotes } from './building-notes.ts'
import { countCode } from './building-table.ts'
import { USE_COLOURS } from '../colour/palettes.ts'
import type { Categories } from '../figures.ts'
import { defineLayer, type LayerParams } from '../layer.ts'
import { provenanceOf } from '../provenance-of.ts'
import { makeCategoricalScale } from '../colour/scale.ts'

/** Buildings by use class; the codes are places in `BUILDING_USES`, whose order the palette shares. */
export const buildingUse = defineLayer<LayerParams, Categories>({
  ...buildingLayerParts('building-use', null),
  ...NO_PARAMS,
  load: async (source) => {
    const [buildings, manifest, notes] = await Promise.all([source.buildings(), source.manifest(), coverageNotes(source)])
    return {
      codes: buildings.useCodes,
      estimatedCount: countCode(buildings.useSourceCodes, USE_SOURCES.indexOf('estimated')),
      provenance: provenanceOf(manifest, 'buildings'),
      notes,
    }
  },
  scale: (_data, _params, theme) => makeCategoricalScale(USE_COLOURS, 'use', theme),
  figureOfPlanned: ({ use }) => (use === null ? null : `use.${use}`),
})
