import { MEASURES } from '../../analytics/measures/index.ts'
import { MEASURE_IDS, type CityFacts, type MeasureId, type ZoneFacts } from '../../analytics/measures/types.ts'
import { FACT_GROUPS } from '../../analytics/measures/fact-groups.ts'
import type { PlacedGroups } from '../../analytics/zones/place-zones.ts'
import { sumZoneFacts } from '../../analytics/zones/sum-zone-facts.ts'
import { CITY_IDS, type CityId } from '../../cities/index.ts'
import { converterBetween } from '../../geo/crs.ts'
import type { PackedGeometry } from '../../geo/packed-geometry.ts'
import type { HeatParams } from '../../layers/buildings/heat-params.ts'
import { parseModelParams } from '../../layers/buildings/solar-params.ts'
import type { LayerSource } from '../../layers/layer.ts'
import { READ_FACTS, readBuildingFacts } from '../../layers/measures/city-facts.ts'
import { factOrigins, measureProvenance } from '../../layers/measures/fact-origins.ts'
import { placeGroups } from '../../layers/measures/place-groups.ts'
import { autocorrelateZones } from './autocorrelate-zones.ts'
import { explainFigure } from './explain-figure.ts'
import { matchZones } from './match-zones.ts'
import { layRuleOver } from './lay-plan-rules.ts'
import { rateZones } from './rate-zones.ts'
import { readLoad } from './read-load.ts'
import { testZoneRanks } from './test-zone-ranks.ts'
import { citiesOf, makeZones, type CityZones } from './zone-sets.ts'
import type { AnalysisService, HeatChanges, MeasureTable, ZoneSet } from './analysis-service.ts'
import { openCityTables, type DataFiles } from '../city-tables.ts'
import { keepPromise } from '../keep-promise.ts'
import { createViewService } from '../view/create-view-service.ts'

/** One city's zones with all that is known of them. */
interface CityFigures extends CityZones {
  readonly cityId: CityId
  readonly facts: ZoneFacts
  readonly placed: PlacedGroups
  readonly buildings: CityFacts['buildings']
}

/**
 * The analysis service over a folder of data, without any worker: what the worker's shell exposes, what
 * the report in the terminal asks, and what tests call. Files are read when first needed.
 */
export function createAnalysisService(files: DataFiles): AnalysisService {
  const cities = new Map(CITY_IDS.map((cityId) => [cityId, openCityTables(cityId, files)]))
  const keep = keepPromise()
  const keepLatest = keepLatestPromise()
  const sourceOf = (cityId: CityId): LayerSource => {
    const source = cities.get(cityId)
    if (source === undefined) throw new Error(`No city has the id "${cityId}"`)
    return source
  }
  const buildingsOf = (cityId: CityId, heat: HeatParams) =>
    keepLatest(`buildings ${cityId}`, JSON.stringify(heat), async () =>
      readBuildingFacts(sourceOf(cityId), heat, await READ_FACTS.roofSun(sourceOf(cityId))),
    )
  /** Districts are kept, of drawn areas and hexagons the latest only. */
  const zonesOf = (set: ZoneSet, cityId: CityId) => {
    const start = async () => {
      const made = await makeZones(set, sourceOf(cityId))
      return { ...made, placed: await placeGroups(sourceOf(cityId), made.zones, FACT_GROUPS) }
    }
    return set.kind === 'districts'
      ? keep(`districts ${cityId} ${set.level}`, start)
      : keepLatest(`${set.kind} ${cityId}`, JSON.stringify(set), start)
  }
  const figuresOf = async (set: ZoneSet, cityId: CityId, heat: HeatChanges | undefined): Promise<CityFigures> => {
    const [zones, buildings] = await Promise.all([zonesOf(set, cityId), buildingsOf(cityId, parseModelParams(heat))])
    return { ...zones, cityId, buildings, facts: sumZoneFacts(buildings, zones.placed) }
  }

  const figuresOfAll = (set: ZoneSet, heat: HeatChanges | undefined) =>
    Promise.all(citiesOf(set).map((cityId) => figuresOf(set, cityId, heat)))
  const measure: AnalysisService['measure'] = async (zones, heat) => {
    const figures = await figuresOfAll(zones, heat)
    const manifests = await Promise.all(figures.map(({ cityId }) => sourceOf(cityId).manifest()))
    return makeTable(
      zones,
      figures,
      Object.fromEntries(
        figures.map(({ cityId, districts }, index) => [
          cityId,
          measureProvenance(factOrigins(manifests[index] as (typeof manifests)[number], districts)),
        ]),
      ) as MeasureTable['provenance'],
      sourceOf,
    )
  }

  return {
    ...createViewService(sourceOf),
    measure,

    explain: async (zones, cityId, zoneId, measureId, heat) => {
      const isOfElectricity = MEASURES[measureId].inputs.includes('electricityKilowattHoursPerYear')
      const [figures, manifest, texts, load] = await Promise.all([
        figuresOf(zones, cityId, heat),
        sourceOf(cityId).manifest(),
        sourceOf(cityId).buildingTexts(),
        isOfElectricity ? readLoad(sourceOf(cityId)) : null,
      ])
      const zone = figures.rows.findIndex(({ id }) => id === zoneId)
      const row = figures.rows[zone]
      if (row === undefined) throw new Error(`No zone of ${cityId} has the id "${zoneId}"`)
      return explainFigure(row, zone, measureId, figures.facts, figures.buildings, texts, factOrigins(manifest, figures.districts), load)
    },

    match: async (request) =>
      matchZones(request, await measure({ kind: 'districts', level: request.level, cityIds: CITY_IDS }, request.heat)),

    autocorrelate: async (request, onProgress) => {
      const [cityId, ...others] = citiesOf(request.zones)
      if (cityId === undefined || others.length > 0) throw new Error('Expected the zones of one city: none has neighbours across the sea')
      const { rows, facts, zones } = await figuresOf(request.zones, cityId, request.heat)
      const values = Float64Array.from(rows, (_, zone) => MEASURES[request.measureId].of(facts, zone))
      return autocorrelateZones(rows, values, zones.geometry, request, onProgress)
    },

    testRanks: async (request, onProgress) => {
      const { level, cityIds, heat } = request
      const figures = await figuresOfAll({ kind: 'districts', level, cityIds }, heat)
      const uncertain = await Promise.all(
        figures.map(async ({ cityId, facts, placed, buildings }) => ({
          facts,
          shares: placed.buildings,
          buildings,
          manifest: await sourceOf(cityId).manifest(),
        })),
      )
      return { rows: figures.flatMap(({ rows }) => rows), ...(await testZoneRanks(uncertain, request, onProgress)) }
    },

    rateSites: async (request, onProgress) => rateZones(await measure(request.zones, request.heat), request, onProgress),

    layPlanRule: (request, heat) =>
      Promise.all(request.areas.map((area) => layRuleOver(sourceOf(area.cityId), request, area, parseModelParams(heat)))),
  }
}

