import type { Provenance } from './provenance.ts'

/**
 * Names and columns of what stands in `data/<city>/`: one GeoParquet file a data set, in the
 * city's own CRS, coordinates rounded to a centimetre. The pipeline writes them, the browser and
 * the tile builder read them; both take the names from here.
 *
 * A column that may be unknown is nullable. Unknown is `null`, never 0 or an empty string.
 */
export const BUILDING_USES = ['apartments', 'house', 'office', 'retail', 'public', 'industrial', 'outbuilding', 'other'] as const
export type BuildingUse = (typeof BUILDING_USES)[number]

export const HEIGHT_SOURCES = ['measured', 'from_storeys', 'estimated'] as const
export type HeightSource = (typeof HEIGHT_SOURCES)[number]

/** `mapped`: stated by the source. `class`: the source gives a class such as 1-2. `estimated`: from height. */
export const STOREYS_SOURCES = ['mapped', 'class', 'estimated'] as const
export type StoreysSource = (typeof STOREYS_SOURCES)[number]

/** `mapped`: stated by the source for this building. `estimated`: from land use, size or neighbours. */
export const USE_SOURCES = ['mapped', 'estimated'] as const
export type UseSource = (typeof USE_SOURCES)[number]

export const TRANSIT_MODES = ['tram', 'bus', 'trolleybus', 'metro', 'train', 'ferry'] as const
export type TransitMode = (typeof TRANSIT_MODES)[number]

export const STREET_CLASSES = ['motorway', 'main', 'secondary', 'minor', 'service', 'path'] as const
export type StreetClass = (typeof STREET_CLASSES)[number]

export const GREEN_CLASSES = ['park', 'wood', 'grass', 'cemetery', 'wetland'] as const
export type GreenClass = (typeof GREEN_CLASSES)[number]

/** Kinds of amenities, the same in every city. `shop`: shops where goods of daily and weekly life are bought. */
export const AMENITY_CLASSES = ['school', 'daycare', 'health', 'pharmacy', 'shop', 'library', 'culture', 'sport'] as const
export type AmenityClass = (typeof AMENITY_CLASSES)[number]

/** A column's type in the Parquet file. `?` marks a nullable column. */
export type ColumnType = 'string' | 'string?' | 'double' | 'double?' | 'int32' | 'int32?' | 'boolean'

/** Geometry types that a data set may hold. Every feature of a Multi* data set is written as Multi*. */
export type GeometryType = 'MultiPolygon' | 'MultiLineString' | 'LineString' | 'Point'

export interface DatasetSchema {
  /** `null`: more columns of another data set's rows, which has their geometry. */
  readonly geometry: GeometryType | null
  readonly columns: Readonly<Record<string, ColumnType>>
}

