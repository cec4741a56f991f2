import { tallinn } from '../../cities/tallinn.ts'
import type { Dataset } from '../dataset.ts'
import type { Effects } from '../effects.ts'
import type { SourceFolder } from '../steps/read-clean.ts'
import { buildGreen } from './map-green.ts'
import { buildLandDatasets } from './map-land.ts'
import { buildRailDataset, buildStreetsDataset } from './map-streets.ts'
import { buildWater } from './map-water.ts'

/**
 * Tallinn's map, transit and population: land, coverage, extent, water, green, streets, rail, stops,
 * lines, population grid and places.
 *
 * @param sources - the sources folder.
 */
export async function buildMapDatasets(effects: Effects, sources: string): Promise<readonly Dataset[]> {
  const folder: SourceFolder = { effects, sources, city: tallinn }
  const land = await buildLandDatasets(folder)
  return [
    ...land,
    await buildWater(folder),
    await buildGreen(folder),
    await buildStreetsDataset(folder),
    await buildRailDataset(folder),
  ]
}
