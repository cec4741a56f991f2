import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { OVERVIEW_FILE } from '../../basemap/overview/overview-format.ts'
import type { City } from '../../cities/city.ts'
import { groundOf } from '../../cities/ground.ts'
import type { Ground } from '../../geo/ground.ts'
import type { TilesetBuild } from '../../schema/tileset.ts'
import { checkData } from '../files/check-data.ts'
import { findChanges, readFileList, writeFileList } from '../files/file-list.ts'
import { withLock } from '../files/lock-folder.ts'
import { healFolder, replaceFolder } from '../files/replace-folder.ts'
import { encodeGlb, prepareEncoder } from './encode-glb.ts'
import { createExtruder } from './extrude.ts'
import { hashInputs, INPUT_DATASETS } from './input-hash.ts'
import { createLocalFrame } from './local-frame.ts'
import { createPropertyColumns } from './property-table.ts'
import { buildLabels } from './build-labels.ts'
import { buildOverview } from './build-overview.ts'
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
  /** Gets a sentence where something out of the ordinary is met: another build at work, tiles that were changed. */
  readonly log?: (sentence: string) => void
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

/**
 * Builds the tileset of one city. Skips the work when the earlier build has the same input hash and every file of it
 * still is what its list says. One process at a time builds into a folder; others wait for it.
 *
 * @throws DataError where the data are not what their manifest says; Error where there is no building.
 */
export async function buildTileset(options: BuildOptions): Promise<BuildOutcome> {
  const { city, dataFolder, outputFolder, ground = groundOf(city), log = () => undefined } = options
  await healFolder(dataFolder, log)
  await healFolder(outputFolder, log)
  return withLock(
    outputFolder,
    async () => {
      const inputHash = await hashInputs(dataFolder, city, ground)
      await checkData(dataFolder, INPUT_DATASETS)
      const earlier = options.force === true ? null : await readEarlierBuild(outputFolder, inputHash, log)
      if (earlier !== null) return { build: earlier, skipped: true, invisibleIds: [] }
      return await replaceFolder(outputFolder, (folder) => writeTileset({ ...options, ground }, folder, inputHash))
    },
    log,
  )
}

async function writeTileset(
  { city, dataFolder, ground, report = () => undefined }: BuildOptions & { readonly ground: Ground },
  folder: string,
  inputHash: string,
): Promise<BuildOutcome> {
  report({ step: 'read', done: 0, total: 1 })
  await prepareEncoder()
  const table = await readBuildings(dataFolder, city.energyBound)
  if (table.count === 0) throw new Error(`${join(dataFolder, 'buildings.parquet')} holds no building`)
  report({ step: 'arrange', done: 0, total: 1 })
  const { root, largestSizeMetres } = buildQuadtree(table)
  const nodes = listNodes(root)
  const frame = createLocalFrame(city, ground)
  const extruder = createExtruder(table, frame)

  mkdirSync(join(folder, 'content'), { recursive: true })
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
    writeFileSync(join(folder, contentUri(node.path)), tile.glb)
    triangles += mesh.indices.length / 3
    bytes += tile.glb.length
  })
  report({ step: 'write', done: nodes.length, total: nodes.length })
  const tileset = createTilesetJson(root, boxes, frame.matrix, table, geometricErrorFor(largestSizeMetres))
  writeFileSync(join(folder, 'tileset.json'), JSON.stringify(tileset))
  const build: TilesetBuild = { city: city.id, inputHash, buildings: table.count, triangles, tiles: nodes.length, bytes }
  const overview = await buildOverview(city, dataFolder)
  if (overview !== null) writeFileSync(join(folder, OVERVIEW_FILE), overview)
  for (const [name, text] of await buildLabels(city, dataFolder)) writeFileSync(join(folder, name), text)
  writeFileSync(join(folder, 'build.json'), `${JSON.stringify(build, null, 2)}\n`)
  await writeFileList(folder)
  const decoder = new TextDecoder()
  const invisibleIds = invisible.map((row) => decoder.decode(table.idBytes.subarray(table.idStarts[row], table.idStarts[row + 1])))
  return { build, skipped: false, invisibleIds }
}

/** The build that stands in a folder, where it is of these inputs and whole; else null, and it is built anew. */
async function readEarlierBuild(folder: string, inputHash: string, log: (sentence: string) => void): Promise<TilesetBuild | null> {
  const list = await readFileList(folder)
  if (list === null) return null
  const changes = await findChanges(folder, list)
  if (changes.length > 0) {
    const [first] = changes
    log(
      `${join(folder, first?.path ?? '')} ${first?.message}${changes.length > 1 ? `, and ${changes.length - 1} more` : ''}: building anew.`,
    )
    return null
  }
  try {
    const build = JSON.parse(readFileSync(join(folder, 'build.json'), 'utf8')) as TilesetBuild
    return build.inputHash === inputHash ? build : null
  } catch {
    return null
  }
}

function findInvisible(featureIds: Uint16Array, buildings: Uint32Array): number[] {
  const seen = new Uint8Array(buildings.length)
  for (const feature of featureIds) seen[feature] = 1
  return Array.from(buildings).filter((_, feature) => seen[feature] === 0)
}
