import type { CityFacts } from '../analytics/measures/types.ts'
import { numberColumn } from '../layers/columns.ts'
import type { HeatParams } from '../layers/buildings/heat-params.ts'
import type { LayerSource } from '../layers/layer.ts'
import { modelHeat, storeysOf } from '../layers/buildings/model-heat.ts'

/** One city's facts, under the given assumptions of the heat model. */
export async function readCityFacts(source: LayerSource, heatParams: HeatParams): Promise<CityFacts> {
  const [buildings, land, water, green, coverage, populationGrid, stops] = await Promise.all([
    readBuildingFacts(source, heatParams),
    source.geometry('land'), source.geometry('water'), source.geometry('green'), source.geometry('coverage'),
    readPopulationGrid(source), readStops(source),
  ])
  return { buildings, land, water, green, coverage, populationGrid, stops }
}

/** Buildings by themselves: only their heat and storeys depend on the assumptions. */
export async function readBuildingFacts(source: LayerSource, heatParams: HeatParams): Promise<CityFacts['buildings']> {
  const [table, geometry] = await Promise.all([source.buildings(), source.geometry('buildings')])
  const { batch } = modelHeat(table, heatParams)
  return {
    geometry,
    footprintsSquareMetres: table.footprintsSquareMetres,
    heightsMetres: table.heightsMetres,
    heightSourceCodes: table.heightSourceCodes,
    storeys: storeysOf(table, heatParams),
    storeysSourceCodes: table.storeysSourceCodes,
    heatKilowattHoursPerYear: batch.heatDemandKilowattHours,
    heatAssumed: batch.assumedBits.map((bits) => (bits === 0 ? 0 : 1)),
  }
}

async function readPopulationGrid(source: LayerSource): Promise<CityFacts['populationGrid']> {
  const [table, geometry] = await Promise.all([source.table('population_grid'), source.geometry('population_grid')])
  return { geometry, populations: numberColumn(table, 'population') }
}

async function readStops(source: LayerSource): Promise<CityFacts['stops']> {
  const [table, geometry] = await Promise.all([source.table('transit_stops'), source.geometry('transit_stops')])
  const positions = new Float64Array(table.rowCount * 2)
  for (let stop = 0; stop < table.rowCount; stop++) {
    const point = (geometry.ringStarts[geometry.featureStarts[stop] as number] as number) * 2
    positions.set(geometry.positions.subarray(point, point + 2), stop * 2)
  }
  return { positions, departuresPerDay: numberColumn(table, 'departures_per_day') }
}