function makeTable(
  zones: ZoneSet,
  figures: readonly CityFigures[],
  provenance: MeasureTable['provenance'],
  sourceOf: (cityId: CityId) => LayerSource,
): MeasureTable {
  const column = (valueOf: (id: MeasureId, facts: ZoneFacts, zone: number) => number) =>
    Object.fromEntries(
      MEASURE_IDS.map((id) => [
        id,
        Float64Array.from(figures.flatMap(({ facts }) => Array.from({ length: facts.zoneCount }, (_, zone) => valueOf(id, facts, zone)))),
      ]),
    ) as Record<MeasureId, Float64Array>
  return {
    zones,
    rows: figures.flatMap(({ rows }) => rows),
    values: column((id, facts, zone) => MEASURES[id].of(facts, zone)),
    estimatedShares: column((id, facts, zone) => MEASURES[id].estimatedShare(facts, zone)),
    coverageShares: Float64Array.from(figures.flatMap(({ facts }) => [...facts.coverageShares])),
    provenance,
    shapes: joinShapes(
      figures.map(({ zones: { geometry }, cityId }) => ({
        geometry,
        positionsDegrees: converterBetween(sourceOf(cityId).city.epsg, 4326).batch(geometry.positions),
      })),
    ),
  }
}

/** Shapes of several cities, one after the other. */
function joinShapes(
  parts: readonly { readonly geometry: PackedGeometry; readonly positionsDegrees: Float64Array }[],
): MeasureTable['shapes'] {
  const positions: Float64Array[] = []
  const ringStarts = [0]
  const featureStarts = [0]
  for (const { geometry, positionsDegrees } of parts) {
    const [point, ring] = [ringStarts.at(-1) as number, featureStarts.at(-1) as number]
    for (const start of geometry.ringStarts.subarray(1)) ringStarts.push(point + start)
    for (const start of geometry.featureStarts.subarray(1)) featureStarts.push(ring + start)
    positions.push(positionsDegrees)
  }
  const positionsDegrees = new Float64Array((ringStarts.at(-1) as number) * 2)
  let at = 0
  for (const part of positions) {
    positionsDegrees.set(part, at)
    at += part.length
  }
  return { positionsDegrees, ringStarts: Uint32Array.from(ringStarts), featureStarts: Uint32Array.from(featureStarts) }
}

/** Of each slot keeps the promise of the key asked for last; one that rejects is forgotten. */
function keepLatestPromise() {
  const slots = new Map<string, { readonly key: string; readonly promise: Promise<unknown> }>()
  return <Value>(slot: string, key: string, start: () => Promise<Value>): Promise<Value> => {
    const known = slots.get(slot)
    if (known?.key === key) return known.promise as Promise<Value>
    const promise = start()
    const own = { key, promise }
    slots.set(slot, own)
    promise.catch(() => {
      if (slots.get(slot) === own) slots.delete(slot)
    })
    return promise
  }
}
