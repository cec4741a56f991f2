import type { Categories } from '../figures.ts'
import { buildingLayerParts, NO_PARAMS } from './building-layer.ts'
import { coverageNotes } from './building-notes.ts'
import { defineLayer, type LayerParams } from '../layer.ts'
import { makeLegend } from '../make-legend.ts'
import { provenanceOf } from '../provenance-of.ts'
import { EXCLUDED_CODE } from '../colour/classify.ts'

/** Buildings without any figure: the plain model. */
export const buildingPlain = defineLayer<LayerParams, Categories>({
  ...buildingLayerParts('building-plain', null),
  ...NO_PARAMS,
  load: async (source) => {
    // Nothing is asked of the buildings but how many there are: their table, the largest file of all, stays where it is.
    const [manifest, notes] = await Promise.all([source.manifest(), coverageNotes(source)])
    return {
      codes: new Uint8Array(manifest.files.buildings?.rows ?? 0).fill(EXCLUDED_CODE),
      estimatedCount: 0,
      provenance: provenanceOf(manifest, 'buildings'),
      notes,
    }
  },
  scale: () => ({ kind: 'categorical', colours: [], labelKeys: [] }),
  legend: (data, scale) => ({
    ...makeLegend(data, scale, { layerId: 'building-plain', titleKey: 'layer.building-plain', unitKey: null }),
    known: data.codes.length,
  }),
})
