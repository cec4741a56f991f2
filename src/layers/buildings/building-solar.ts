import type { Figures } from '../figures.ts'
import { defineLayer } from '../layer.ts'
import { parseByControls } from '../params.ts'
import { modelledFrom, provenanceOf } from '../provenance-of.ts'
import { makeFixedScale } from '../colour/scale.ts'
import { buildingLayerParts } from './building-layer.ts'
import { coverageNotes } from './building-notes.ts'
import type { HeatParams } from './heat-params.ts'
import { modelSolar, readRoofSun, SOLAR_MODEL_NAME, SOLAR_MODEL_UNCERTAINTY } from './model-solar.ts'
import { SOLAR_CONTROLS, SOLAR_DEFAULT_PARAMS, SOLAR_PARAM_ASSUMPTIONS } from './solar-params.ts'

/** Fixed, so that a changed assumption moves the buildings through the colours. Full sun is 72 by the defaults. */
const SOLAR_BREAKS = [40, 50, 60, 65, 68, 70] as const

/** Buildings by the modelled yield of panels on their roofs, kWh per m² of roof a year. */
export const buildingSolar = defineLayer<HeatParams, Figures>({
  ...buildingLayerParts('building-solar', 'unit.kwhPerSquareMetreYear'),
  defaults: SOLAR_DEFAULT_PARAMS,
  controls: SOLAR_CONTROLS,
  assumptions: SOLAR_PARAM_ASSUMPTIONS,
  parseParams: (raw) => parseByControls(SOLAR_CONTROLS, SOLAR_DEFAULT_PARAMS, raw),
  load: async (source, params) => {
    const [buildings, roofSun, manifest, notes] = await Promise.all([
      source.buildings(),
      readRoofSun(source),
      source.manifest(),
      coverageNotes(source),
    ])
    const areas = buildings.footprintsSquareMetres
    return {
      values: modelSolar(buildings, roofSun, params).map((yieldOfRoof, building) => yieldOfRoof / (areas[building] as number)),
      excluded: null,
      estimatedCount: buildings.count,
      provenance: modelledFrom(provenanceOf(manifest, 'roof_sun'), SOLAR_MODEL_NAME, SOLAR_MODEL_UNCERTAINTY),
      notes: ['solarModelled', ...notes],
    }
  },
  scale: (_data, _params, theme) => makeFixedScale(SOLAR_BREAKS, null, [20, 80], 'ylOrRd', theme),
})
