import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { City } from '../../cities/city.ts'
import { groundOf } from '../../cities/ground.ts'
import type { Ground } from '../../geo/ground.ts'
import type { TilesetBuild } from '../../schema/tileset.ts'
import { encodeGlb, prepareEncoder } from './encode-glb.ts'
import { createExtruder } from './extrude.ts'
import { hashInputs } from './input-hash.ts'
import { createLocalFrame } from './local-frame.ts'
import { createPropertyColumns } from './property-table.ts'
import { buildQuadtree, geometricErrorFor, listNodes } from './quadtree.ts'
import { readBuildings } from './read-buildings.ts'
import { contentUri, createTilesetJson, type Box } from './tileset-json.ts'

export interface BuildOptions {
  readonly city: City
  /** Folder with the city's `buildings.parquet`. */
  readonly dataFolder: string
  /** Folder to write: `tilesets/<city>`. Replaced as a whole, and only when the build succeeded. */
  readonly outputFolder: string
  /** What the buildings stand on; the city's own where not told. */
  readonly ground?: Ground
  /** Builds also when the inputs are unchanged. */
  readonly force?: boolean
  readonly report?: (progress: BuildProgress) => void
}

export interface BuildProgress {
  readonly step: 'read' | 'arrange' | 'write'
  readonly done: number
  readonly total: number
}

export interface BuildOutcome {
  readonly build: TilesetBuild
  readonly skipped: boolean
  /** Ids of buildings that have no geometry or no height, so that nothing of them is drawn. */
  readonly invisibleIds: readonly string[]
}

/** Builds the tileset of one city; skips the work when the earlier build has the same input hash. */
export async function buildTileset(options: BuildOptions): Promise<BuildOutcome> {
  const { city, dataFolder, outputFolder, ground = groundOf(city), report = () => undefined } = options
  const inputHash = await hashInputs(dataFolder, city, ground)
  const earlier = readEarlierBuild(outputFolder)
  if (options.force !== true && earlier?.inputHash === inputHash) {
    return { build: earlier, skipped: true, invisibleIds: [] }
  }

  report({ step: 'read', done: 0, total: 1 })
  await prepareEncoder()
  const table = await readBuildings(dataFolder)
  if (table.count === 0) throw new Error(`${join(dataFolder, 'buildings.parquet')} holds no building`)
  report({ step: 'arrange', done: 0, total: 1 })
  const { root, largestSizeMetres } = buildQuadtree(table)
  const nodes = listNodes(root)
  const frame = createLocalFrame(city, ground)
  const extruder = createExtruder(table, frame)

  const unfinished = `${outputFolder}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(join(unfinished, 'content'), { recursive: true })
  try {
    const boxes = new Map<string, Box>()
    const invisible: number[] = []
    let triangles = 0
    let bytes = 0
    nodes.forEach((node, index) => {
      report({ step: 'write', done: index, total: nodes.length })
      const mesh = extruder.extrude(node.buildings)
      invisible.push(...findInvisible(mesh.featureIds, node.buildings))
      const tile = encodeGlb(mesh, node.buildings, createPropertyColumns(table, node.buildings))
      boxes.set(node.path, { minimum: tile.minimumMetres, maximum: tile.maximumMetres })
      writeFileSync(join(unfinished, contentUri(node.path)), tile.glb)
      triangles += mesh.indices.length / 3
      bytes += tile.glb.length
    })
    report({ step: 'write', done: nodes.length, total: nodes.length })
    const tileset = createTilesetJson(root, boxes, frame.matrix, table, geometricErrorFor(largestSizeMetres))
    writeFileSync(join(unfinished, 'tileset.json'), JSON.stringify(tileset))
    const build: TilesetBuild = {
      city: city.id, inputHash, buildings: table.count, triangles, tiles: nodes.length, bytes,
    }
    writeFileSync(join(unfinished, 'build.json'), `${JSON.stringify(build, null, 2)}\n`)
    swapFolders(unfinished, outputFolder)
    const decoder = new TextDecoder()
    const invisibleIds = invisible.map((row) =>
      decoder.decode(table.idBytes.subarray(table.idStarts[row], table.idStarts[row + 1])))
    return { build, skipped: false, invisibleIds }
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

function readEarlierBuild(folder: string): TilesetBuild | null {
  try {
    if (!existsSync(join(folder, 'tileset.json'))) return null
    return JSON.parse(readFileSync(join(folder, 'build.json'), 'utf8')) as TilesetBuild
  } catch {
    // A build file that cannot be read is no reason to fail: the tiles are simply built anew.
    return null
  }
}

/** Puts the finished folder in the place of the earlier one, which stays until the new one is whole. */
function swapFolders(finished: string, target: string): void {
  const old = `${target}.old`
  rmSync(old, { recursive: true, force: true })
  if (existsSync(target)) renameSync(target, old)
  renameSync(finished, target)
  rmSync(old, { recursive: true, force: true })
}

function findInvisible(featureIds: Uint16Array, buildings: Uint32Array): number[] {
  const seen = new Uint8Array(buildings.length)
  for (const feature of featureIds) seen[feature] = 1
  return Array.from(buildings).filter((_, feature) => seen[feature] === 0)
}
