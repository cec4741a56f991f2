import { buildingLayerParts, NO_PARAMS } from './building-layer.ts'
import { coverageNotes } from './building-notes.ts'
import type { Figures } from '../figures.ts'
import { defineLayer, type LayerParams } from '../layer.ts'
import { YEAR_BANDS } from '../message-keys.ts'
import { provenanceOf } from '../provenance-of.ts'
import { makeFixedScale } from '../colour/scale.ts'

/** First year of each band but the oldest; the same in every city, so the colours always compare. */
const YEAR_BREAKS = [1900, 1920, 1940, 1960, 1980, 2000, 2010] as const

/** Buildings by year of construction, in bands. */
export const buildingYear = defineLayer<LayerParams, Figures>({
  ...buildingLayerParts('building-year', null),
  ...NO_PARAMS,
  load: async (source) => {
    const [buildings, manifest, notes] = await Promise.all([source.buildings(), source.manifest(), coverageNotes(source)])
    return {
      values: Float32Array.from(buildings.years, (year) => (year > 0 ? year : NaN)),
      excluded: null,
      estimatedCount: 0,
      provenance: provenanceOf(manifest, 'buildings'),
      notes,
    }
  },
  scale: (_data, _params, theme) =>
    makeFixedScale(
      YEAR_BREAKS,
      YEAR_BANDS.map((band) => `year.${band}`),
      [1880, 2030],
      'cividis',
      theme,
    ),
})
