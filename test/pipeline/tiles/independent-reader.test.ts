import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from '@loaders.gl/core'
import { GLTFLoader } from '@loaders.gl/gltf'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cityById } from '../../../src/cities/index.ts'
import { buildTileset } from '../../../src/pipeline/tiles/build-tileset.ts'
import { createSyntheticCity, writeSyntheticCity } from './city-fixture.ts'

// loaders.gl is another implementation of glTF, meshopt and structural metadata than the builder and
// the engine: what it reads out of our files, any other program will.
const COUNT = 800
const folder = mkdtempSync(join(tmpdir(), 'tiles-reader-'))

beforeAll(async () => {
  writeSyntheticCity(join(folder, 'data'), COUNT)
  await buildTileset({ city: cityById('tallinn'), dataFolder: join(folder, 'data'), outputFolder: join(folder, 'out') })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface ReadGltf {
  readonly json: {
    readonly accessors: readonly { readonly min: readonly number[]; readonly max: readonly number[] }[]
    readonly extensions: {
      readonly EXT_structural_metadata: {
        readonly propertyTables: readonly {
          readonly count: number
          readonly properties: Readonly<Record<string, { readonly data: ArrayLike<string | number> }>>
        }[]
      }
    }
  }
}

async function readContent(fileName: string): Promise<ReadGltf> {
  const bytes = readFileSync(join(folder, 'out', 'content', fileName))
  const copy = new Uint8Array(bytes).buffer
  return (await parse(copy, GLTFLoader, {
    core: { worker: false },
    gltf: { loadBuffers: true, decompressMeshes: true, normalize: false, loadImages: false },
  })) as unknown as ReadGltf
}

it('every building is read once, with its id, height and footprint', async () => {
  const read = new Map<string, { height: number; footprint: number }>()
  for (const fileName of readdirSync(join(folder, 'out', 'content'))) {
    const table = (await readContent(fileName)).json.extensions.EXT_structural_metadata.propertyTables[0]!
    for (let row = 0; row < table.count; row++) {
      const id = String(table.properties['id']!.data[row])
      expect(read.has(id)).toBe(false)
      read.set(id, {
        height: Number(table.properties['height_m']!.data[row]),
        footprint: Number(table.properties['footprint_m2']!.data[row]),
      })
    }
  }
  const { buildings } = createSyntheticCity(COUNT)
  expect(read.size).toBe(COUNT)
  for (const { properties } of buildings) {
    const seen = read.get(String(properties['id']))!
    expect(seen.height).toBeCloseTo(Number(properties['height_m']), 3)
    expect(seen.footprint).toBeCloseTo(Number(properties['footprint_m2']), 1)
  }
})
