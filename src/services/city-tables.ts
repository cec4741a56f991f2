import type { City } from '../cities/city.ts'
import { cityById, type CityId } from '../cities/index.ts'
import { converterBetween } from '../geo/crs.ts'
import type { GeoTable, PackedGeometry } from '../geo/packed-geometry.ts'
import { BUILDING_COLUMNS, BUILDING_TEXT_COLUMNS, readBuildingTable, readBuildingTexts } from '../layers/buildings/building-table.ts'
import { readDistrictTable, type DistrictLevel } from '../layers/districts/district-table.ts'
import type { LayerSource } from '../layers/layer.ts'
import { DATASETS, type DatasetName } from '../schema/datasets.ts'
import { keepPromise } from './keep-promise.ts'
import { readGeoParquet } from '../io/read-geoparquet.ts'
import { readManifest } from '../io/read-manifest.ts'

export interface DataFiles {
  /** The folder `data/`, with a slash at its end. */
  readonly dataUrl: string
  readonly fetchBytes: (url: string) => Promise<ArrayBuffer>
}

/**
 * One city's tables. Each file is fetched and decoded once, when first asked for; one that failed is
 * tried again at the next call.
 */
export function openCityTables(cityId: CityId, files: DataFiles): LayerSource {
  const city = cityById(cityId)
  const folder = `${files.dataUrl}${cityId}/`
  const keep = keepPromise()

  const read = async (name: DatasetName, columns: readonly string[], geometry: boolean) => {
    const bytes = await files.fetchBytes(`${folder}${name}.parquet`)
    return readGeoParquet(bytes, columns, { fileName: `${cityId}/${name}.parquet`, geometry })
  }
  const table = (name: Exclude<DatasetName, 'buildings'>): Promise<GeoTable> =>
    keep(`table ${name}`, () => read(name, Object.keys(DATASETS[name].columns), true))
  const geometry = (name: DatasetName): Promise<PackedGeometry> => keep(`geometry ${name}`, async () => {
    const known = name === 'buildings' ? await read(name, [], true) : await table(name)
    if (known.geometry === null) throw new Error(`${cityId}/${name}.parquet: expected a geometry, found none`)
    return known.geometry
  })

  return {
    city: city as City & { readonly id: CityId },
    table,
    manifest: () => keep('manifest', async () => readManifest(await files.fetchBytes(`${folder}manifest.json`), cityId)),
    geometry,
    positionsDegrees: (name) => keep(`degrees ${name}`, async () =>
      converterBetween(city.epsg, 4326).batch((await geometry(name)).positions)),
    // The largest file is read in three parts, each when it is needed: colours wait for no address.
    buildings: () => keep('buildings', async () => readBuildingTable(await read('buildings', BUILDING_COLUMNS, false))),
    buildingTexts: () =>
      keep('building texts', async () => readBuildingTexts(await read('buildings', BUILDING_TEXT_COLUMNS, false))),
    districts: (level: DistrictLevel) =>
      keep(`districts ${level}`, async () => readDistrictTable(await table('districts'), level)),
  }
}
