import { sumShares } from '../../analytics/zones/zone-shares.ts'
import { knownFrom, LEAST_COVERAGE_OF_RATIOS, LEAST_COVERAGE_OF_SUMS } from '../../analytics/form/coverage-limits.ts'
import { drawAreas, type AreaFigures } from './area-polygons.ts'
import { buildingShares, landSquareKilometres } from './district-figures.ts'
import { districtShapes, LEVEL_CONTROL } from './district-indicator.ts'
import type { DistrictTable } from './district-table.ts'
import { listHeatNotes } from '../buildings/heat-notes.ts'
import { HEAT_ASSUMPTIONS, HEAT_CONTROLS, HEAT_DEFAULT_PARAMS, type HeatParams } from '../buildings/heat-params.ts'
import { defineLayer, type LayerSource, type ParamControl } from '../layer.ts'
import { makeLegend } from '../make-legend.ts'
import { DISTRICT_HEAT_MEASURES, type DistrictHeatMeasure, type Unit } from '../message-keys.ts'
import { HEAT_MODEL_NAME, HEAT_MODEL_UNCERTAINTY, modelHeat } from '../buildings/model-heat.ts'
import { parseByControls } from '../params.ts'
import { modelledFrom, provenanceOf } from '../provenance-of.ts'
import { makeSequentialScale } from '../colour/scale.ts'

const UNITS: Readonly<Record<DistrictHeatMeasure, Unit>> = {
  'total': 'gwhPerYear', 'per-square-kilometre': 'gwhPerSquareKilometreYear', 'per-resident': 'mwhPerResidentYear',
}

const DEFAULTS: HeatParams = { 'measure': 'per-square-kilometre', 'level': 'fine', ...HEAT_DEFAULT_PARAMS }
const CONTROLS: readonly ParamControl[] = [
  {
    kind: 'choice', key: 'measure', labelKey: 'param.measure',
    choices: DISTRICT_HEAT_MEASURES.map((value) => ({ value, labelKey: `heatMeasure.${value}` })),
  },
  LEVEL_CONTROL,
  ...HEAT_CONTROLS,
]

/** Districts by the sum of their buildings' modelled heat demand. */
export const districtHeat = defineLayer<HeatParams, AreaFigures>({
  id: 'district-heat',
  slot: 'areas',
  group: 'energy',
  labelKey: 'layer.district-heat',
  defaults: DEFAULTS,
  controls: CONTROLS,
  assumptions: HEAT_ASSUMPTIONS,
  parseParams: (raw) => parseByControls(CONTROLS, DEFAULTS, raw),
  load: async (source, params) => {
    const level = params['level'] === 'coarse' ? 'coarse' : 'fine'
    const [districts, manifest, buildings] = await Promise.all([source.districts(level), source.manifest(), source.buildings()])
    const known = await sumKnownHeat(source, districts, params)
    return {
      ...districtShapes(source, districts),
      values: heatBy(params['measure'] as DistrictHeatMeasure, known, districts),
      excluded: null,
      estimatedCount: districts.count,
      provenance: modelledFrom(provenanceOf(manifest, 'buildings'), HEAT_MODEL_NAME, HEAT_MODEL_UNCERTAINTY),
      notes: [...listHeatNotes(source.city, modelHeat(buildings, params)), 'coverageRule', 'unevenDistricts'],
    }
  },
  scale: (data, _params, theme) =>
    makeSequentialScale(data.map((city) => city.values), 'ylOrRd', theme, 'logarithmic'),
  draw: (data, scale, _params, theme) => [drawAreas(data, scale, theme, true)],
  legend: (data, scale, params) => makeLegend(data, scale, {
    layerId: 'district-heat',
    titleKey: 'layer.district-heat',
    unitKey: `unit.${UNITS[params['measure'] as DistrictHeatMeasure]}`,
  }),
})

/** Modelled heat demand of each district, GWh a year; NaN where its buildings are not all known. */
export async function sumDistrictHeat(
  source: LayerSource, districts: DistrictTable, params: HeatParams,
): Promise<Float64Array> {
  return sumsOf(await sumKnownHeat(source, districts, params), districts)
}

/** The same, of the buildings that are known, be they few. */
async function sumKnownHeat(source: LayerSource, districts: DistrictTable, params: HeatParams): Promise<Float64Array> {
  const [buildings, shares] = await Promise.all([source.buildings(), buildingShares(source, districts)])
  const { heatDemandKilowattHours } = modelHeat(buildings, params).batch
  return sumShares(shares, (building) => heatDemandKilowattHours[building] as number)
    .map((kilowattHours) => kilowattHours / 1e6)
}

function sumsOf(gigawattHours: Float64Array, { coverageShares }: DistrictTable): Float64Array {
  return knownFrom(LEAST_COVERAGE_OF_SUMS, coverageShares, (row) => gigawattHours[row] as number)
}

/** `gigawattHours`: of the buildings known. Heat by land is that of the land on which they are. */
function heatBy(measure: DistrictHeatMeasure, gigawattHours: Float64Array, districts: DistrictTable): Float64Array {
  const { coverageShares } = districts
  if (measure === 'per-square-kilometre') {
    const land = landSquareKilometres(districts)
    return knownFrom(LEAST_COVERAGE_OF_RATIOS, coverageShares, (row) =>
      (gigawattHours[row] as number) / ((land[row] as number) * (coverageShares[row] as number)))
  }
  const sums = sumsOf(gigawattHours, districts)
  return measure === 'total' ? sums : sums.map((heat, row) => {
    const population = districts.populations[row] as number
    return population > 0 ? (heat * 1000) / population : NaN
  })
}
