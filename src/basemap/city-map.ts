import type { City } from '../cities/city.ts'
import type { GeoTable, PackedGeometry } from '../geo/packed-geometry.ts'
import { GREEN_CLASSES, STREET_CLASSES, type DatasetName, type GreenClass, type StreetClass } from '../schema/datasets.ts'
import { extractBorders } from './borders.ts'
import { joinStreets, type NamedStreets } from './labels/named-streets.ts'
import { projectGeometry, selectFeatures, type VectorSet } from './vector-set.ts'

/** Reads one data set with these columns beside its geometry. */
export type ReadTable = (cityId: string, dataset: DatasetName, columns: readonly string[]) => Promise<GeoTable>

interface StreetSets {
  readonly ground: VectorSet
  readonly tunnel: VectorSet
  readonly bridge: VectorSet
}

/** Everything that the base map of one city is drawn from, on the unit square. */
export interface CityMap {
  readonly latitudeDegrees: number
  readonly extent: VectorSet
  readonly land: VectorSet
  readonly coverage: VectorSet
  readonly green: Readonly<Record<GreenClass, VectorSet>>
  readonly water: VectorSet
  readonly streets: Readonly<Record<StreetClass, StreetSets>>
  readonly rail: Readonly<Record<'rail' | 'metro' | 'tram', VectorSet>>
  readonly coarseBorders: VectorSet
  readonly fineBorders: VectorSet
  readonly names: NamedStreets
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
  const tunnel = streets.columns['tunnel'] as readonly unknown[]
  const bridge = streets.columns['bridge'] as readonly unknown[]
  const railClass = rail.columns['class'] as readonly unknown[]
  const railTunnel = rail.columns['tunnel'] as readonly unknown[]
  const railOf = (name: string) => where(rail, (row) => railClass[row] === name && railTunnel[row] !== true)
  return {
    latitudeDegrees: city.anchor.latitudeDegrees,
    extent: whole(extent),
    land: whole(land),
    coverage: whole(coverage),
    water: whole(water),
    green: byClass(GREEN_CLASSES, (name) => where(green, (row) => greenClass[row] === name)),
    streets: byClass(STREET_CLASSES, (name) => ({
      ground: where(streets, (row) => streetClass[row] === name && tunnel[row] !== true && bridge[row] !== true),
      tunnel: where(streets, (row) => streetClass[row] === name && tunnel[row] === true),
      bridge: where(streets, (row) => streetClass[row] === name && tunnel[row] !== true && bridge[row] === true),
    })),
    rail: { rail: railOf('rail'), metro: railOf('metro'), tram: railOf('tram') },
    coarseBorders: level('coarse'),
    fineBorders: level('fine'),
    names: joinStreets(
      whole(streets),
      streets.columns['name'] as readonly (string | null)[],
      streetClass as readonly StreetClass[],
      (row) => tunnel[row] !== true,
    ),
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

function byClass<Name extends string, Item>(names: readonly Name[], make: (name: Name) => Item): Record<Name, Item> {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<Name, Item>
}
