import { helsinki } from '../../../cities/helsinki.ts'
import type { Dataset } from '../../dataset.ts'
import type { Effects } from '../../effects.ts'
import type { SourceFolder } from '../../formats/read-clean.ts'
import { buildGreen } from './map-green.ts'
import { buildLandDatasets, readCityArea } from './map-land.ts'
import { buildRailDataset, buildStreetsDataset } from './map-streets.ts'
import { buildWater } from './map-water.ts'
import { buildPlacesDataset } from './places.ts'
import { buildPopulation } from './population.ts'
import { buildTransit } from './transit.ts'

/**
 * Helsinki's map, transit and population: land, coverage, extent, water, green, streets, rail, stops,
 * lines, population grid and places.
 *
 * @param sources - the sources folder.
 */
export async function buildMapDatasets(effects: Effects, sources: string): Promise<readonly Dataset[]> {
  const folder: SourceFolder = { effects, sources, city: helsinki }
  const cityArea = await readCityArea(folder)
  return [
    ...(await buildLandDatasets(folder, cityArea)),
    await buildWater(folder, cityArea),
    await buildGreen(folder, cityArea),
    await buildStreetsDataset(folder),
    await buildRailDataset(folder),
    ...(await buildTransit(folder, cityArea)),
    await buildPopulation(folder, cityArea),
    await buildPlacesDataset(folder, cityArea),
  ]
}
