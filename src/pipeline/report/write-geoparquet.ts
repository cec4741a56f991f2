import type { ColumnSource } from 'hyparquet-writer'
import { assemblePolygons } from '../../report/assemble-polygons.ts'
import type { FlatTable } from '../../report/flat-table.ts'
import { geometryColumn, packParquet } from '../formats/geoparquet.ts'
import { encodeWkb } from '../formats/wkb.ts'

const asItIs = (degrees: number) => degrees

/**
 * The table as GeoParquet 1.1: its columns, each with gaps as null, and WGS84 outlines (no `crs` means
 * longitude and latitude, OGC:CRS84). The summary is JSON under the key `summary`.
 */
export function writeGeoParquet(table: FlatTable): Uint8Array {
  const { columns, rowCount, shapes } = table
  if (shapes === null) throw new Error('Expected rows that are places, found none')
  const columnsOf = (from: number, to: number): ColumnSource[] => [
    ...columns.map(({ name, type, values }): ColumnSource => ({
      name,
      data: values.slice(from, to),
      type: type === 'text' ? 'STRING' : 'DOUBLE',
      nullable: true,
    })),
    geometryColumn(
      Array.from({ length: to - from }, (_, place) =>
        encodeWkb({ type: 'MultiPolygon', coordinates: assemblePolygons(shapes, from + place) }, asItIs),
      ),
    ),
  ]
  return packParquet(columnsOf, rowCount, {
    geo: {
      version: '1.1.0',
      primary_column: 'geometry',
      columns: { geometry: { encoding: 'WKB', geometry_types: ['MultiPolygon'], orientation: 'counterclockwise', edges: 'planar' } },
    },
    summary: table.summary,
    columns: columns.map(({ name, unit, meaning }) => ({ name, unit, meaning })),
  })
}
