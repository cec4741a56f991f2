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
  const columnData: ColumnSource[] = columns.map(({ name, type, values }) =>
    ({ name, data: [...values], type: type === 'text' ? 'STRING' : 'DOUBLE', nullable: true }))
  columnData.push(geometryColumn(Array.from({ length: rowCount }, (_, row) =>
    encodeWkb({ type: 'MultiPolygon', coordinates: assemblePolygons(shapes, row) }, asItIs))))
  return packParquet(columnData, {
    geo: {
      version: '1.1.0',
      primary_column: 'geometry',
      columns: { geometry: { encoding: 'WKB', geometry_types: ['MultiPolygon'], orientation: 'counterclockwise', edges: 'planar' } },
    },
    summary: table.summary,
    columns: columns.map(({ name, unit, meaning }) => ({ name, unit, meaning })),
  })
}
