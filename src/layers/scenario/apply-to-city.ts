import type { EnergyOptions } from '../../analytics/energy/estimate-energy.ts'
import { heightFromStoreysMetres, storeysFromHeight } from '../../analytics/form/storeys.ts'
import type { StandingBuildings } from '../../analytics/scenario/change-buildings.ts'
import { changeBuildings, type ChangedBuildings } from '../../analytics/scenario/change-buildings.ts'
import { indexPolygons } from '../../geo/locate-points.ts'
import { applyScenario } from '../../scenario/apply/apply-scenario.ts'
import { indexCity, type IndexedCity } from '../../scenario/apply/index-city.ts'
import type { CityChanges } from '../../scenario/apply/types.ts'
import type { Scenario } from '../../scenario/types.ts'
import type { HeatParams } from '../buildings/heat-params.ts'
import { heatAssumptionsOf } from '../buildings/read-heat-params.ts'
import { solarAssumptionsOf } from '../buildings/solar-params.ts'
import { energyColumnsOf, energyOptionsOf } from '../buildings/model-heat.ts'
import type { LayerSource } from '../layer.ts'
import { READ_FACTS } from '../measures/city-facts.ts'

/** A city's buildings under some assumptions, ready for any scenario that has the same. */
export interface OpenCity {
  readonly indexed: IndexedCity
  readonly districtsAt: (x: number, y: number) => readonly string[]
  readonly standing: StandingBuildings
  readonly energy: EnergyOptions
  readonly params: HeatParams
}

/** What a scenario makes of a city. */
export interface AppliedScenario {
  readonly changes: CityChanges
  readonly buildings: ChangedBuildings
}

type Frame = Pick<OpenCity, 'indexed' | 'districtsAt'> & { readonly roofs: StandingBuildings['roofs'] }
const frames = new WeakMap<LayerSource, Promise<Frame>>()

/**
 * Opens a city for scenarios. What rests on shapes alone is made once for a source.
 *
 * @param facts those of its buildings under the same assumptions
 * @param params assumptions of the energy model, those of the scenario among them
 * @param assumptions of the scenario, by id
 */
export async function openCity(
  source: LayerSource,
  facts: StandingBuildings['facts'],
  params: HeatParams,
  assumptions: Scenario['assumptions'],
): Promise<OpenCity> {
  const frame = frames.get(source) ?? openFrame(source)
  frames.set(source, frame)
  frame.catch(() => frames.delete(source))
  const { indexed, districtsAt, roofs } = await frame
  const [table, geometry] = await Promise.all([source.buildings(), source.geometry('buildings')])
  return {
    indexed: { ...indexed, buildings: { ...indexed.buildings, storeys: facts.storeys } },
    districtsAt,
    standing: { facts, columns: energyColumnsOf(table, geometry), points: indexed.points, roofs },
    energy: energyOptionsOf(table, source.city, params, assumptions),
    params,
  }
}

async function openFrame(source: LayerSource): Promise<Frame> {
  const [table, texts, geometry, coarse, fine, roofs] = await Promise.all([
    source.buildings(),
    source.buildingTexts(),
    source.geometry('buildings'),
    source.districts('coarse'),
    source.districts('fine'),
    READ_FACTS.roofSun(source),
  ])
  const { useCodes, years, storeys, heightsMetres, footprintsSquareMetres, coarseDistrictIds, fineDistrictIds } = table
  const levels = [coarse, fine].map(({ geometry: shapes, ids }) => ({ find: indexPolygons(shapes), ids }))
  return {
    indexed: indexCity(source.city, {
      ids: texts.ids,
      useCodes,
      years,
      storeys,
      heightsMetres,
      footprintsSquareMetres,
      coarseDistrictIds,
      fineDistrictIds,
      geometry,
    }),
    districtsAt: (x, y) => levels.flatMap(({ find, ids }) => ids[find(x, y)] ?? []),
    roofs,
  }
}

/** Applies a scenario to an open city: pure, and only what it changes is reckoned. */
export function applyToCity(scenario: Scenario, { indexed, districtsAt, standing, energy, params }: OpenCity): AppliedScenario {
  const assumed = heatAssumptionsOf(params)
  const changes = applyScenario(scenario, indexed, {
    rules: { heightFromStoreysMetres, storeysFromHeight: (height, use) => storeysFromHeight(height, use, null, assumed) },
    districtsAt,
  })
  return {
    changes,
    buildings: changeBuildings(standing, changes, { energy, solar: solarAssumptionsOf(params), assumptions: scenario.assumptions }),
  }
}
