import { SOLAR_ASSUMPTIONS, type SolarAssumptions } from '../../analytics/solar/solar-assumptions.ts'
import type { Assumptions, ParamControl } from '../layer.ts'
import { parseByControls } from '../params.ts'
import { HEAT_CONTROLS, HEAT_DEFAULT_PARAMS, type HeatParams } from './heat-params.ts'

/** How far each assumption may be moved, and by which steps: farther than it is likely to lie. */
const BOUNDS = {
  'solar-usable-share': [0, 1, 0.05],
  'solar-panel-power': [0.05, 0.4, 0.01],
  'solar-specific-yield': [300, 1300, 10],
  'solar-orientation-share': [0.3, 1, 0.05],
  'solar-diffuse-share': [0, 1, 0.05],
} as const

/** The assumptions on panels as flat parameters beside those of the heat model: their names tell them apart. */
export const SOLAR_CONTROLS: readonly ParamControl[] = SOLAR_ASSUMPTIONS.map(({ id, unit }) => {
  const [minimum, maximum, step] = BOUNDS[id]
  return { kind: 'number', key: id, labelKey: `assumption.${id}`, unitKey: `unit.${unit}`, minimum, maximum, step }
})

export const SOLAR_DEFAULT_PARAMS: HeatParams = Object.fromEntries(
  SOLAR_ASSUMPTIONS.map(({ id, default: standard }): [string, number] => [id, standard]),
)

/** They change together with those of every layer of energy. */
export const SOLAR_PARAM_ASSUMPTIONS: Assumptions = {
  id: 'heat',
  titleKey: 'solar.title',
  controlKeys: SOLAR_CONTROLS.map(({ key }) => key),
}

/** All that models of buildings assume, as parameters. */
export const MODEL_CONTROLS: readonly ParamControl[] = [...HEAT_CONTROLS, ...SOLAR_CONTROLS]
const MODEL_DEFAULT_PARAMS: HeatParams = { ...HEAT_DEFAULT_PARAMS, ...SOLAR_DEFAULT_PARAMS }

/** Parameters of every model of buildings from whatever came in. */
export function parseModelParams(raw: unknown): HeatParams {
  return parseByControls(MODEL_CONTROLS, MODEL_DEFAULT_PARAMS, raw)
}

/** The assumptions on panels that the parameters state; the default of each that they do not. */
export function solarAssumptionsOf(params: HeatParams): SolarAssumptions {
  return { ...SOLAR_DEFAULT_PARAMS, ...params } as unknown as SolarAssumptions
}
