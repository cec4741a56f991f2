import type { City } from '../cities/city.ts'
import type { GeoTable, PackedGeometry } from '../geo/packed-geometry.ts'
import { GREEN_CLASSES, STREET_CLASSES, type DatasetName, type StreetClass } from '../schema/datasets.ts'
import { extractBorders } from './borders.ts'
import type { StreetNames } from './labels/named-streets.ts'
import { byName, type MapSets } from './overview/map-sets.ts'
import { projectGeometry, selectFeatures } from './vector-set.ts'

/** Reads one data set with these columns beside its geometry. */
export type ReadTable = (cityId: string, dataset: DatasetName, columns: readonly string[]) => Promise<GeoTable>

/** Data sets that the map is drawn from. */
export const MAP_DATASETS = ['extent', 'land', 'coverage', 'green', 'water', 'streets', 'rail', 'districts'] as const

/** Everything that the base map of one city is drawn from, on the unit square. */
export interface CityMap extends MapSets {
  readonly latitudeDegrees: number
  /** Names of the streets that are labelled, by set. */
  readonly streetNames: readonly StreetNames[]
  /** Files that could not be read: what they hold is not on the map. */
  readonly missing: readonly string[]
}

/**
 * Reads and reprojects a city's map. A file that cannot be read is named in `missing`, and the rest is drawn.
 * @throws what `readTable` throws, where no file can be read
 */
export async function loadCityMap(city: City, readTable: ReadTable): Promise<CityMap> {
  const missing: string[] = []
  const errors: unknown[] = []
  let known = 0
  const read: ReadTable = async (cityId, dataset, columns) => {
    try {
      const table = await readTable(cityId, dataset, columns)
      known += 1
      return table
    } catch (error) {
      missing.push(`data/${cityId}/${dataset}.parquet`)
      errors.push(error)
      return emptyTable(columns)
    }
  }
  const [extent, land, coverage, green, water, streets, rail, districts] = await Promise.all([
    read(city.id, 'extent', []),
    read(city.id, 'land', []),
    read(city.id, 'coverage', []),
    read(city.id, 'green', ['class']),
    read(city.id, 'water', []),
    read(city.id, 'streets', ['class', 'name', 'tunnel', 'bridge']),
    read(city.id, 'rail', ['class', 'tunnel']),
    read(city.id, 'districts', ['level']),
  ])
  if (known === 0) throw errors[0]
  const project = (geometry: PackedGeometry) => projectGeometry(geometry, city.epsg)
  const whole = (table: GeoTable) => project(geometryOf(table))
  const where = (table: GeoTable, keep: (row: number) => boolean) => project(selectFeatures(geometryOf(table), keep))
  const level = (name: string) => {
    const column = districts.columns['level'] as readonly unknown[]
    return project(extractBorders(selectFeatures(geometryOf(districts), (row) => column[row] === name)))
  }
  const greenClass = green.columns['class'] as readonly unknown[]
  const streetClass = streets.columns['class'] as readonly unknown[]
  const streetName = streets.columns['name'] as readonly (string | null)[]
  const tunnel = streets.columns['tunnel'] as readonly unknown[]
  const bridge = streets.columns['bridge'] as readonly unknown[]
  const railClass = rail.columns['class'] as readonly unknown[]
  const railTunnel = rail.columns['tunnel'] as readonly unknown[]
  const railOf = (name: string) => where(rail, (row) => railClass[row] === name && railTunnel[row] !== true)
  const streetNames: StreetNames[] = []
  const streetsOf = (name: StreetClass, isOfLevel: (row: number) => boolean) => {
    const isIn = (row: number) => streetClass[row] === name && isOfLevel(row)
    const set = where(streets, isIn)
    return { set, names: streetName.filter((_, row) => isIn(row)) }
  }
  const labelled = (name: StreetClass, isOfLevel: (row: number) => boolean) => {
    const { set, names } = streetsOf(name, isOfLevel)
    streetNames.push({ set, streetClass: name, names })
    return set
  }
  return {
    latitudeDegrees: city.anchor.latitudeDegrees,
    extent: whole(extent),
    land: whole(land),
    coverage: whole(coverage),
    water: whole(water),
    green: byName(GREEN_CLASSES, (name) => where(green, (row) => greenClass[row] === name)),
    streets: byName(STREET_CLASSES, (name) => ({
      ground: labelled(name, (row) => tunnel[row] !== true && bridge[row] !== true),
      tunnel: streetsOf(name, (row) => tunnel[row] === true).set,
      bridge: labelled(name, (row) => tunnel[row] !== true && bridge[row] === true),
    })),
    rail: { rail: railOf('rail'), metro: railOf('metro'), tram: railOf('tram') },
    coarseBorders: level('coarse'),
    fineBorders: level('fine'),
    streetNames,
    missing: missing.sort(),
  }
}

function emptyTable(columns: readonly string[]): GeoTable {
  return {
    rowCount: 0,
    columns: Object.fromEntries(columns.map((name) => [name, []])),
    geometry: { type: 'polygons', positions: new Float64Array(0), ringStarts: Uint32Array.of(0), featureStarts: Uint32Array.of(0) },
  }
}

function geometryOf(table: GeoTable): PackedGeometry {
  if (table.geometry === null) throw new Error('The map needs geometry, but a data set came without')
  return table.geometry
}
