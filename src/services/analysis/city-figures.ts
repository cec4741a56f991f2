import type { CityFacts, ZoneFacts, Zones } from '../../analytics/measures/types.ts'
import { FACT_GROUPS } from '../../analytics/measures/fact-groups.ts'
import { sumAfter, type BroughtSums, type PlacedCity } from '../../analytics/scenario/sum-after.ts'
import type { PlacedGroups } from '../../analytics/zones/place-zones.ts'
import { factsOfSums, listModelledShares, pickExamples } from '../../analytics/zones/sum-zone-facts.ts'
import type { ZoneShares } from '../../analytics/zones/zone-shares.ts'
import { mergeZoneSums, sumZones, type SummedBuildings, type ZoneSums } from '../../analytics/zones/zone-sums.ts'
import type { CityId } from '../../cities/index.ts'
import type { HeatParams } from '../../layers/buildings/heat-params.ts'
import { parseModelParams } from '../../layers/buildings/solar-params.ts'
import type { LayerSource } from '../../layers/layer.ts'
import { READ_FACTS, readBuildingFacts } from '../../layers/measures/city-facts.ts'
import { placeGroups } from '../../layers/measures/place-groups.ts'
import { applyToCity, openCity, type AppliedScenario } from '../../layers/scenario/apply-to-city.ts'
import type { Scenario } from '../../scenario/types.ts'
import { keepPromise } from '../keep-promise.ts'
import type { HeatChanges, ZoneSet } from './analysis-service.ts'
import { keepLatestPromise } from './keep-latest-promise.ts'
import { makeZones, type CityZones } from './zone-sets.ts'

/** One city's zones with all that is known of them, today or after a scenario. */
export interface CityFigures extends CityZones {
  readonly cityId: CityId
  readonly facts: ZoneFacts
  /** The same as if buildings were known on all land: what a difference of sums is made of. */
  readonly openFacts: ZoneFacts
  readonly shares: ZoneShares
  readonly buildings: SummedBuildings
  /** Null where no scenario was laid over the city. */
  readonly scenario: (AppliedScenario & { readonly brought: BroughtSums; readonly name: string }) | null
}

/** Assumptions of the energy model with those of a scenario in their place. */
export function heatUnder(heat: HeatChanges | undefined, scenario: Scenario | undefined): HeatChanges {
  return { ...heat, ...scenario?.assumptions }
}

export type FindFigures = (set: ZoneSet, cityId: CityId, heat?: HeatChanges, scenario?: Scenario) => Promise<CityFigures>

/**
 * Finds a city's figures. What rests on shapes is kept: of districts for good, of drawn areas and hexagons for the latest; the
 * figures of today for the latest assumptions.
 */
export function openFigures(sourceOf: (cityId: CityId) => LayerSource): FindFigures {
  const keep = keepPromise()
  const keepLatest = keepLatestPromise()
  const zonesOf = (set: ZoneSet, cityId: CityId) => {
    const start = async (): Promise<CityZones & { readonly placed: { readonly zones: Zones } & PlacedGroups }> => {
      const made = await makeZones(set, sourceOf(cityId))
      return { ...made, placed: await placeGroups(sourceOf(cityId), made.zones, FACT_GROUPS) }
    }
    return set.kind === 'districts'
      ? keep(`districts ${cityId} ${set.level}`, start)
      : set.kind === 'city'
        ? keep(`city ${cityId}`, start)
        : keepLatest(`${set.kind} ${cityId}`, JSON.stringify(set), start)
  }
  const buildingsOf = (cityId: CityId, params: HeatParams): Promise<CityFacts['buildings']> =>
    keepLatest(`buildings ${cityId}`, JSON.stringify(params), async () =>
      readBuildingFacts(sourceOf(cityId), params, await READ_FACTS.roofSun(sourceOf(cityId))),
    )
  const openOf = (cityId: CityId, params: HeatParams, assumptions: Scenario['assumptions']) =>
    keepLatest(`open ${cityId}`, JSON.stringify([params, assumptions]), async () =>
      openCity(sourceOf(cityId), await buildingsOf(cityId, params), params, assumptions),
    )
  /** Sums of today. */
  const sumsOf = (set: ZoneSet, cityId: CityId, params: HeatParams) =>
    keepLatest(`sums ${set.kind} ${cityId}`, JSON.stringify([set, params]), async () => {
      const [zones, buildings] = await Promise.all([zonesOf(set, cityId), buildingsOf(cityId, params)])
      return { zones, buildings, sums: sumZones(buildings, zones.placed) }
    })

  return async (set, cityId, heat, scenario) => {
    const assumptions = scenario?.assumptions ?? {}
    const params = parseModelParams(heatUnder(heat, scenario))
    const { zones, buildings, sums } = await sumsOf(set, cityId, params)
    const shares = zones.placed.buildings
    if (scenario === undefined) return makeFigures(cityId, zones, sums, { shares, buildings, scenario: null })
    const [open, land, green, populationGrid, stops] = await Promise.all([
      openOf(cityId, params, assumptions),
      READ_FACTS.land(sourceOf(cityId)),
      READ_FACTS.green(sourceOf(cityId)),
      keep(`grid ${cityId}`, () => READ_FACTS.populationGrid(sourceOf(cityId))),
      keep(`stops ${cityId}`, () => READ_FACTS.stops(sourceOf(cityId))),
    ])
    const applied = applyToCity(scenario, open)
    const city: PlacedCity = { zones: zones.zones, placed: zones.placed, places: { land, green, populationGrid, stops }, sums }
    const after = sumAfter(city, applied.buildings, applied.changes)
    return makeFigures(cityId, zones, after.sums, {
      shares: after.shares,
      buildings: applied.buildings.facts,
      scenario: { ...applied, brought: after.brought, name: scenario.name },
    })
  }
}

function makeFigures(
  cityId: CityId,
  zones: CityZones & { readonly placed: PlacedGroups },
  sums: ZoneSums,
  rest: Pick<CityFigures, 'shares' | 'buildings' | 'scenario'>,
): CityFigures {
  const { placed, ...made } = zones
  const figures = { ...made, cityId, ...rest }
  if (zones.whole !== undefined) {
    const merge = <Sums extends object>(each: Sums): Sums => mergeZoneSums(each, new Uint8Array(sums.populations.length), 1)
    const one = merge(sums)
    const modelled = one.modelledPopulations.map((share, zone) => share / (one.populations[zone] as number))
    const coverage = one.coveredLandSquareMetres.map((covered, zone) => covered / (one.landSquareMetres[zone] as number))
    return {
      ...figures,
      facts: factsOfSums(one, coverage, modelled),
      openFacts: factsOfSums(one, Float64Array.of(1), modelled),
      scenario: rest.scenario === null ? null : { ...rest.scenario, brought: merge(rest.scenario.brought) },
    }
  }
  const modelled = listModelledShares(zones.zones)
  return {
    ...figures,
    facts: { ...factsOfSums(sums, placed.land.coverageShares, modelled), exampleBuildings: pickExamples(rest.shares, rest.buildings) },
    openFacts: factsOfSums(
      sums,
      placed.land.coverageShares.map(() => 1),
      modelled,
    ),
  }
}
