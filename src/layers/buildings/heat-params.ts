import type { AssumptionUnit, EnergyAssumption } from '../../analytics/energy/assumptions/assumption.ts'
import { listEnergyAssumptions } from '../../analytics/energy/assumptions/list-assumptions.ts'
import { lastYearKey } from '../../analytics/energy/assumptions/intensity-rows.ts'
import { HEAT_ASSUMPTION_DEFAULTS, HEAT_INTENSITY_DEFAULTS, type ArchetypeFamily } from '../../analytics/energy/heat-demand.ts'
import { CITIES } from '../../cities/index.ts'
import { BUILDING_USES, type BuildingUse } from '../../schema/datasets.ts'
import type { Assumptions, LayerParams, ParamControl, ParamValue } from '../layer.ts'

/**
 * The assumptions of the heat model as flat parameters, so that each stands in the URL by itself and
 * can be edited: `RKT1` (intensity), `RKT1-last-year`, `family-office`, `year-when-unknown` …
 */
export type HeatParams = LayerParams

/** Assumptions that floor areas rest on too. */
export const STOREY_HEIGHT_KEYS = ['residential-storey-height', 'other-storey-height'] as const

const FAMILIES: readonly ArchetypeFamily[] = ['RKT', 'OKT', 'LPR']
const FAMILY_CHOICES = [...FAMILIES, 'none'].map((value) => ({ value, labelKey: `family.${value}` }))

export const familyKey = (use: BuildingUse) => `family-${use}`

const TABLE_PARAMS: HeatParams = {
  ...Object.fromEntries(HEAT_INTENSITY_DEFAULTS.map((row) => [row.archetype, row.heatKilowattHoursPerSquareMetre])),
  ...Object.fromEntries(
    HEAT_INTENSITY_DEFAULTS.flatMap((row): [string, ParamValue][] =>
      row.lastYear === null ? [] : [[lastYearKey(row.archetype), row.lastYear]],
    ),
  ),
  ...Object.fromEntries(BUILDING_USES.map((use) => [familyKey(use), HEAT_ASSUMPTION_DEFAULTS.familyByUse[use] ?? 'none'])),
  'use-when-unknown': HEAT_ASSUMPTION_DEFAULTS.useWhenUnknown ?? 'none',
  'year-when-unknown': HEAT_ASSUMPTION_DEFAULTS.yearWhenUnknown,
  'residential-storey-height': HEAT_ASSUMPTION_DEFAULTS.residentialStoreyHeightMetres,
  'other-storey-height': HEAT_ASSUMPTION_DEFAULTS.otherStoreyHeightMetres,
}

/**
 * What electricity, CO₂ and peak power rest on beside the table's heat, by the ids of the list of assumptions. What
 * retrofits and new buildings have is a matter of scenarios.
 */
const ENERGY_ROWS = listEnergyAssumptions(CITIES).filter(({ id }) => !Object.hasOwn(TABLE_PARAMS, id) && !/^(retrofit|new)-/.test(id))

/** Whether floor areas are scaled so that a city's sum meets its published energy, where there is one. */
const CALIBRATION_KEY = 'calibration'

export const HEAT_DEFAULT_PARAMS: HeatParams = {
  ...TABLE_PARAMS,
  [CALIBRATION_KEY]: 'published',
  ...Object.fromEntries(ENERGY_ROWS.map((row) => [row.id, row.default])),
}

/** What a field of each unit admits. */
const BOUNDS: Readonly<Record<AssumptionUnit, readonly [minimum: number, maximum: number, step: number]>> = {
  kwhPerSquareMetreYear: [0, 600, 1],
  wattsPerSquareMetreKelvin: [0, 6, 0.01],
  perHour: [0, 5, 0.05],
  share: [0, 1, 0.01],
  year: [1200, 2030, 1],
  metres: [2, 8, 0.1],
  degreesCelsius: [-45, 30, 0.5],
  kelvinDays: [500, 9000, 10],
  gramsPerKilowattHour: [0, 2000, 1],
}

function controlOf({ id, name, code, cityId, unit, kind, year, source }: EnergyAssumption): ParamControl {
  const [minimum, maximum, step] = BOUNDS[unit]
  return {
    kind: 'number',
    key: id,
    labelKey: `assumption.${name}`,
    ...(code === undefined ? {} : { text: code }),
    ...(cityId === undefined ? {} : { cityId }),
    // Dated ones only: those of the table have one source for all, which the methods name.
    ...(kind === 'default' || year === null ? {} : { origin: { kind, year, source } }),
    unitKey: unit === 'year' ? null : `unit.${unit}`,
    minimum,
    maximum,
    step,
  }
}

export const HEAT_CONTROLS: readonly ParamControl[] = [
  {
    kind: 'choice',
    key: CALIBRATION_KEY,
    labelKey: 'param.calibration',
    choices: ['published', 'none'].map((value) => ({ value, labelKey: `calibration.${value}` })),
  },
  {
    kind: 'choice',
    key: 'use-when-unknown',
    labelKey: 'param.useWhenUnknown',
    choices: [...BUILDING_USES.map((use) => ({ value: use, labelKey: `use.${use}` })), { value: 'none', labelKey: 'family.none' }],
  },
  {
    kind: 'number',
    key: 'year-when-unknown',
    labelKey: 'param.yearWhenUnknown',
    unitKey: null,
    minimum: 1200,
    maximum: 2030,
    step: 1,
  },
  {
    kind: 'number',
    key: 'residential-storey-height',
    labelKey: 'param.residentialStoreyHeight',
    unitKey: 'unit.metres',
    minimum: 2,
    maximum: 6,
    step: 0.1,
  },
  {
    kind: 'number',
    key: 'other-storey-height',
    labelKey: 'param.otherStoreyHeight',
    unitKey: 'unit.metres',
    minimum: 2,
    maximum: 8,
    step: 0.1,
  },
  ...BUILDING_USES.map((use): ParamControl => ({
    kind: 'choice',
    key: familyKey(use),
    labelKey: `use.${use}`,
    choices: FAMILY_CHOICES,
  })),
  ...HEAT_INTENSITY_DEFAULTS.flatMap((row): ParamControl[] => [
    {
      kind: 'number',
      key: row.archetype,
      labelKey: 'param.intensity',
      text: row.archetype,
      unitKey: 'unit.kwhPerSquareMetreYear',
      minimum: 0,
      maximum: 600,
      step: 1,
    },
    ...(row.lastYear === null
      ? []
      : [
          {
            kind: 'number' as const,
            key: lastYearKey(row.archetype),
            labelKey: 'param.lastYear',
            text: row.archetype,
            unitKey: null,
            minimum: 1200,
            maximum: 2030,
            step: 1,
          },
        ]),
  ]),
  ...ENERGY_ROWS.map(controlOf),
]

/** What the layers of heat assume: changed in one, changed in all. */
export const HEAT_ASSUMPTIONS: Assumptions = {
  id: 'heat',
  titleKey: 'heat.title',
  controlKeys: HEAT_CONTROLS.map(({ key }) => key),
}

/** Whether floor areas are scaled to a published total, where there is one. */
export function isCalibrated(params: HeatParams): boolean {
  return params[CALIBRATION_KEY] !== 'none'
}
