import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MeshoptDecoder } from 'meshoptimizer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { estimateHeatDemand, HEAT_INTENSITY_DEFAULTS } from '../../../src/analytics/energy/heat-demand.ts'
import { groundOf } from '../../../src/cities/ground.ts'
import { cityById } from '../../../src/cities/index.ts'
import { buildTileset, type BuildProgress } from '../../../src/pipeline/tiles/build-tileset.ts'
import { checkTileset } from '../../../src/pipeline/tiles/check/check-tileset.ts'
import { createLocalFrame } from '../../../src/pipeline/tiles/local-frame.ts'
import { BUILDING_USES, type BuildingUse } from '../../../src/schema/datasets.ts'
import { createSyntheticCity, writeFixtureDataset, writeSyntheticCity } from './city-fixture.ts'
import { readMesh } from './read-mesh.ts'

const COUNT = 3000
const folder = mkdtempSync(join(tmpdir(), 'tiles-build-'))
const dataFolder = join(folder, 'data')
const outputFolder = join(folder, 'out')
const city = cityById('tallinn')

beforeAll(async () => {
  await MeshoptDecoder.ready
  writeSyntheticCity(dataFolder, COUNT)
  await buildTileset({ city, dataFolder, outputFolder })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Tile {
  content: { uri: string }
  geometricError: number
  children?: Tile[]
}

function readTileset(): { geometricError: number; root: Tile } {
  return JSON.parse(readFileSync(join(outputFolder, 'tileset.json'), 'utf8')) as { geometricError: number; root: Tile }
}

function listTiles(tile: Tile): Tile[] {
  return [tile, ...(tile.children ?? []).flatMap(listTiles)]
}

/** Bytes of a property of a content, as an array of its type. */
function readProperty(uri: string, name: string): { bytes: Uint8Array; offsets: Uint8Array | undefined } {
  const { glb } = readMesh(outputFolder, uri)
  const property = glb.json.extensions!.EXT_structural_metadata!.propertyTables![0]!.properties[name]!
  return {
    bytes: glb.views[property.values]!.slice(),
    offsets: property.stringOffsets === undefined ? undefined : glb.views[property.stringOffsets]!.slice(),
  }
}

describe('buildTileset', () => {
  it('puts large and tall buildings into upper tiles', () => {
    const largestOf = (uri: string): number => {
      const heights = new Float32Array(readProperty(uri, 'height_m').bytes.buffer)
      const areas = new Float32Array(readProperty(uri, 'footprint_m2').bytes.buffer)
      return Math.max(...heights.map((height, row) => height * Math.sqrt(areas[row]!)))
    }
    const { root } = readTileset()
    const tiles = listTiles(root)
    expect(tiles.length).toBeGreaterThan(4)
    for (const tile of tiles) {
      for (const child of tile.children ?? []) expect(largestOf(child.content.uri)).toBeLessThanOrEqual(largestOf(tile.content.uri))
    }
    const { buildings } = createSyntheticCity(COUNT)
    const tallest = [...buildings].sort((a, b) => Number(b.properties['height_m']) - Number(a.properties['height_m']))[0]!
    const indices = new Uint32Array(readProperty(root.content.uri, 'index').bytes.buffer)
    expect(indices).toContain(buildings.indexOf(tallest))
  })

  it('keeps every property of every building, unknown as no data', () => {
    const { buildings } = createSyntheticCity(COUNT)
    const sectors = { homes: { shares: [] as number[], kilowattHours: 0 }, services: { shares: [] as number[], kilowattHours: 0 } }
    let seen = 0
    for (const {
      content: { uri },
    } of listTiles(readTileset().root)) {
      const numbers = {
        index: new Uint32Array(readProperty(uri, 'index').bytes.buffer),
        height: new Float32Array(readProperty(uri, 'height_m').bytes.buffer),
        year: new Int16Array(readProperty(uri, 'year').bytes.buffer),
        storeys: new Int16Array(readProperty(uri, 'storeys').bytes.buffer),
        use: readProperty(uri, 'use').bytes,
        heat: new Float32Array(readProperty(uri, 'heat_demand_kwh').bytes.buffer),
      }
      const coarse = readProperty(uri, 'district_coarse_id')
      const ends = new Uint16Array(coarse.offsets!.buffer)
      const rows = Array.from(numbers.index, (index) => buildings[index]!.properties)
      expect(Array.from(numbers.height)).toEqual(rows.map((row) => Math.fround(Number(row['height_m']))))
      expect(Array.from(numbers.year)).toEqual(rows.map((row) => row['year'] ?? -1))
      expect(Array.from(numbers.storeys)).toEqual(rows.map((row) => row['storeys'] ?? -1))
      expect(Array.from(numbers.use)).toEqual(rows.map(({ use }) => (use === null ? 255 : BUILDING_USES.indexOf(use as BuildingUse))))
      const texts = rows.map((_, row) => new TextDecoder().decode(coarse.bytes.subarray(ends[row], ends[row + 1])))
      expect(texts).toEqual(rows.map((row) => row['district_coarse_id'] ?? ''))
      rows.forEach((row, at) => {
        const demand = estimateHeatDemand({
          use: row['use'] as BuildingUse | null,
          year: row['year'] as number | null,
          storeys: row['storeys'] as number | null,
          // The tiles keep the footprint and the height as 32-bit floats.
          footprintSquareMetres: Math.fround(Number(row['footprint_m2'])),
          heightMetres: Math.fround(Number(row['height_m'])),
        })
        if (demand === null) return expect(numbers.heat[at]).toBe(-1)
        const sector = row['use'] === 'apartments' || row['use'] === 'house' ? sectors.homes : sectors.services
        const intensity = HEAT_INTENSITY_DEFAULTS.find(({ archetype }) => archetype === demand.archetype)
        sector.shares.push((numbers.heat[at] as number) / demand.heatDemandKilowattHours)
        sector.kilowattHours +=
          demand.heatDemandKilowattHours +
          demand.grossFloorAreaSquareMetres *
            ((intensity?.propertyElectricityKilowattHoursPerSquareMetre ?? NaN) +
              (intensity?.userElectricityKilowattHoursPerSquareMetre ?? NaN))
      })
      seen += rows.length
    }
    expect(seen).toBe(COUNT)
    expect(sectors.homes.shares.length).toBeGreaterThan(20)
    // Heat and electricity of a sector, times the share of it that counts as heated, is what the city published: 8,440,945 MWh.
    for (const [sector, publishedShare] of [
      [sectors.homes, 0.399],
      [sectors.services, 0.179],
    ] as const) {
      const expected = (8_440_945_000 * publishedShare) / sector.kilowattHours
      expect(sector.shares.filter((share) => Math.abs(share / expected - 1) > 1e-6)).toEqual([])
    }
  })

  it('draws every building where its own footprint is', () => {
    const { buildings } = createSyntheticCity(COUNT)
    const frame = createLocalFrame(city, groundOf(city))
    const placed = new Float64Array(6)
    let misplaced = 0
    for (const {
      content: { uri },
    } of listTiles(readTileset().root)) {
      const mesh = readMesh(outputFolder, uri)
      const indices = new Uint32Array(readProperty(uri, 'index').bytes.buffer)
      const distances = new Float64Array(indices.length).fill(Infinity)
      const corners = Array.from(indices, (index) => {
        frame.place(Float64Array.from(buildings[index]!.polygons[0]![0]![0]!), 1, placed)
        return [placed[0]!, placed[1]!] as const
      })
      mesh.positions.forEach(([x, y], vertex) => {
        const feature = mesh.features[vertex]!
        distances[feature] = Math.min(distances[feature]!, Math.hypot(x - corners[feature]![0], y - corners[feature]![1]))
      })
      misplaced += distances.filter((distance) => distance > 0.05).length
    }
    expect(misplaced).toBe(0)
  })

  it('lowers the geometric error from level to level down to 0', () => {
    const tileset = readTileset()
    expect(tileset.geometricError).toBeGreaterThanOrEqual(tileset.root.geometricError)
    for (const tile of listTiles(tileset.root)) {
      if (tile.children === undefined) expect(tile.geometricError).toBe(0)
      for (const child of tile.children ?? []) expect(child.geometricError).toBeLessThanOrEqual(tile.geometricError)
    }
  })

  it('gives the same bytes again', async () => {
    const again = join(folder, 'again')
    await buildTileset({ city, dataFolder, outputFolder: again })
    const files = (readdirSync(outputFolder, { recursive: true }) as string[]).filter((name) => name.includes('.'))
    expect((readdirSync(again, { recursive: true }) as string[]).filter((name) => name.includes('.')).sort()).toEqual(files.sort())
    for (const name of files) expect(readFileSync(join(again, name)).equals(readFileSync(join(outputFolder, name))), name).toBe(true)
  })

  it('builds anew where a file is not as it was written, and says which', async () => {
    for (const harm of [(path: string) => truncateSync(path, 3000), (path: string) => rmSync(path)]) {
      const target = join(folder, 'harmed')
      cpSync(outputFolder, target, { recursive: true })
      harm(join(target, 'content/root.glb'))
      const said: string[] = []
      expect((await buildTileset({ city, dataFolder, outputFolder: target, log: (line) => said.push(line) })).skipped).toBe(false)
      expect(said.join()).toMatch(/content\/root\.glb (has 3000 bytes where \d+ are stated|is missing): building anew/)
      expect(readFileSync(join(target, 'content/root.glb')).equals(readFileSync(join(outputFolder, 'content/root.glb')))).toBe(true)
    }
  })

  it('leaves a text out of a tile where no building has it', async () => {
    const { buildings, parts } = createSyntheticCity(800)
    const [data, target] = [join(folder, 'nowhere-data'), join(folder, 'nowhere-tiles')]
    writeFixtureDataset(
      data,
      'buildings',
      buildings.map(({ polygons, properties }) => ({
        polygons,
        properties: { ...properties, district_coarse_id: null, district_fine_id: null },
      })),
    )
    writeFixtureDataset(data, 'building_parts', parts)
    await buildTileset({ city, dataFolder: data, outputFolder: target })
    expect((await checkTileset({ city, dataFolder: data, tilesetFolder: target })).issues).toEqual([])
    for (const name of readdirSync(join(target, 'content'))) {
      const { glb } = readMesh(target, `content/${name}`)
      const { properties } = glb.json.extensions!.EXT_structural_metadata!.propertyTables![0]!
      expect(Object.keys(properties)).not.toContain('district_fine_id')
      // The rule of the extension: the last offset is the length of the text.
      const { values, stringOffsets } = properties['id']!
      const offsets = new Uint16Array(glb.views[stringOffsets!]!.slice().buffer)
      expect(offsets.at(-1)).toBe(glb.json.bufferViews![values]!.byteLength)
    }
  })

  it('does nothing when the inputs are the same, and builds when they change', async () => {
    const steps: BuildProgress[] = []
    const same = await buildTileset({ city, dataFolder, outputFolder, report: (progress) => steps.push(progress) })
    expect(same.skipped).toBe(true)
    expect(steps).toEqual([])
    const changed = join(folder, 'changed')
    cpSync(outputFolder, changed, { recursive: true })
    const fewer = join(folder, 'fewer')
    writeSyntheticCity(fewer, COUNT - 1)
    const built = await buildTileset({ city, dataFolder: fewer, outputFolder: changed, report: (progress) => steps.push(progress) })
    expect(built.skipped).toBe(false)
    expect(built.build.buildings).toBe(COUNT - 1)
    expect(steps.at(-1)).toEqual({ step: 'write', done: built.build.tiles, total: built.build.tiles })
  })

  it('leaves the earlier tiles when a build fails', async () => {
    const broken = join(folder, 'broken')
    const target = join(folder, 'kept')
    cpSync(dataFolder, broken, { recursive: true })
    cpSync(outputFolder, target, { recursive: true })
    truncateSync(join(broken, 'buildings.parquet'), 20_000)
    await expect(buildTileset({ city, dataFolder: broken, outputFolder: target })).rejects.toThrow(/parquet/)
    expect(readFileSync(join(target, 'tileset.json'), 'utf8')).toBe(readFileSync(join(outputFolder, 'tileset.json'), 'utf8'))
    expect(readdirSync(folder).filter((name) => name.startsWith('kept'))).toEqual(['kept'])
  })

  it('says what to do when there is no data', async () => {
    await expect(buildTileset({ city, dataFolder: join(folder, 'nowhere'), outputFolder })).rejects.toThrow(
      /buildings\.parquet is missing: run "npm run data"/,
    )
  })
})
