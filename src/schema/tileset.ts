/**
 * What `tilesets/<city>/` holds, beside `tileset.json` and its GLB contents.
 *
 * Every building is one feature, exactly once in the whole tileset. Its mesh carries two feature id
 * attributes: `_FEATURE_ID_0` numbers the features of one GLB and points into its property table,
 * `_FEATURE_ID_1` (see `BUILDING_INDEX_GLSL`) is the building index: the row of `data/<city>/buildings.parquet`, which sorts by
 * id. A colour table indexed by it recolours a city without touching a single feature.
 */
export const BUILDING_PROPERTY_TABLE = {
  className: 'building',
  properties: {
    id: 'STRING',
    /** The building index again, so that a picked feature names its row. */
    index: 'UINT32',
    height_m: 'FLOAT32',
    height_source: 'ENUM',
    storeys: 'INT16',
    use: 'ENUM',
    year: 'INT16',
    district_coarse_id: 'STRING',
    district_fine_id: 'STRING',
    footprint_m2: 'FLOAT32',
    heat_demand_kwh: 'FLOAT32',
  },
} as const

/** `noData` values of the integer and float properties; strings use the empty string, enums `unknown`. */
export const PROPERTY_NO_DATA = { storeys: -1, year: -1, heat_demand_kwh: -1 } as const

/** `tilesets/<city>/build.json`: what the tiles were built from, so that a build can be skipped. */
export interface TilesetBuild {
  readonly city: string
  /** SHA-256 over the input files and the builder's version. */
  readonly inputHash: string
  readonly buildings: number
  readonly triangles: number
  readonly tiles: number
  readonly bytes: number
}

/**
 * Vertex attribute with the building index as float32, exact up to 16,777,216. EXT_mesh_features does
 * not list it: Cesium 1.145 throws when a custom shader meets a set of feature ids without a property
 * table. So a shader reads it as a plain attribute.
 */
export const BUILDING_INDEX_ATTRIBUTE = '_FEATURE_ID_1'

/**
 * Vertex attribute for shading, four normalised bytes (`vsInput.attributes.wall` in a custom shader):
 * x × 255 is the height above the building's foot in metres, clamped to 255; y runs from 0 to 1 along
 * a wall from corner to corner and z from 0 at its foot to 1 at its eaves, so that y or z over its
 * screen derivative is the distance to that edge in pixels; w is 0 on a wall and 1 on a roof.
 * On a roof y is 0 and z is 1 throughout.
 */
export const WALL_ATTRIBUTE = '_WALL'

/** Name of the property table's enum of a property, in the schema of `tileset.json` and every GLB. */
export const PROPERTY_ENUMS = { height_source: 'height_source', use: 'use' } as const

/** Code and name of an enum value that is not known. */
export const ENUM_UNKNOWN = { name: 'unknown', value: 255 } as const
