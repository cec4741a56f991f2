import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CameraPose } from '../../src/cities/city.ts'
import { cityById, type CityId } from '../../src/cities/index.ts'
import { converterBetween } from '../../src/geo/crs.ts'
import { readGeoParquet } from '../../src/io/read-geoparquet.ts'
import { offsetOfPoint } from '../../src/cities/local-offset.ts'
import { ROOT } from '../house/list-files.ts'

export interface KnownBuilding {
  readonly id: string
  readonly name: string
  readonly heightMetres: number
  /** A pose that looks straight down on the middle of its outline, from 400 m. */
  readonly poseAbove: CameraPose
}

/** A building as `data/<city>/buildings.parquet` holds it, found by its exact name. */
export async function findBuilding(cityId: CityId, name: string): Promise<KnownBuilding> {
  const bytes = readFileSync(join(ROOT, `data/${cityId}/buildings.parquet`))
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)
  const { columns, geometry } = await readGeoParquet(buffer, ['id', 'name', 'height_m'])
  const row = (columns.name as readonly unknown[]).indexOf(name)
  if (row < 0 || geometry === null) throw new Error(`No building of ${cityId} is called ${name}`)
  const [first, last] = [
    geometry.ringStarts[geometry.featureStarts[row] ?? 0] ?? 0,
    geometry.ringStarts[(geometry.featureStarts[row] ?? 0) + 1] ?? 0,
  ]
  const xs: number[] = []
  const ys: number[] = []
  for (let point = first; point < last; point++) {
    xs.push(geometry.positions[point * 2] ?? NaN)
    ys.push(geometry.positions[point * 2 + 1] ?? NaN)
  }
  const city = cityById(cityId)
  const middle = (values: readonly number[]) => (Math.min(...values) + Math.max(...values)) / 2
  const [longitude, latitude] = converterBetween(city.epsg, 4326).point(middle(xs), middle(ys))
  const [eastMetres, northMetres] = offsetOfPoint(city, longitude, latitude)
  return {
    id: String((columns.id as readonly unknown[])[row]),
    name,
    heightMetres: Number(columns.height_m?.[row]),
    poseAbove: { eastMetres, northMetres, heightMetres: 400, headingDegrees: 0, pitchDegrees: -90 },
  }
}
