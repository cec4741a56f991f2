import type { City } from '../cities/city.ts'
import { cityById, type CityId } from '../cities/index.ts'
import { converterBetween } from '../geo/crs.ts'
import type { GeoTable, PackedGeometry } from '../geo/packed-geometry.ts'
import { BUILDING_COLUMNS, BUILDING_TEXT_COLUMNS, readBuildingTable, readBuildingTexts } from '../layers/buildings/building-table.ts'
import { numberColumn } from '../layers/columns.ts'
import { readDistrictTable, type DistrictLevel } from '../layers/districts/district-table.ts'
import type { LayerSource } from '../layers/layer.ts'
import { DATASETS, type DatasetName, type Manifest } from '../schema/datasets.ts'
import type { FetchedRange } from '../io/fetch-file.ts'
import { openRangedFile } from '../io/open-ranged-file.ts'
import { keepPromise } from './keep-promise.ts'
import { readGeoParquet } from '../io/read-geoparquet.ts'
import { readManifest } from '../io/read-manifest.ts'

export interface DataFiles {
  /** The folder `data/`, with a slash at its end. */
  readonly dataUrl: string
  readonly fetchBytes: (url: string) => Promise<ArrayBuffer>
  /** A piece of a file; where there is no such way, files are fetched whole. */
  readonly fetchRange?: (url: string, first: number, last: number) => Promise<FetchedRange>
}

/**
 * One city's tables. Each file is fetched and decoded once, when first asked for; one that failed is
 * tried again at the next call.
 */
export function openCityTables(cityId: CityId, files: DataFiles): LayerSource {
  return openTables(cityById(cityId), `${files.dataUrl}${cityId}/`, files)
}

/**
 * The tables of a city's folder, which ends with a slash.
 *
 * @see openCityTables
 */
export function openTables(city: City, folder: string, files: Omit<DataFiles, 'dataUrl'>): LayerSource {
  const cityId = city.id
  const keep = keepPromise()

  const read = async (name: DatasetName, columns: readonly string[], geometry: boolean) => {
    const bytes = await files.fetchBytes(`${folder}${name}.parquet`)
    return readGeoParquet(bytes, columns, { fileName: `${cityId}/${name}.parquet`, geometry })
  }
  const manifest = (): Promise<Manifest> =>
    keep('manifest', async () => readManifest(await files.fetchBytes(`${folder}manifest.json`), cityId))
  /** Columns of the largest file, without its outlines, which are most of it. */
  const readBuildings = async (columns: readonly string[]): Promise<GeoTable> => {
    const { fetchRange } = files
    const byteLength = fetchRange === undefined ? undefined : (await manifest()).files.buildings?.bytes
    if (fetchRange !== undefined && byteLength !== undefined) {
      try {
        const file = openRangedFile(`${folder}buildings.parquet`, byteLength, fetchRange)
        return await readGeoParquet(file, columns, { fileName: `${cityId}/buildings.parquet`, geometry: false })
      } catch {
        // No ranges to be had, or a file that is newer than its manifest: read whole, it says what is wrong, if anything is.
      }
    }
    return await read('buildings', columns, false)
  }
  const table = (name: Exclude<DatasetName, 'buildings'>): Promise<GeoTable> =>
    keep(`table ${name}`, () => read(name, Object.keys(DATASETS[name].columns), true))
  const geometry = (name: DatasetName): Promise<PackedGeometry> =>
    keep(`geometry ${name}`, async () => {
      const known = name === 'buildings' ? await read(name, [], true) : await table(name)
      if (known.geometry === null) throw new Error(`${cityId}/${name}.parquet: expected a geometry, found none`)
      return known.geometry
    })

  return {
    city: city as City & { readonly id: CityId },
    table,
    manifest,
    geometry,
    positionsDegrees: (name) =>
      keep(`degrees ${name}`, async () => converterBetween(city.epsg, 4326).batch((await geometry(name)).positions)),
    bodyHeights: () =>
      keep('body heights', async () => Float64Array.from(numberColumn(await readBuildings(['body_height_m']), 'body_height_m'))),
    // The largest file is read in parts, each when it is needed: colours wait for no address.
    buildings: () => keep('buildings', async () => readBuildingTable(await readBuildings(BUILDING_COLUMNS))),
    buildingTexts: () => keep('building texts', async () => readBuildingTexts(await readBuildings(BUILDING_TEXT_COLUMNS))),
    districts: (level: DistrictLevel) => keep(`districts ${level}`, async () => readDistrictTable(await table('districts'), level)),
  }
}
