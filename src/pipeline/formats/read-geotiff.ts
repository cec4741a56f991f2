import { fromArrayBuffer } from 'geotiff'
import { SourceError } from '../effects.ts'

/** A raster band, row by row from the north-west corner. */
export interface Raster {
  readonly columns: number
  readonly rows: number
  /** Easting of the west edge and northing of the north edge, in metres. */
  readonly west: number
  readonly north: number
  readonly cellMetres: number
  /** `rows` × `columns`; NaN where the file has no data. */
  readonly values: Float32Array
}

/**
 * Reads the first band of a GeoTIFF, whatever its tiling and compression.
 * @throws SourceError with one sentence where the file cannot be read, has no place on the map or no square cells
 */
export async function readGeoTiff(bytes: Uint8Array, file: string): Promise<Raster> {
  const fail = (what: string): never => {
    throw new SourceError(file, `${file} is no GeoTIFF that can be read here: ${what}.`)
  }
  try {
    const copy = bytes.slice().buffer
    const tiff = await fromArrayBuffer(copy)
    const image = await tiff.getImage()
    const [columns, rows] = [image.getWidth(), image.getHeight()]
    const [west, north] = originOf(() => image.getOrigin(), fail)
    const [cellMetres = Number.NaN, cellNorth = Number.NaN] = image.getResolution()
    if (cellMetres !== -cellNorth) fail(`its cells are ${cellMetres} by ${-cellNorth} metres, not squares`)
    const [band] = await image.readRasters({ samples: [0], interleave: false })
    const noData = image.getGDALNoData()
    const values = Float32Array.from(band as ArrayLike<number>, (value) => (value === noData ? Number.NaN : value))
    return { columns, rows, west, north, cellMetres, values }
  } catch (error) {
    if (error instanceof SourceError) throw error
    return fail((error as Error).message.replace(/\.$/, ''))
  }
}

function originOf(read: () => number[], fail: (what: string) => never): readonly [number, number] {
  try {
    const [west = Number.NaN, north = Number.NaN] = read()
    return [west, north]
  } catch {
    return fail('it says nothing of its place')
  }
}
