import { groupsOf } from '../../analytics/measures/fact-groups.ts'
import { MEASURES } from '../../analytics/measures/index.ts'
import type { MeasureId, ZoneFacts } from '../../analytics/measures/types.ts'
import { converterBetween } from '../../geo/crs.ts'
import { heatNoteValues, listHeatNotes } from '../buildings/heat-notes.ts'
import type { HeatParams } from '../buildings/heat-params.ts'
import { modelHeat, type ModelledHeat } from '../buildings/model-heat.ts'
import { numberColumn } from '../columns.ts'
import type { LayerSource } from '../layer.ts'
import { factOrigins, measureProvenance, type FactOrigins } from '../measures/fact-origins.ts'
import { gatherDistrictFacts } from '../measures/place-groups.ts'
import type { Note } from '../message-keys.ts'
import type { AreaFigures } from './area-polygons.ts'
import type { DistrictLevel, DistrictTable } from './district-table.ts'
import { isOfEnergy, isOfSun, restsOn } from './measure-inputs.ts'

export type DistrictMeasureParams = HeatParams & { readonly level: DistrictLevel; readonly measure: MeasureId }

/** What the layer of districts shows of one city: a figure a district, where it comes from, and what must be said of it. */
export async function loadDistrictMeasure(source: LayerSource, params: DistrictMeasureParams): Promise<AreaFigures> {
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
}

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