/** Every data set, its geometry and columns. `id` is unique and stable; files are sorted by it. */
export const DATASETS = {
  /** Row order of this file is the building index that tiles and colour tables use. */
  buildings: {
    geometry: 'MultiPolygon',
    columns: {
      id: 'string',
      footprint_m2: 'double',
      /** Roof height above ground of the building's tallest part. */
      height_m: 'double',
      height_source: 'string',
      /** Height to which the outline itself is raised: below `height_m` where parts are taller. */
      body_height_m: 'double',
      storeys: 'int32?',
      storeys_source: 'string?',
      use: 'string?',
      use_source: 'string?',
      year: 'int32?',
      name: 'string?',
      address: 'string?',
      district_coarse_id: 'string?',
      district_fine_id: 'string?',
      /** Ground height in the city's height system (N2000, EH2000) where the source gives it. */
      ground_height_m: 'double?',
      /** Key of the source in the manifest. */
      source: 'string',
      source_year: 'int32',
    },
  },
  building_parts: {
    geometry: 'MultiPolygon',
    columns: {
      id: 'string',
      building_id: 'string',
      min_height_m: 'double',
      height_m: 'double',
      height_source: 'string',
    },
  },
  /** What of sun and sky reaches the roof past the buildings around: one row a building, in the order of `buildings`. */
  roof_sun: {
    geometry: null,
    columns: {
      id: 'string',
      /** Of a clear year's direct sun on level ground, 0-1. */
      direct_sun_share: 'double',
      /** The sky view factor, 0-1. */
      sky_view_share: 'double',
    },
  },
  districts: {
    geometry: 'MultiPolygon',
    columns: {
      id: 'string',
      /** `coarse` (suurpiiri, linnaosa) or `fine` (kaupunginosa, asum). */
      level: 'string',
      parent_id: 'string?',
      name_fi: 'string?',
      name_sv: 'string?',
      name_et: 'string?',
      name_en: 'string?',
      population: 'double?',
      population_year: 'int32?',
      /** `official` or `modelled`. */
      population_kind: 'string?',
      area_m2: 'double',
      land_area_m2: 'double',
      /** Share of the land on which building footprints are known, 0-1. */
      building_coverage_share: 'double',
      /** A point inside, for the label. */
      label_x: 'double',
      label_y: 'double',
    },
  },
  /** The city's land, sea excluded. One row or more. */
  land: { geometry: 'MultiPolygon', columns: { id: 'string' } },
  /** Where footprints are known; outside it "no building" means no data. */
  coverage: { geometry: 'MultiPolygon', columns: { id: 'string' } },
  /** Area within which the base map is known: inside it, what is not land is water. */
  extent: { geometry: 'MultiPolygon', columns: { id: 'string' } },
  water: { geometry: 'MultiPolygon', columns: { id: 'string', class: 'string', name: 'string?' } },
  green: {
    geometry: 'MultiPolygon',
    columns: { id: 'string', class: 'string', name: 'string?', area_m2: 'double' },
  },
  streets: {
    geometry: 'LineString',
    columns: {
      id: 'string',
      class: 'string',
      name: 'string?',
      name_sv: 'string?',
      tunnel: 'boolean',
      bridge: 'boolean',
    },
  },
  /** `class`: rail, tram or metro. */
  rail: { geometry: 'LineString', columns: { id: 'string', class: 'string', tunnel: 'boolean' } },
  transit_stops: {
    geometry: 'Point',
    columns: {
      id: 'string',
      name: 'string',
      /** Modes that call here, comma-separated, in the order of TRANSIT_MODES. */
      modes: 'string',
      /** Departures on a working day; null where the source does not cover the stop. */
      departures_per_day: 'double?',
    },
  },
  transit_lines: {
    geometry: 'MultiLineString',
    columns: {
      id: 'string',
      line: 'string',
      name: 'string?',
      mode: 'string',
      departures_per_day: 'double?',
      /** `street`: follows the street. `straight`: straight from stop to stop. */
      path: 'string',
    },
  },
  population_grid: {
    geometry: 'MultiPolygon',
    columns: {
      id: 'string',
      cell_size_m: 'double',
      population: 'double?',
      population_year: 'int32',
      /** `official` or `modelled`. */
      population_kind: 'string',
    },
  },
  /** Metered electricity of a sum of buildings by day; a city without such a series has no file. `id` is the ISO date. */
  electricity_load: { geometry: null, columns: { id: 'string', consumption_kwh: 'double' } },
  /** Places to search for and to label: `class` is landmark, quarter, square or water. */
  places: {
    geometry: 'Point',
    columns: {
      id: 'string',
      class: 'string',
      name: 'string',
      name_fi: 'string?',
      name_sv: 'string?',
      name_et: 'string?',
      name_en: 'string?',
    },
  },
  /** Schools, day care, health, shops, culture and sport, known within `amenity_coverage` only. */
  amenities: {
    geometry: 'Point',
    columns: {
      id: 'string',
      class: 'string',
      /** The map's own word within the class, e.g. `supermarket`, `clinic`. */
      kind: 'string',
      name: 'string?',
      name_fi: 'string?',
      name_sv: 'string?',
      name_et: 'string?',
      name_en: 'string?',
      /** Key of the source in the manifest. */
      source: 'string',
      source_year: 'int32',
    },
  },
  /** Land on which amenities are known; elsewhere "no amenity" means no data. */
  amenity_coverage: { geometry: 'MultiPolygon', columns: { id: 'string' } },
} as const satisfies Record<string, DatasetSchema>

export type DatasetName = keyof typeof DATASETS

/** One file's entry in `data/<city>/manifest.json`. */
export interface ManifestFile {
  readonly rows: number
  readonly sha256: string
  readonly bytes: number
  readonly crs: string
  readonly geometry: GeometryType | null
  readonly sources: readonly ManifestSource[]
  /** Columns that were computed or estimated, with the rule in plain words. */
  readonly derived: Readonly<Record<string, string>>
  /** What was left out, by reason code, with a count. */
  readonly dropped: Readonly<Record<string, number>>
  /** What was mended, by reason code, with a count. */
  readonly mended: Readonly<Record<string, number>>
  readonly provenance: Provenance
}

export interface ManifestSource {
  readonly key: string
  readonly title: string
  readonly publisher: string
  readonly licence: string
  /** Credit line to show on screen. */
  readonly credit: string
  readonly year: string
}

export interface Manifest {
  readonly city: string
  readonly crs: string
  readonly heightSystem: string
  readonly files: Readonly<Partial<Record<DatasetName, ManifestFile>>>
  /** Figures of quality that the app shows, e.g. the height estimate's error on held-back heights. */
  readonly quality: Readonly<Record<string, number>>
}
