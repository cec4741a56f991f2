import { helsinki } from '../../../cities/helsinki.ts'
import type { Dataset } from '../../dataset.ts'
import type { Effects } from '../../effects.ts'
import type { SourceFolder } from '../../formats/read-clean.ts'
import { buildAmenityDatasets } from './amenities.ts'
import type { CityLand } from './land.ts'
import { buildGreen } from './map-green.ts'
import { buildLandDatasets, readCityArea } from './map-land.ts'
import { buildRailDataset, buildStreetsDataset } from './map-streets.ts'
import { buildWater } from './map-water.ts'
import { buildPlacesDataset } from './places.ts'
import { buildPopulation } from './population.ts'
import { buildTransit } from './transit.ts'

/**
 * Helsinki's map, transit and population: land, coverage, extent, water, green, streets, rail, stops,
 * lines, population grid, places and amenities.
 *
 * @param sources - the sources folder.
 * @param land - the city's land, as `readLand` reads it.
 */
export async function buildMapDatasets(effects: Effects, sources: string, land: CityLand): Promise<readonly Dataset[]> {
  const folder: SourceFolder = { effects, sources, city: helsinki }
  const cityArea = await readCityArea(folder)
  return [
    ...(await buildLandDatasets(folder, cityArea, land)),
    await buildWater(folder, cityArea),
    await buildGreen(folder, cityArea),
    await buildStreetsDataset(folder),
    await buildRailDataset(folder),
    ...(await buildTransit(folder, cityArea)),
    await buildPopulation(folder, cityArea),
    await buildPlacesDataset(folder, cityArea),
    ...(await buildAmenityDatasets(folder, land.polygons)),
  ]
}
