import { energiesOf } from '../../analytics/energy/energies-of.ts'
import { firstPointOf } from '../../geo/rings.ts'
import type { CityFacts } from '../../analytics/measures/types.ts'
import type { PlacedFacts } from '../../analytics/zones/place-zones.ts'
import { numberColumn } from '../columns.ts'
import type { HeatParams } from '../buildings/heat-params.ts'
import type { LayerSource } from '../layer.ts'
import { modelEnergy, storeysOf } from '../buildings/model-heat.ts'
import { modelSolar, readRoofSun } from '../buildings/model-solar.ts'

/** How each of a city's facts is read, as far as it lies somewhere. */
export const READ_FACTS: { readonly [Name in keyof PlacedFacts]: (source: LayerSource) => Promise<PlacedFacts[Name]> } = {
  buildings: async (source) => ({ geometry: await source.geometry('buildings') }),
  land: (source) => source.geometry('land'),
  green: (source) => source.geometry('green'),
  coverage: (source) => source.geometry('coverage'),
  roofSun: readRoofSun,
  populationGrid: readPopulationGrid,
  stops: readStops,
}

/**
 * Buildings with their storeys, energy and solar yield, which depend on the assumptions.
 *
 * @param roofSun what their roofs get of the sun; null where that is not asked for, and their yield is not known
 */
export async function readBuildingFacts(
  source: LayerSource,
  heatParams: HeatParams,
  roofSun: CityFacts['roofSun'] | null,
): Promise<CityFacts['buildings']> {
  const [table, geometry] = await Promise.all([source.buildings(), source.geometry('buildings')])
  const energy = modelEnergy(table, geometry, source.city, heatParams)
  return {
    geometry,
    footprintsSquareMetres: table.footprintsSquareMetres,
    heightsMetres: table.heightsMetres,
    heightSourceCodes: table.heightSourceCodes,
    storeys: storeysOf(table, heatParams),
    storeysSourceCodes: table.storeysSourceCodes,
    ...energiesOf(energy),
    solarKilowattHoursPerYear: roofSun === null ? new Float64Array(table.count).fill(NaN) : modelSolar(table, roofSun, heatParams),
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
    positions.set(firstPointOf(geometry, stop), stop * 2)
  }
  return { positions, departuresPerDay: numberColumn(table, 'departures_per_day') }
}
