import { buildingLayerParts } from './building-layer.ts'
import { coverageNotes } from './building-notes.ts'
import type { Figures } from '../figures.ts'
import { heatNoteValues, listHeatNotes } from './heat-notes.ts'
import { HEAT_ASSUMPTIONS, HEAT_CONTROLS, HEAT_DEFAULT_PARAMS, type HeatParams } from './heat-params.ts'
import { defineLayer } from '../layer.ts'
import { HEAT_MODEL_UNCERTAINTY, heatModelName } from './energy-names.ts'
import { parseByControls } from '../params.ts'
import { modelledFrom, provenanceOf } from '../provenance-of.ts'
import { makeFixedScale } from '../colour/scale.ts'

/** Fixed, so that a changed assumption moves the buildings through the colours, not the colours. */
const HEAT_BREAKS = [75, 100, 125, 150, 200, 250] as const

/** Buildings by modelled heat demand, kWh per m² of gross floor area a year. Sheds are not heated: plain. */
export const buildingHeat = defineLayer<HeatParams, Figures>({
  ...buildingLayerParts('building-heat', 'unit.kwhPerSquareMetreYear'),
  defaults: HEAT_DEFAULT_PARAMS,
  controls: HEAT_CONTROLS,
  assumptions: HEAT_ASSUMPTIONS,
  parseParams: (raw) => parseByControls(HEAT_CONTROLS, HEAT_DEFAULT_PARAMS, raw),
  load: async (source, params) => {
    // The model is fetched when it is first asked for: the first view needs none of it.
    const [{ modelHeat }, buildings, manifest, notes] = await Promise.all([
      import('./model-heat.ts'),
      source.buildings(),
      source.manifest(),
      coverageNotes(source),
    ])
    const heat = modelHeat(buildings, source.city, params)
    return {
      values: heat.batch.intensityKilowattHoursPerSquareMetre,
      excluded: heat.unheated,
      // All of it is modelled; `heatAssumed` speaks of the inputs that were assumed on top.
      estimatedCount: buildings.count,
      provenance: modelledFrom(provenanceOf(manifest, 'buildings'), heatModelName(source.city), HEAT_MODEL_UNCERTAINTY),
      notes: [...listHeatNotes(source.city, heat, params), ...notes],
      noteValues: heatNoteValues(heat),
    }
  },
  scale: (_data, _params, theme) => makeFixedScale(HEAT_BREAKS, null, [50, 300], 'ylOrRd', theme),
})
