import { BUILDING_INDEX_ATTRIBUTE } from '../../../schema/tileset.ts'
import type { CheckedTile } from './check-tileset-json.ts'
import type { CheckIssue, CheckName } from './issue.ts'
import { readAccessor, type OpenGlb } from './read-glb.ts'
import { readPropertyTable, type PropertyTable } from './read-property-table.ts'

/** Issues of one content, and its property table where that can be read. */
export interface CheckedContent {
  readonly issues: readonly CheckIssue[]
  readonly table: PropertyTable | null
  readonly triangles: number
}

/**
 * Checks one content against its tile and the boxes above it: positions inside every box, buffer
 * views of the property table aligned to 8 bytes, feature ids that point into it.
 *
 * @param boxes bounding boxes of the content, its tile and all tiles above.
 */
export function checkContent(glb: OpenGlb, tile: CheckedTile, boxes: readonly (readonly number[])[]): CheckedContent {
  const issues: CheckIssue[] = []
  const complain = (check: CheckName, message: string): void => {
    issues.push({ check, where: tile.contentUri, message })
  }
  const primitive = glb.json.meshes?.[0]?.primitives[0]
  const node = glb.json.nodes?.[0]
  if (primitive === undefined || node === undefined || primitive.indices === undefined) {
    complain('gltf', 'has no mesh with indices')
    return { issues, table: null, triangles: 0 }
  }

  const stored = readAccessor(glb, primitive.attributes['POSITION'] ?? -1)
  const scale = node.scale ?? [1, 1, 1]
  const translation = node.translation ?? [0, 0, 0]
  const outside = countOutside(stored, scale, translation, boxes)
  if (outside > 0)
    complain('bounding-volume', `${outside} of ${stored.length / 3} vertices lie outside a bounding box of the tile or of one above`)

  checkAlignment(glb, complain)
  let table: PropertyTable | null = null
  try {
    table = readPropertyTable(glb)
    checkFeatureIds(glb, primitive.attributes, primitive.extensions?.EXT_mesh_features?.featureIds ?? [], table, complain)
  } catch (error) {
    complain('property-table', error instanceof Error ? error.message : String(error))
  }
  return { issues, table, triangles: (glb.json.accessors?.[primitive.indices]?.count ?? 0) / 3 }
}

function countOutside(
  stored: Float64Array,
  scale: readonly number[],
  translation: readonly number[],
  boxes: readonly (readonly number[])[],
): number {
  // The tightest common box: a vertex inside it is inside all of them.
  const low = [0, 1, 2].map((axis) => Math.max(...boxes.map((box) => (box[axis] as number) - (box[3 + axis * 4] as number))))
  const high = [0, 1, 2].map((axis) => Math.min(...boxes.map((box) => (box[axis] as number) + (box[3 + axis * 4] as number))))
  let outside = 0
  for (let at = 0; at < stored.length; at += 3) {
    const [x, y, z] = [0, 1, 2].map((axis) => (stored[at + axis] as number) * (scale[axis] as number) + (translation[axis] as number)) as [
      number,
      number,
      number,
    ]
    // glTF's axes to those of the tileset: y up becomes z up.
    const inFrame = [x, -z, y]
    if (inFrame.some((value, axis) => value < (low[axis] as number) || value > (high[axis] as number))) outside++
  }
  return outside
}

function checkAlignment(glb: OpenGlb, complain: (check: CheckName, message: string) => void): void {
  if (glb.binaryStart % 8 !== 0) complain('alignment', `the binary chunk starts at byte ${glb.binaryStart}, not at a multiple of 8`)
  for (const table of glb.json.extensions?.EXT_structural_metadata?.propertyTables ?? []) {
    for (const [name, property] of Object.entries(table.properties)) {
      for (const view of [property.values, property.stringOffsets]) {
        const offset = view === undefined ? 0 : (glb.json.bufferViews?.[view]?.byteOffset ?? 0)
        if (offset % 8 !== 0) complain('alignment', `a buffer view of ${name} starts at byte ${offset}, not at a multiple of 8`)
      }
    }
  }
}

function checkFeatureIds(
  glb: OpenGlb,
  attributes: Readonly<Record<string, number>>,
  featureIds: readonly { featureCount: number; attribute?: number; propertyTable?: number }[],
  table: PropertyTable,
  complain: (check: CheckName, message: string) => void,
): void {
  const [local] = featureIds
  if (featureIds.length !== 1 || local?.attribute !== 0 || local.propertyTable !== 0) {
    complain('feature-ids', 'the one set of feature ids is not the rows of the property table')
    return
  }
  if (local.featureCount !== table.count)
    complain('feature-ids', `featureCount is ${local.featureCount}, the table has ${table.count} rows`)
  const rows = readAccessor(glb, attributes['_FEATURE_ID_0'] ?? -1)
  const buildings = readAccessor(glb, attributes[BUILDING_INDEX_ATTRIBUTE] ?? -1)
  const seen = new Uint8Array(table.count)
  let beyond = 0
  let different = 0
  for (let vertex = 0; vertex < rows.length; vertex++) {
    const row = rows[vertex] as number
    if (row >= table.count) beyond++
    else {
      seen[row] = 1
      if (buildings[vertex] !== table.indices[row]) different++
    }
  }
  if (beyond > 0) complain('feature-ids', `${beyond} vertices point beyond the ${table.count} rows of the table`)
  if (different > 0) complain('feature-ids', `${different} vertices carry another building index than their row of the table`)
  const unseen = table.count - seen.reduce((sum, flag) => sum + flag, 0)
  if (unseen > 0) complain('feature-ids', `${unseen} of ${table.count} buildings have no vertex`)
}
