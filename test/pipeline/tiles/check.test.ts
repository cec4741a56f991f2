import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cityById } from '../../../src/cities/index.ts'
import { buildTileset } from '../../../src/pipeline/tiles/build-tileset.ts'
import { checkTileset } from '../../../src/pipeline/tiles/check/check-tileset.ts'
import { CHECKS, type CheckIssue, type CheckName } from '../../../src/pipeline/tiles/check/issue.ts'
import { writeSyntheticCity } from './city-fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'tiles-check-'))
const dataFolder = join(folder, 'data')
const good = join(folder, 'good')
const city = cityById('tallinn')

beforeAll(async () => {
  writeSyntheticCity(dataFolder, 2000)
  await buildTileset({ city, dataFolder, outputFolder: good })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A fault is something that no type would allow. */
type Loose = any

/** Rewrites a JSON file of a tileset. */
function editJson(path: string, edit: (json: Loose) => void): void {
  const json = JSON.parse(readFileSync(path, 'utf8'))
  edit(json)
  writeFileSync(path, JSON.stringify(json))
}

/** Rewrites the JSON chunk of a GLB; `shift` moves the binary chunk off its alignment. */
function editGlb(path: string, edit: (json: Loose) => void, shift = 0): void {
  const bytes = readFileSync(path)
  const jsonLength = bytes.readUInt32LE(12)
  const json = JSON.parse(bytes.subarray(20, 20 + jsonLength).toString())
  edit(json)
  let text = JSON.stringify(json)
  while ((28 + Buffer.byteLength(text)) % 8 !== shift) text += ' '
  const chunk = Buffer.from(text)
  const head = Buffer.from(bytes.subarray(0, 20))
  head.writeUInt32LE(20 + chunk.length + bytes.length - 20 - jsonLength, 8)
  head.writeUInt32LE(chunk.length, 12)
  writeFileSync(path, Buffer.concat([head, chunk, bytes.subarray(20 + jsonLength)]))
}

/** Flips one bit of a file, at a share of its length. */
function flipBit(path: string, share: number, bit = 2): void {
  const bytes = readFileSync(path)
  const at = Math.floor(bytes.length * share)
  bytes[at] = (bytes[at] as number) ^ (1 << bit)
  writeFileSync(path, bytes)
}

const tileset = (at: string): string => join(at, 'tileset.json')
const root = (at: string): string => join(at, 'content/root.glb')

/** One fault each, and the check that must find it. */
const FAULTS: readonly [string, CheckName, (at: string, data: string) => void][] = [
  [
    'another version of 3D Tiles',
    'tileset-schema',
    (at) =>
      editJson(tileset(at), (json) => {
        json.asset.version = '1.0'
      }),
  ],
  [
    'refinement by replacing',
    'tileset-schema',
    (at) =>
      editJson(tileset(at), (json) => {
        json.root.refine = 'REPLACE'
      }),
  ],
  [
    'a box of eleven numbers',
    'tileset-schema',
    (at) =>
      editJson(tileset(at), (json) => {
        json.root.children[0].boundingVolume.box.pop()
      }),
  ],
  [
    'a schema without a property',
    'tileset-schema',
    (at) =>
      editJson(tileset(at), (json) => {
        delete json.schema.classes.building.properties.year
      }),
  ],
  [
    'a transform that stretches',
    'tileset-schema',
    (at) =>
      editJson(tileset(at), (json) => {
        json.root.transform[0] *= 1.001
      }),
  ],
  [
    'an error that grows downwards',
    'geometric-error',
    (at) =>
      editJson(tileset(at), (json) => {
        json.root.children[0].geometricError = 1e6
      }),
  ],
  [
    'children that are never shown',
    'geometric-error',
    (at) =>
      editJson(tileset(at), (json) => {
        json.root.geometricError = 0
      }),
  ],
  ['a content that is missing', 'content-files', (at) => rmSync(root(at))],
  ['a content that no tile names', 'content-files', (at) => cpSync(root(at), join(at, 'content/stray.glb'))],
  ['no tileset at all', 'content-files', (at) => rmSync(tileset(at))],
  [
    'an accessor with the wrong bounds',
    'gltf',
    (at) =>
      editGlb(root(at), (json) => {
        json.accessors[0].max[0] -= 50
      }),
  ],
  ['a content that was cut short', 'gltf', (at) => writeFileSync(root(at), readFileSync(root(at)).subarray(0, 5000))],
  [
    'a content without a material that it names',
    'gltf',
    (at) =>
      editGlb(root(at), (json) => {
        json.materials = []
      }),
  ],
  [
    'a box that is too small for its content',
    'bounding-volume',
    (at) =>
      editJson(tileset(at), (json) => {
        json.root.content.boundingVolume.box[3] *= 0.9
      }),
  ],
  [
    'a box that is too small for a child',
    'bounding-volume',
    (at) =>
      editJson(tileset(at), (json) => {
        json.root.boundingVolume.box[7] *= 0.9
      }),
  ],
  [
    'a content box a centimetre wider than its tile',
    'bounding-volume',
    (at) =>
      editJson(tileset(at), (json) => {
        json.root.content.boundingVolume.box = json.root.boundingVolume.box.map((value: number, index: number) =>
          index === 3 ? value + 0.01 : value,
        )
      }),
  ],
  [
    'a child that reaches out of its parent',
    'bounding-volume',
    (at) =>
      editJson(tileset(at), (json) => {
        json.root.children[0].boundingVolume.box[0] -= 2 * json.root.boundingVolume.box[3]
        json.root.children[0].boundingVolume.box[3] += 2 * json.root.boundingVolume.box[3]
      }),
  ],
  [
    'a content moved by a metre',
    'bounding-volume',
    (at) =>
      editGlb(root(at), (json) => {
        json.nodes[0].translation[1] += 1
      }),
  ],
  ['a binary chunk off its 8 bytes', 'alignment', (at) => editGlb(root(at), () => undefined, 4)],
  [
    'a property off its 8 bytes',
    'alignment',
    (at) =>
      editGlb(root(at), (json) => {
        const { values } = json.extensions.EXT_structural_metadata.propertyTables[0].properties.year
        json.bufferViews[values].byteOffset -= 4
      }),
  ],
  [
    'a property that is missing',
    'property-table',
    (at) =>
      editGlb(root(at), (json) => {
        delete json.extensions.EXT_structural_metadata.propertyTables[0].properties.use
      }),
  ],
  [
    'a property that was cut short',
    'property-table',
    (at) =>
      editGlb(root(at), (json) => {
        const { values } = json.extensions.EXT_structural_metadata.propertyTables[0].properties.height_m
        json.bufferViews[values].byteLength -= 4
      }),
  ],
  [
    'a table without a row too few',
    'property-table',
    (at) =>
      editGlb(root(at), (json) => {
        json.extensions.EXT_structural_metadata.propertyTables[0].count -= 1
      }),
  ],
  [
    'a text with a byte that belongs to no string',
    'property-table',
    (at) =>
      editGlb(root(at), (json) => {
        const { values } = json.extensions.EXT_structural_metadata.propertyTables[0].properties.district_fine_id
        json.bufferViews[values].byteLength += 1
      }),
  ],
  [
    'a text of one byte where every string is empty',
    'property-table',
    (at) => {
      const bytes = readFileSync(root(at))
      const json = JSON.parse(bytes.subarray(20, 20 + bytes.readUInt32LE(12)).toString()) as Loose
      const { values, stringOffsets } = json.extensions.EXT_structural_metadata.propertyTables[0].properties.district_coarse_id
      const { byteOffset, byteLength } = json.bufferViews[stringOffsets]
      bytes.fill(0, 28 + bytes.readUInt32LE(12) + byteOffset, 28 + bytes.readUInt32LE(12) + byteOffset + byteLength)
      writeFileSync(root(at), bytes)
      editGlb(root(at), (loose) => {
        loose.bufferViews[values].byteLength = 1
      })
    },
  ],
  [
    'building indices of another tile',
    'feature-ids',
    (at) =>
      editGlb(root(at), (json) => {
        const { attributes } = json.meshes[0].primitives[0]
        attributes._FEATURE_ID_1 = attributes._FEATURE_ID_0
      }),
  ],
  [
    'another count of features',
    'feature-ids',
    (at) =>
      editGlb(root(at), (json) => {
        json.meshes[0].primitives[0].extensions.EXT_mesh_features.featureIds[0].featureCount += 1
      }),
  ],
  [
    'a tile left out',
    'buildings',
    (at) =>
      editJson(tileset(at), (json) => {
        json.root.children.pop()
      }),
  ],
  [
    'a tile drawn twice',
    'buildings',
    (at) =>
      editJson(tileset(at), (json) => {
        json.root.children[0].content = json.root.content
      }),
  ],
  [
    'a record of other tiles',
    'build-record',
    (at) =>
      editJson(join(at, 'build.json'), (json) => {
        json.triangles += 1
      }),
  ],
  [
    'a tile that was touched',
    'file-hashes',
    (at) =>
      editGlb(root(at), (json) => {
        json.asset.generator = 'another'
      }),
  ],
  ['no list of files', 'file-hashes', (at) => rmSync(join(at, 'files.json'))],
  ['buildings with a bit flipped', 'data', (_, data) => flipBit(join(data, 'buildings.parquet'), 0.5)],
  ['data without a manifest', 'data', (_, data) => rmSync(join(data, 'manifest.json'))],
  [
    'data that has changed since',
    'build-record',
    (at) =>
      editJson(join(at, 'build.json'), (json) => {
        json.inputHash = 'older'
      }),
  ],
]

async function check(tilesetFolder: string, data = dataFolder): Promise<readonly CheckIssue[]> {
  return (await checkTileset({ city, dataFolder: data, tilesetFolder })).issues
}

describe('checkTileset', () => {
  it('finds nothing wrong with what was built', async () => {
    expect(await check(good)).toEqual([])
  })

  it.each(FAULTS)('finds %s', async (name, expected, inject) => {
    const at = join(folder, name.replaceAll(' ', '-'))
    cpSync(good, at, { recursive: true })
    cpSync(dataFolder, `${at}-data`, { recursive: true })
    inject(at, `${at}-data`)
    expect((await check(at, `${at}-data`)).map((issue) => issue.check)).toContain(expected)
  })

  it('finds every flipped bit, in tiles, their list and their record', async () => {
    const at = join(folder, 'flipped')
    const files = ['content/root.glb', 'content/0.glb', 'tileset.json', 'build.json', 'files.json']
    const unseen: string[] = []
    for (let index = 0; index < 30; index++) {
      rmSync(at, { recursive: true, force: true })
      cpSync(good, at, { recursive: true })
      const file = files[index % files.length] as string
      flipBit(join(at, file), (index + 0.5) / 30, index % 7)
      if ((await check(at)).length === 0) unseen.push(`${file}, ${index}`)
    }
    expect(unseen).toEqual([])
  })

  it('names the data that are damaged, and builds and checks nothing from them', async () => {
    const data = join(folder, 'damaged-data')
    cpSync(dataFolder, data, { recursive: true })
    flipBit(join(data, 'buildings.parquet'), 0.3)
    const message = /damaged-data\/buildings\.parquet does not have the SHA-256 that is stated.*Restore it/
    expect((await check(good, data)).map((issue) => issue.message)).toEqual([expect.stringMatching(message)])
    await expect(buildTileset({ city, dataFolder: data, outputFolder: join(folder, 'from-damaged') })).rejects.toThrow(message)
    expect(existsSync(join(folder, 'from-damaged'))).toBe(false)
  })

  it('finds buildings that the data has and the tiles have not, and the other way round', async () => {
    const more = join(folder, 'more')
    writeSyntheticCity(more, 2001)
    expect(await check(good, more)).toContainEqual({
      check: 'buildings',
      where: 'tileset',
      message: '1 building (made-up-002000) of the data in no tile',
    })
    const fewer = join(folder, 'fewer')
    writeSyntheticCity(fewer, 1999)
    const messages = (await check(good, fewer)).filter((issue) => issue.check === 'buildings').map((issue) => issue.message)
    expect(messages).toEqual(['1 building (made-up-001999) not in the data'])
  })

  it('is tried by at least one fault for each check', () => {
    expect(new Set(FAULTS.map(([, expected]) => expected))).toEqual(new Set(CHECKS))
  })
})
