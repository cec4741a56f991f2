import { estimateSolarYields } from '../../analytics/solar/solar-yield.ts'
import { numberColumn } from '../columns.ts'
import type { LayerSource } from '../layer.ts'
import type { BuildingTable } from './building-table.ts'
import type { HeatParams } from './heat-params.ts'
import { solarAssumptionsOf } from './solar-params.ts'

/** What the model of panels is called wherever its figures are shown. */
export const SOLAR_MODEL_NAME =
  'Roof area × usable share × panel power × yearly yield × orientation × shading; assumed but for area and shading'
export const SOLAR_MODEL_UNCERTAINTY = 'roofs are taken as flat and free; trees and hills shade nothing'

/** What of sun and sky reaches each roof, 0-1, by building index. */
export interface RoofSunTable {
  readonly directShares: Float64Array
  readonly skyShares: Float64Array
}

/** Reads the shares; throws where they are not those of the buildings that stand in the data. */
export async function readRoofSun(source: LayerSource): Promise<RoofSunTable> {
  const [table, { count }] = await Promise.all([source.table('roof_sun'), source.buildings()])
  if (table.rowCount !== count) {
    throw new Error(`${source.city.id}/roof_sun.parquet: expected ${count} rows, one a building, found ${table.rowCount}`)
  }
  return { directShares: numberColumn(table, 'direct_sun_share'), skyShares: numberColumn(table, 'sky_view_share') }
}

/** Modelled yearly yield of panels on every roof under the given assumptions, kWh. */
export function modelSolar({ footprintsSquareMetres }: BuildingTable, roofSun: RoofSunTable, params: HeatParams): Float64Array {
  return estimateSolarYields({ roofAreasSquareMetres: footprintsSquareMetres, ...roofSun }, solarAssumptionsOf(params))
}
