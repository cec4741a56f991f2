import { tallinn } from '../../../cities/tallinn.ts'
import type { Dataset } from '../../dataset.ts'
import type { Effects } from '../../effects.ts'
import type { SourceFolder } from '../../formats/read-clean.ts'
import { buildAmenityDatasets } from './amenities.ts'
import { buildGreen } from './map-green.ts'
import { buildLandDatasets, readLand } from './map-land.ts'
import { buildRailDataset, buildStreetsDataset, createTransitNetworks, readWays } from './map-streets.ts'
import { buildWater } from './map-water.ts'
import { buildPlacesDataset } from './places.ts'
import { buildPopulation } from './population.ts'
import { buildTransit } from './transit.ts'

/**
 * Tallinn's map, transit and population: land, coverage, extent, water, green, streets, rail, stops,
 * lines, population grid, places and amenities.
 *
 * @param sources - the sources folder.
 */
export async function buildMapDatasets(effects: Effects, sources: string): Promise<readonly Dataset[]> {
  const folder: SourceFolder = { effects, sources, city: tallinn }
  const land = await readLand(folder)
  const ways = await readWays(folder)
  return [
    ...buildLandDatasets(land.polygons, land.issues),
    await buildWater(folder, land.polygons),
    await buildGreen(folder, land.polygons),
    buildStreetsDataset(ways),
    buildRailDataset(ways),
    ...(await buildTransit(folder, land.polygons, createTransitNetworks(ways))),
    await buildPopulation(folder),
    await buildPlacesDataset(folder, ways),
    ...(await buildAmenityDatasets(folder, land.polygons)),
  ]
}
