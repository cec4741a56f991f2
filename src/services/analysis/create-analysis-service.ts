import { MEASURES } from '../../analytics/measures/index.ts'
import { CITY_IDS, type CityId } from '../../cities/index.ts'
import { parseModelParams } from '../../layers/buildings/solar-params.ts'
import type { LayerSource } from '../../layers/layer.ts'
import type { DistrictTable } from '../../layers/districts/district-table.ts'
import { factOrigins, measureProvenance } from '../../layers/measures/fact-origins.ts'
import type { Scenario } from '../../scenario/types.ts'
import { openCityTables, type DataFiles } from '../city-tables.ts'
import type { AnalysisService, HeatChanges, MeasureTable, ZoneSet } from './analysis-service.ts'
import { autocorrelateZones } from './autocorrelate-zones.ts'
import { heatUnder, openFigures } from './city-figures.ts'
import { explainFigure } from './explain-figure.ts'
import { layRuleOver } from './lay-plan-rules.ts'
import { makeTable } from './make-table.ts'
import { matchZones } from './match-zones.ts'
import { rateZones } from './rate-zones.ts'
import { readLoad } from './read-load.ts'
import { evaluateScenario } from './scenario/evaluate-scenario.ts'
import { explainDifference } from './scenario/explain-difference.ts'
import { sweepVariants } from './scenario/sweep-variants.ts'
import { testAssumptions } from './scenario/test-assumptions.ts'
import { markInputs, markTouched } from './scenario/mark-touched.ts'
import { testZoneRanks } from './test-zone-ranks.ts'
import { citiesOf } from './zone-sets.ts'
import { createViewService } from '../view/create-view-service.ts'

/**
 * The analysis service over a folder of data, without any worker: what the worker's shell exposes, what
 * the report in the terminal asks, and what tests call. Files are read when first needed.
 */
export function createAnalysisService(files: DataFiles): AnalysisService {
  const cities = new Map(CITY_IDS.map((cityId) => [cityId, openCityTables(cityId, files)]))
  const sourceOf = (cityId: CityId): LayerSource => {
    const source = cities.get(cityId)
    if (source === undefined) throw new Error(`No city has the id "${cityId}"`)
    return source
  }
  const figuresOf = openFigures(sourceOf)
  const figuresOfAll = (set: ZoneSet, heat?: HeatChanges, scenario?: Scenario) =>
    Promise.all(citiesOf(set).map((cityId) => figuresOf(set, cityId, heat, scenario)))
  const originsOf = async (cityId: CityId, districts: DistrictTable | null) => factOrigins(await sourceOf(cityId).manifest(), districts)
  const measure: AnalysisService['measure'] = async (zones, heat, scenario) => {
    const figures = await figuresOfAll(zones, heat, scenario)
    const provenance = await Promise.all(
      figures.map(async (each) => [each.cityId, measureProvenance(await originsOf(each.cityId, each.districts))] as const),
    )
    const table = makeTable(zones, figures, Object.fromEntries(provenance) as MeasureTable['provenance'], sourceOf)
    return scenario === undefined ? table : markTouched(table, await measure(zones, heatUnder(heat, scenario)), scenario)
  }
  const evaluator = { figuresOfAll, sourceOf, originsOf }

  return {
    ...createViewService(sourceOf),
    measure,

    evaluateScenario: (request) => evaluateScenario(request, evaluator),
    explainDifference: (request, onProgress) => explainDifference(request, evaluator, onProgress),
    testAssumptions: (request, onProgress) => testAssumptions(request, evaluator, onProgress),
    sweepVariants: (request, onProgress) => sweepVariants(request, evaluator, onProgress),

    explain: async (zones, cityId, zoneId, measureId, heat, scenario) => {
      const isOfElectricity = MEASURES[measureId].inputs.includes('electricityKilowattHoursPerYear')
      const [figures, manifest, texts, load] = await Promise.all([
        figuresOf(zones, cityId, heat, scenario),
        sourceOf(cityId).manifest(),
        sourceOf(cityId).buildingTexts(),
        isOfElectricity ? readLoad(sourceOf(cityId)) : null,
      ])
      const zone = figures.rows.findIndex(({ id }) => id === zoneId)
      const row = figures.rows[zone]
      if (row === undefined) throw new Error(`No zone of ${cityId} has the id "${zoneId}"`)
      const explanation = explainFigure(row, zone, measureId, figures, texts, factOrigins(manifest, figures.districts), load)
      if (scenario === undefined) return explanation
      const today = await figuresOf(zones, cityId, heatUnder(heat, scenario))
      return { ...explanation, inputs: markInputs(explanation.inputs, today.facts, zone, scenario) }
    },

    match: async (request) =>
      matchZones(request, await measure({ kind: 'districts', level: request.level, cityIds: CITY_IDS }, request.heat, request.scenario)),

    autocorrelate: async (request, onProgress) => {
      const [cityId, ...others] = citiesOf(request.zones)
      if (cityId === undefined || others.length > 0) throw new Error('Expected the zones of one city: none has neighbours across the sea')
      const { rows, facts, zones } = await figuresOf(request.zones, cityId, request.heat, request.scenario)
      const values = Float64Array.from(rows, (_, zone) => MEASURES[request.measureId].of(facts, zone))
      return autocorrelateZones(rows, values, zones.geometry, request, onProgress)
    },

    testRanks: async (request, onProgress) => {
      const { level, cityIds, heat, scenario } = request
      const figures = await figuresOfAll({ kind: 'districts', level, cityIds }, heat, scenario)
      const uncertain = await Promise.all(
        figures.map(async ({ cityId, facts, shares, buildings }) => ({
          facts,
          shares,
          buildings,
          manifest: await sourceOf(cityId).manifest(),
        })),
      )
      return { rows: figures.flatMap(({ rows }) => rows), ...(await testZoneRanks(uncertain, request, onProgress)) }
    },

    rateSites: async (request, onProgress) => rateZones(await measure(request.zones, request.heat, request.scenario), request, onProgress),

    layPlanRule: (request, heat) =>
      Promise.all(request.areas.map((area) => layRuleOver(sourceOf(area.cityId), request, area, parseModelParams(heat)))),
  }
}
