import { MEASURES } from '../../analytics/measures/index.ts'
import { MEASURE_IDS } from '../../analytics/measures/types.ts'
import { drawAreas, type AreaFigures } from './area-polygons.ts'
import { DISTRICT_LEVELS } from './district-table.ts'
import type { DistrictMeasureParams } from './load-district-measure.ts'
import { isOfEnergy, isOfSun, restsOn } from './measure-inputs.ts'
import { HEAT_ASSUMPTIONS, HEAT_CONTROLS, HEAT_DEFAULT_PARAMS, STOREY_HEIGHT_KEYS } from '../buildings/heat-params.ts'
import { SOLAR_CONTROLS, SOLAR_DEFAULT_PARAMS, SOLAR_PARAM_ASSUMPTIONS } from '../buildings/solar-params.ts'
import { makeSequentialScale } from '../colour/scale.ts'
import { defineLayer, type ParamControl, type ShownWith } from '../layer.ts'
import { makeLegend } from '../make-legend.ts'
import { rampOf, unitKeyOf } from '../measures/measure-look.ts'
import { parseByControls } from '../params.ts'

/** Floor areas follow the storey heights, energy follows every assumption. */
function shownWith({ key }: ParamControl): ShownWith {
  const isOfStoreys = STOREY_HEIGHT_KEYS.some((candidate) => candidate === key)
  return {
    key: 'measure',
    values: MEASURE_IDS.filter((id) => isOfEnergy(id) || (isOfStoreys && restsOn(id, 'grossFloorAreaSquareMetres'))),
  }
}

const CONTROLS: readonly ParamControl[] = [
  {
    kind: 'choice',
    key: 'measure',
    labelKey: 'param.measure',
    choices: MEASURE_IDS.map((id) => ({ value: id, labelKey: `measure.${id}` })),
  },
  {
    kind: 'choice',
    key: 'level',
    labelKey: 'param.level',
    choices: DISTRICT_LEVELS.map((value) => ({ value, labelKey: `param.level.${value}` })),
  },
  ...HEAT_CONTROLS.map((control): ParamControl => ({ ...control, shownWith: shownWith(control) })),
  ...SOLAR_CONTROLS.map((control): ParamControl => ({ ...control, shownWith: { key: 'measure', values: MEASURE_IDS.filter(isOfSun) } })),
]

const DEFAULTS: DistrictMeasureParams = { ...HEAT_DEFAULT_PARAMS, ...SOLAR_DEFAULT_PARAMS, level: 'fine', measure: 'population-density' }

/** Districts by any measure, at either level. */
export const districtMeasure = defineLayer<DistrictMeasureParams, AreaFigures>({
  id: 'district-measure',
  slot: 'areas',
  labelKey: 'layer.district-measure',
  defaults: DEFAULTS,
  controls: CONTROLS,
  assumptions: {
    ...HEAT_ASSUMPTIONS,
    controlKeys: [...HEAT_ASSUMPTIONS.controlKeys, ...SOLAR_PARAM_ASSUMPTIONS.controlKeys],
  },
  parseParams: (raw) => parseByControls(CONTROLS, DEFAULTS, raw),
  // What figures rest on is gathered by code that the first view does not need.
  load: async (source, params) => (await import('./load-district-measure.ts')).loadDistrictMeasure(source, params),
  scale: (data, { measure }, theme) =>
    makeSequentialScale(
      data.map((city) => city.values),
      rampOf(measure),
      theme,
      MEASURES[measure].spacing,
    ),
  draw: (data, scale, _params, theme) => [drawAreas(data, scale, theme, true)],
  legend: (data, scale, { measure }) =>
    makeLegend(data, scale, { layerId: 'district-measure', titleKey: `measure.${measure}`, unitKey: unitKeyOf(measure) }),
})
