import { BUILDING_PROPERTY_TABLE } from '../../../schema/tileset.ts'
import type { CheckIssue, CheckName } from './issue.ts'

/** A tile of `tileset.json` that has the form it should have. */
export interface CheckedTile {
  readonly where: string
  /** Centre and half axes in the frame of the root. */
  readonly box: readonly number[]
  readonly contentBox: readonly number[] | null
  readonly contentUri: string
  readonly children: readonly CheckedTile[]
}

type Json = Readonly<Record<string, unknown>>

/**
 * Checks the form of a `tileset.json` of 3D Tiles 1.1 as this project writes it: explicit tiles with
 * boxes, one content each, one transform at the root, geometric errors that never grow downwards.
 *
 * @returns the tiles that could be read, and what is wrong.
 */
export function checkTilesetJson(tileset: unknown): { root: CheckedTile | null; issues: CheckIssue[] } {
  const issues: CheckIssue[] = []
  const complain = (where: string, message: string, check: CheckName = 'tileset-schema'): void => {
    issues.push({ check, where, message })
  }
  if (!isObject(tileset)) {
    complain('tileset.json', 'is not an object')
    return { root: null, issues }
  }
  if (!isObject(tileset['asset']) || tileset['asset']['version'] !== '1.1') complain('tileset.json', 'asset.version is not "1.1"')
  checkSchema(tileset['schema'], complain)
  const error = readError(tileset, 'tileset.json', complain)
  if (!isObject(tileset['root'])) {
    complain('tileset.json', 'root is missing')
    return { root: null, issues }
  }
  const transform = tileset['root']['transform']
  if (!isNumbers(transform, 16)) complain('root', 'transform is not 16 finite numbers')
  else checkTransform(transform, complain)
  return { root: readTile(tileset['root'], 'root', error, complain), issues }
}

type Complain = (where: string, message: string, check?: CheckName) => void

function readTile(tile: Json, where: string, parentError: number, complain: Complain): CheckedTile | null {
  const known = ['transform', 'boundingVolume', 'geometricError', 'refine', 'content', 'children']
  for (const key of Object.keys(tile)) if (!known.includes(key)) complain(where, `has the unknown property "${key}"`)
  if (where !== 'root' && 'transform' in tile) complain(where, 'has a transform of its own')
  const error = readError(tile, where, complain)
  if (error > parentError) complain(where, `geometricError ${error} exceeds its parent's ${parentError}`, 'geometric-error')
  if (tile['refine'] !== 'ADD') complain(where, 'refine is not "ADD"')
  const box = readBox(tile['boundingVolume'], where, complain)
  const content = tile['content']
  const contentUri = isObject(content) ? content['uri'] : undefined
  if (typeof contentUri !== 'string' || !/^content\/[\w-]+\.glb$/.test(contentUri)) {
    complain(where, 'content.uri does not name a file of the content folder')
  }
  const contentBox =
    isObject(content) && 'boundingVolume' in content ? readBox(content['boundingVolume'], `${where}.content`, complain) : null
  const children = tile['children'] ?? []
  if (!Array.isArray(children) || ('children' in tile && children.length === 0)) {
    complain(where, 'children is not a list of tiles')
    return null
  }
  if (children.length === 0 && error !== 0) complain(where, `is a leaf and its geometricError is ${error}, not 0`, 'geometric-error')
  if (children.length > 0 && error === 0)
    complain(where, 'has children and its geometricError is 0: they would never be shown', 'geometric-error')
  const read = children.map((child: unknown, index) => {
    const name = `${where}.children[${index}]`
    if (isObject(child)) return readTile(child, name, error, complain)
    complain(name, 'is not an object')
    return null
  })
  if (box === null || typeof contentUri !== 'string') return null
  const whole = read.filter((child) => child !== null)
  if (contentBox !== null) checkInside(contentBox, box, `${where}.content`, complain)
  for (const child of whole) checkInside(child.box, box, child.where, complain)
  return { where, box, contentBox, contentUri, children: whole }
}

/** What the official validator forgives: a share of the outer box's half axis. */
const BOX_TOLERANCE = 1e-8

/** BOUNDING_VOLUMES_INCONSISTENT of the official validator, and the same for children in their parent. */
function checkInside(inner: readonly number[], outer: readonly number[], where: string, complain: Complain): void {
  const beyond = [0, 1, 2].map((axis) => {
    const [centre, half, room] = [
      (inner[axis] as number) - (outer[axis] as number),
      inner[3 + axis * 4] as number,
      outer[3 + axis * 4] as number,
    ]
    return Math.abs(centre) + half - room * (1 + BOX_TOLERANCE)
  })
  const most = Math.max(...beyond)
  if (most > 0) complain(where, `the box exceeds the box of the tile that holds it by ${most.toPrecision(2)} m`, 'bounding-volume')
}

function readError(holder: Json, where: string, complain: Complain): number {
  const error = holder['geometricError']
  if (typeof error === 'number' && Number.isFinite(error) && error >= 0) return error
  complain(where, 'geometricError is not a number of 0 or more')
  return Infinity
}

function readBox(volume: unknown, where: string, complain: Complain): readonly number[] | null {
  const box = isObject(volume) ? volume['box'] : undefined
  if (!isNumbers(box, 12)) {
    complain(where, 'boundingVolume.box is not 12 finite numbers')
    return null
  }
  const aligned = [4, 5, 6, 8, 9, 10].every((index) => box[index] === 0)
  const positive = [3, 7, 11].every((index) => (box[index] as number) > 0)
  if (aligned && positive) return box
  complain(where, 'boundingVolume.box is not aligned to the axes of the root')
  return null
}

/** A rigid motion: axes of length 1 at right angles, and somewhere near the ellipsoid. */
function checkTransform(matrix: readonly number[], complain: Complain): void {
  const column = (index: number): number[] => matrix.slice(index * 4, index * 4 + 3)
  const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, index) => sum + value * (b[index] as number), 0)
  for (let a = 0; a < 3; a++) {
    for (let b = a; b < 3; b++) {
      if (Math.abs(dot(column(a), column(b)) - (a === b ? 1 : 0)) > 1e-9) complain('root', 'transform is not a rigid motion')
    }
  }
  const radius = Math.hypot(...column(3))
  if (radius < 6.35e6 || radius > 6.39e6) complain('root', `transform lies ${Math.round(radius / 1000)} km from the Earth's centre`)
}

function checkSchema(schema: unknown, complain: Complain): void {
  const classes = isObject(schema) ? schema['classes'] : undefined
  const building = isObject(classes) ? classes[BUILDING_PROPERTY_TABLE.className] : undefined
  const properties = isObject(building) ? building['properties'] : undefined
  if (!isObject(schema) || !isObject(properties)) {
    complain('schema', `has no class "${BUILDING_PROPERTY_TABLE.className}"`)
    return
  }
  for (const [name, type] of Object.entries(BUILDING_PROPERTY_TABLE.properties)) {
    const property = properties[name]
    const stated = isObject(property) ? (property['componentType'] ?? property['type']) : undefined
    if (stated !== type) complain('schema', `property ${name} is ${String(stated)}, not ${type}`)
    if (type !== 'ENUM' || !isObject(property)) continue
    const enums = schema['enums']
    if (!isObject(enums) || !isObject(enums[String(property['enumType'])])) complain('schema', `property ${name} names no enum`)
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isNumbers(value: unknown, length: number): value is readonly number[] {
  return Array.isArray(value) && value.length === length && value.every((entry) => Number.isFinite(entry))
}
