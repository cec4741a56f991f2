/**
 * Geometry of one data set as flat arrays, compatible with `Polygons` and `Lines` of the layers.
 *
 * Ring k (of a polygon), part k (of a line) or point k has the points
 * `ringStarts[k] .. ringStarts[k + 1]`; feature f has the rings `featureStarts[f] .. featureStarts[f + 1]`.
 * Rings are closed (first point repeated) and filled even-odd, so holes and islands need no order.
 * A feature without geometry has no rings.
 */
export interface PackedGeometry {
  readonly type: 'points' | 'lines' | 'polygons'
  /** East, north of the file's CRS in metres, interleaved. */
  readonly positions: Float64Array
  /** First point of each ring, one more entry for the end. */
  readonly ringStarts: Uint32Array
  /** First ring of each feature, one more entry for the end. */
  readonly featureStarts: Uint32Array
}

export type ColumnValues = readonly unknown[] | Float64Array | Int32Array | Uint8Array

/** One data set as read: columns by name, one value a row, null where unknown. */
export interface GeoTable {
  readonly rowCount: number
  /**
   * Numbers without gaps are a `Float64Array` or `Int32Array`; everything else is an array that has
   * `null` where the value is unknown.
   */
  readonly columns: Readonly<Record<string, ColumnValues>>
  /** Null when the file has no geometry column, or when it was not asked for. */
  readonly geometry: PackedGeometry | null
}
