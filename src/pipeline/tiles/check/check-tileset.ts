import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { MeshoptDecoder } from 'meshoptimizer'
import { groundOf } from '../../../cities/ground.ts'
import type { City } from '../../../cities/city.ts'
import type { TilesetBuild } from '../../../schema/tileset.ts'
import { checkData, DataError } from '../../files/check-data.ts'
import { FILE_LIST, findChanges, readFileList } from '../../files/file-list.ts'
import { hashInputs, INPUT_DATASETS } from '../input-hash.ts'
import { readBuildingIds } from '../read-buildings.ts'
import { checkBuildings } from './check-buildings.ts'
import { checkContent } from './check-content.ts'
import { checkTilesetJson, type CheckedTile } from './check-tileset-json.ts'
import type { CheckIssue } from './issue.ts'
import { readGlb } from './read-glb.ts'
import type { PropertyTable } from './read-property-table.ts'
import { validateGltf } from './validate-gltf.ts'

export interface CheckOptions {
  readonly city: City
  readonly dataFolder: string
  readonly tilesetFolder: string
  readonly report?: (done: number, total: number) => void
}

export interface CheckOutcome {
  readonly issues: readonly CheckIssue[]
  readonly tiles: number
  readonly buildings: number
  readonly triangles: number
}

/** Checks everything that was built for one city against itself and against `data/<city>`. */
export async function checkTileset(options: CheckOptions): Promise<CheckOutcome> {
  const { city, dataFolder, tilesetFolder, report = () => undefined } = options
  const nothing = { tiles: 0, buildings: 0, triangles: 0 }
  const path = join(tilesetFolder, 'tileset.json')
  if (!existsSync(path)) {
    return { ...nothing, issues: [{ check: 'content-files', where: path, message: 'is missing: run "npm run tiles" first' }] }
  }
  await MeshoptDecoder.ready
  const changes = [...(await checkFiles(tilesetFolder)), ...(await checkDataFiles(dataFolder))]
  const { root, issues } = checkTilesetJson(parseJson(path))
  issues.push(...changes)
  // Data that are not what they should be can say nothing about the tiles.
  if (root === null || changes.some(({ check }) => check === 'data')) return { ...nothing, issues }

  const tiles = listTiles(root, [])
  const tables: { where: string; table: PropertyTable }[] = []
  let triangles = 0
  let bytes = 0
  for (const [index, { tile, boxes }] of tiles.entries()) {
    report(index, tiles.length)
    const file = join(tilesetFolder, tile.contentUri)
    if (!existsSync(file)) {
      issues.push({ check: 'content-files', where: tile.contentUri, message: 'is missing' })
      continue
    }
    const content = new Uint8Array(readFileSync(file))
    bytes += content.length
    try {
      const glb = readGlb(content)
      issues.push(...(await validateGltf(content, glb, tile.contentUri)))
      const checked = checkContent(glb, tile, boxes)
      issues.push(...checked.issues)
      if (checked.table !== null) tables.push({ where: tile.contentUri, table: checked.table })
      triangles += checked.triangles
    } catch (error) {
      issues.push({ check: 'gltf', where: tile.contentUri, message: error instanceof Error ? error.message : String(error) })
    }
  }
  report(tiles.length, tiles.length)
  issues.push(
    ...findStrayFiles(
      tilesetFolder,
      tiles.map(({ tile }) => tile.contentUri),
    ),
  )
  const ids = await readBuildingIds(dataFolder)
  issues.push(...checkBuildings(ids, tables))
  const found = { buildings: ids.length, triangles, tiles: tiles.length, bytes }
  issues.push(...checkRecord(tilesetFolder, { ...found, city: city.id, inputHash: await hashInputs(dataFolder, city, groundOf(city)) }))
  return { issues, tiles: tiles.length, buildings: ids.length, triangles }
}

async function checkFiles(folder: string): Promise<CheckIssue[]> {
  const list = await readFileList(folder)
  if (list === null) return [{ check: 'file-hashes', where: FILE_LIST, message: 'is missing or damaged' }]
  return (await findChanges(folder, list)).map(({ path, message }): CheckIssue => ({ check: 'file-hashes', where: path, message }))
}

async function checkDataFiles(folder: string): Promise<CheckIssue[]> {
  try {
    await checkData(folder, INPUT_DATASETS)
    return []
  } catch (error) {
    if (!(error instanceof DataError)) throw error
    return [{ check: 'data', where: folder, message: error.message }]
  }
}

/** Every tile with the boxes that its content must lie in. Children's boxes lie in their parents' by that. */
function listTiles(
  tile: CheckedTile,
  above: readonly (readonly number[])[],
): { tile: CheckedTile; boxes: readonly (readonly number[])[] }[] {
  const boxes = [...above, tile.box]
  const own = tile.contentBox === null ? boxes : [...boxes, tile.contentBox]
  return [{ tile, boxes: own }, ...tile.children.flatMap((child) => listTiles(child, boxes))]
}

function findStrayFiles(folder: string, uris: readonly string[]): CheckIssue[] {
  const counts = new Map<string, number>()
  for (const uri of uris) counts.set(uri, (counts.get(uri) ?? 0) + 1)
  const twice = [...counts]
    .filter(([, count]) => count > 1)
    .map(([uri]): CheckIssue => ({ check: 'content-files', where: uri, message: 'is the content of more than one tile' }))
  const contents = join(folder, 'content')
  const stray = (existsSync(contents) ? readdirSync(contents) : [])
    .filter((name) => !counts.has(`content/${name}`))
    .map((name): CheckIssue => ({ check: 'content-files', where: `content/${name}`, message: 'belongs to no tile' }))
  return [...twice, ...stray]
}

function checkRecord(folder: string, expected: TilesetBuild): CheckIssue[] {
  const record = parseJson(join(folder, 'build.json'))
  if (typeof record !== 'object' || record === null) return [{ check: 'build-record', where: 'build.json', message: 'cannot be read' }]
  return Object.entries(expected)
    .filter(([key, value]) => (record as Record<string, unknown>)[key] !== value)
    .map(([key, value]) => ({
      check: 'build-record',
      where: 'build.json',
      message:
        key === 'inputHash'
          ? 'the data has changed since: run "npm run tiles"'
          : `${key} is ${String((record as Record<string, unknown>)[key])}, found ${value}`,
    }))
}

function parseJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}
