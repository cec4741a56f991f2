import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadCityMap, MAP_DATASETS } from '../../basemap/city-map.ts'
import { encodeOverview } from '../../basemap/overview/encode-overview.ts'
import type { City } from '../../cities/city.ts'
import { readGeoParquet } from '../../io/read-geoparquet.ts'

/**
 * The overview of a city's map, from its data as they are: a set that is not there is not on it.
 *
 * @returns null for a folder that holds no map, only buildings
 */
export async function buildOverview(city: City, dataFolder: string): Promise<Uint8Array | null> {
  const fileOf = (dataset: string): string => join(dataFolder, `${dataset}.parquet`)
  if (!MAP_DATASETS.some((dataset) => existsSync(fileOf(dataset)))) return null
  const map = await loadCityMap(city, async (_cityId, dataset, columns) => {
    const bytes = await readFile(fileOf(dataset))
    return readGeoParquet(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength), columns, { fileName: fileOf(dataset) })
  })
  return encodeOverview(map)
}
