import {
  HEAT_ASSUMPTION_DEFAULTS,
  HEAT_INTENSITY_DEFAULTS,
  type ArchetypeFamily,
  type HeatAssumptions,
} from '../../analytics/energy/heat-demand.ts'
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

const lastYearKey = (archetype: string) => `${archetype}-last-year`
const familyKey = (use: BuildingUse) => `family-${use}`

export const HEAT_DEFAULT_PARAMS: HeatParams = {
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

export const HEAT_CONTROLS: readonly ParamControl[] = [
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
]

/** What the layers of heat assume: changed in one, changed in all. */
export const HEAT_ASSUMPTIONS: Assumptions = {
  id: 'heat',
  titleKey: 'heat.title',
  controlKeys: HEAT_CONTROLS.map(({ key }) => key),
}

/** The model's assumptions that the parameters state. Bands are put in order of their years. */
export function heatAssumptionsOf(params: HeatParams): HeatAssumptions {
  const intensities = HEAT_INTENSITY_DEFAULTS.map((row) => ({
    ...row,
    heatKilowattHoursPerSquareMetre: params[row.archetype] as number,
    lastYear: row.lastYear === null ? null : (params[lastYearKey(row.archetype)] as number),
  }))
  return {
    intensities: intensities.toSorted((a, b) => (a.lastYear ?? Infinity) - (b.lastYear ?? Infinity)),
    familyByUse: Object.fromEntries(
      BUILDING_USES.map((use) => {
        const family = params[familyKey(use)]
        return [use, family === 'none' ? null : family]
      }),
    ) as HeatAssumptions['familyByUse'],
    useWhenUnknown: params['use-when-unknown'] === 'none' ? null : (params['use-when-unknown'] as BuildingUse),
    yearWhenUnknown: params['year-when-unknown'] as number,
    residentialStoreyHeightMetres: params['residential-storey-height'] as number,
    otherStoreyHeightMetres: params['other-storey-height'] as number,
  }
}
