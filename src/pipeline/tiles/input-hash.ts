import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { MAP_DATASETS } from '../../basemap/city-map.ts'
import type { City } from '../../cities/city.ts'
import { LABEL_DATASETS } from './build-labels.ts'
import type { Ground } from '../../geo/ground.ts'

/** Part of the input hash: raise it when the same data would give other tiles. */
const BUILDER_VERSION = 7

const BUILDINGS = 'buildings'
/** Data sets that tiles, the overview of the map and its labels are built from. */
export const INPUT_DATASETS = [...new Set([BUILDINGS, 'building_parts', ...MAP_DATASETS, ...LABEL_DATASETS] as const)]

/**
 * SHA-256 over the builder's version, the city's frame and ground, and the input files of a city's data folder.
 *
 * @throws when the folder has no buildings.
 */
export async function hashInputs(folder: string, city: City, { elevations }: Ground): Promise<string> {
  const hash = createHash('sha256')
  hash.update(JSON.stringify([BUILDER_VERSION, city.epsg, city.geoid, city.anchor, city.energyBound ?? null]))
  if (elevations !== null) {
    const { heightsMetres, ...grid } = elevations
    hash.update(JSON.stringify(grid)).update(heightsMetres)
  }
  for (const name of INPUT_DATASETS) {
    const path = join(folder, `${name}.parquet`)
    hash.update(`\n${name}.parquet\n`)
    if (existsSync(path)) await pipeline(createReadStream(path), hash, { end: false })
    else if (name === BUILDINGS) throw new Error(`${path} is missing: run "npm run data" first`)
  }
  return hash.digest('hex')
}
