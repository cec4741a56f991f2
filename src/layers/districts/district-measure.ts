import { groupsOf } from '../../analytics/measures/fact-groups.ts'
import { MEASURES } from '../../analytics/measures/index.ts'
import { MEASURE_IDS, type FactName, type MeasureId, type ZoneFacts } from '../../analytics/measures/types.ts'
import { converterBetween } from '../../geo/crs.ts'
import { drawAreas, type AreaFigures } from './area-polygons.ts'
import { DISTRICT_LEVELS, type DistrictLevel, type DistrictTable } from './district-table.ts'
import { heatNoteValues, listHeatNotes } from '../buildings/heat-notes.ts'
import { HEAT_ASSUMPTIONS, HEAT_CONTROLS, HEAT_DEFAULT_PARAMS, STOREY_HEIGHT_KEYS, type HeatParams } from '../buildings/heat-params.ts'
import { SOLAR_CONTROLS, SOLAR_DEFAULT_PARAMS, SOLAR_PARAM_ASSUMPTIONS } from '../buildings/solar-params.ts'
import { modelHeat, type ModelledHeat } from '../buildings/model-heat.ts'
import { makeSequentialScale } from '../colour/scale.ts'
import { numberColumn } from '../columns.ts'
import { defineLayer, type LayerSource, type ParamControl, type ShownWith } from '../layer.ts'
import { makeLegend } from '../make-legend.ts'
import { factOrigins, measureProvenance, type FactOrigins } from '../measures/fact-origins.ts'
import { rampOf, unitKeyOf } from '../measures/measure-look.ts'
import { gatherDistrictFacts } from '../measures/place-groups.ts'
import type { Note } from '../message-keys.ts'
import { parseByControls } from '../params.ts'

const restsOn = (id: MeasureId, ...names: readonly FactName[]) => names.some((name) => MEASURES[id].inputs.includes(name))
const ENERGY_FACTS = [
  'heatKilowattHoursPerYear',
  'electricityKilowattHoursPerYear',
  'carbonDioxideKilogramsPerYear',
  'peakHeatKilowatts',
] as const satisfies readonly FactName[]
const isOfEnergy = (id: MeasureId) => restsOn(id, ...ENERGY_FACTS)
const isOfSun = (id: MeasureId) => restsOn(id, 'solarKilowattHoursPerYear')

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

type DistrictMeasureParams = HeatParams & { readonly level: DistrictLevel; readonly measure: MeasureId }
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
  load: async (source, params) => {
    const [districts, manifest] = await Promise.all([source.districts(params.level), source.manifest()])
    const facts = await gatherDistrictFacts(source, districts, groupsOf([params.measure]), params)
    const origins = factOrigins(manifest, districts)
    const heat = isOfEnergy(params.measure) ? modelHeat(await source.buildings(), source.city, params) : null
    const values = Float64Array.from(districts.ids, (_, row) => MEASURES[params.measure].of(facts, row))
    return {
      ids: districts.ids,
      geometry: districts.geometry,
      positionsDegrees: converterBetween(source.city.epsg, 4326).batch(districts.geometry.positions),
      values,
      excluded: null,
      estimatedCount: countEstimated(params.measure, facts, values, origins),
      provenance: measureProvenance(origins)[params.measure],
      notes: await listNotes(source, districts, params, heat),
      noteValues: heat === null ? {} : heatNoteValues(heat),
    }
  },
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

/**
 * Districts whose known figure rests on estimates or a model. Residents say so district by district; what a
 * model makes of other facts is modelled in all of them.
 */
function countEstimated(id: MeasureId, facts: ZoneFacts, values: Float64Array, origins: FactOrigins): number {
  const isModelled = MEASURES[id].inputs.some((name) => name !== 'populations' && origins[name].some(({ kind }) => kind === 'modelled'))
  return values.reduce(
    (count, value, row) => count + (!Number.isNaN(value) && (isModelled || MEASURES[id].estimatedShare(facts, row) > 0) ? 1 : 0),
    0,
  )
}

async function listNotes(
  source: LayerSource,
  districts: DistrictTable,
  params: DistrictMeasureParams,
  heat: ModelledHeat | null,
): Promise<readonly Note[]> {
  const { measure } = params
  const isOfBuildings = groupsOf([measure]).some((group) => group === 'buildings' || group === 'sun')
  const isOfDepartures = restsOn(measure, 'departuresPerDay', 'departuresNearResident')
  return [
    ...(heat === null ? [] : listHeatNotes(source.city, heat, params)),
    ...(isOfSun(measure) ? ['solarModelled' as const] : []),
    'unevenDistricts',
    ...(restsOn(measure, 'populations') && districts.populationModelled.includes(1) ? ['populationModelled' as const] : []),
    ...(isOfBuildings ? ['coverageRule' as const] : []),
    ...(isOfDepartures && numberColumn(await source.table('transit_stops'), 'departures_per_day').some(Number.isNaN)
      ? ['departuresPartial' as const]
      : []),
  ]
}
