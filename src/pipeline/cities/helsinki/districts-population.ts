import { join } from 'node:path'
import { SourceError, type Effects } from '../../effects.ts'
import type { PopulationCell } from '../../estimates/interpolate-population.ts'
import { numberOf } from '../../formats/read-geojson.ts'

const FILE = 'helsinki/population-grid/Population_grid_2021_HSY.gpkg'

/** Cells of HSY's population grid of 2021 in EPSG:3879, the whole capital region. */
export async function readPopulationCells(effects: Effects, sources: string): Promise<readonly PopulationCell[]> {
  const path = join(sources, FILE)
  const rows = await effects.querySqlite(path, 'select geom, inhabitants from Population_grid_2021_HSY order by fid')
  const cells = rows.flatMap((row): PopulationCell[] => {
    const box = row['geom'] instanceof Uint8Array ? readEnvelope(row['geom']) : null
    const population = numberOf(row['inhabitants'])
    return box === null || population === null ? [] : [{ box, population }]
  })
  if (cells.length === 0) throw new SourceError(path, `${path} holds no population cells in the table Population_grid_2021_HSY.`)
  return cells
}

/** Envelope in the header of a GeoPackage geometry (OGC 12-128, 2.1.3): west, south, east, north. */
function readEnvelope(blob: Uint8Array): readonly [number, number, number, number] | null {
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength)
  const flags = blob[3] ?? 0
  if (blob[0] !== 0x47 || blob[1] !== 0x50 || ((flags >> 1) & 7) === 0) return null
  const little = (flags & 1) === 1
  const [west, east, south, north] = [0, 1, 2, 3].map((index) => view.getFloat64(8 + index * 8, little)) as [number, number, number, number]
  return [Math.round(west), Math.round(south), Math.round(east), Math.round(north)]
}
