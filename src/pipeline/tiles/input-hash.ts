import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { City } from '../../cities/city.ts'

/** Part of the input hash: raise it when the same data would give other tiles. */
const BUILDER_VERSION = 3

const BUILDINGS = 'buildings.parquet'
const INPUT_FILES = [BUILDINGS, 'building_parts.parquet']

/**
 * SHA-256 over the builder's version, the city's frame and the input files of a city's data folder.
 *
 * @throws when the folder has no buildings.
 */
export async function hashInputs(folder: string, city: City): Promise<string> {
  const hash = createHash('sha256')
  hash.update(JSON.stringify([BUILDER_VERSION, city.epsg, city.geoid, city.anchor]))
  for (const name of INPUT_FILES) {
    const path = join(folder, name)
    hash.update(`\n${name}\n`)
    if (existsSync(path)) await pipeline(createReadStream(path), hash, { end: false })
    else if (name === BUILDINGS) throw new Error(`${path} is missing: run "npm run data" first`)
  }
  return hash.digest('hex')
}
