import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parquetWriteFile } from 'hyparquet-writer'
import { DATASETS, type ColumnType } from '../../../src/schema/datasets.ts'

/** Polygons of rings of east, north pairs; rings closed. */
export type FixturePolygons = readonly (readonly (readonly (readonly [number, number])[])[])[]

export interface FixtureRow {
  readonly polygons: FixturePolygons
  readonly properties: Readonly<Record<string, string | number | boolean | null>>
}

/** Writes one data set as the pipeline does: WKB in `geometry` beside the schema's columns, and its entry in the manifest. */
export function writeFixtureDataset(
  folder: string,
  name: 'buildings' | 'building_parts',
  rows: readonly FixtureRow[],
  rowGroupSize = 50_000,
): void {
  mkdirSync(folder, { recursive: true })
  const columns: Readonly<Record<string, ColumnType>> = DATASETS[name].columns
  parquetWriteFile({
    filename: join(folder, `${name}.parquet`),
    rowGroupSize,
    columnData: [
      ...Object.entries(columns).map(([column, type]) => ({
        name: column,
        data: rows.map((row) => row.properties[column] ?? null),
        type: basicType(type),
        nullable: true,
      })),
      { name: 'geometry', data: rows.map((row) => encodeMultiPolygon(row.polygons)), type: 'BYTE_ARRAY', nullable: false },
    ],
  })
  enterIntoManifest(folder, name)
}

function enterIntoManifest(folder: string, name: string): void {
  const path = join(folder, 'manifest.json')
  const manifest = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { files: Record<string, object> }) : { files: {} }
  const bytes = readFileSync(join(folder, `${name}.parquet`))
  manifest.files[name] = { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
  writeFileSync(path, JSON.stringify(manifest))
}

function basicType(type: ColumnType): 'STRING' | 'DOUBLE' | 'INT32' | 'BOOLEAN' {
  if (type.startsWith('string')) return 'STRING'
  if (type.startsWith('double')) return 'DOUBLE'
  return type.startsWith('int32') ? 'INT32' : 'BOOLEAN'
}

/** Little-endian WKB MultiPolygon. */
function encodeMultiPolygon(polygons: FixturePolygons): Uint8Array {
  const points = polygons.flat(2).length
  const rings = polygons.flat(1).length
  const bytes = new Uint8Array(9 + polygons.length * 9 + rings * 4 + points * 16)
  const view = new DataView(bytes.buffer)
  let offset = 0
  const putHeader = (type: number, count: number): void => {
    view.setUint8(offset, 1)
    view.setUint32(offset + 1, type, true)
    view.setUint32(offset + 5, count, true)
    offset += 9
  }
  putHeader(6, polygons.length)
  for (const polygon of polygons) {
    putHeader(3, polygon.length)
    for (const ring of polygon) {
      view.setUint32(offset, ring.length, true)
      offset += 4
      for (const [x, y] of ring) {
        view.setFloat64(offset, x, true)
        view.setFloat64(offset + 8, y, true)
        offset += 16
      }
    }
  }
  return bytes
}

const EAST = 542_000
const NORTH = 6_589_000
const SPACING_METRES = 40

/**
 * A made-up city of `count` buildings in EPSG:3301: rectangles, L shapes and courtyards in turn, of
 * changing heights, every hundredth with a tower as a building part. The same on every call.
 */
export function createSyntheticCity(count: number): { buildings: FixtureRow[]; parts: FixtureRow[] } {
  const columns = Math.ceil(Math.sqrt(count))
  const buildings: FixtureRow[] = []
  const parts: FixtureRow[] = []
  for (let index = 0; index < count; index++) {
    const x = EAST + (index % columns) * SPACING_METRES
    const y = NORTH + Math.floor(index / columns) * SPACING_METRES
    const size = 8 + ((index * 7) % 23)
    const height = 3 + ((index * 13) % 17) * 1.5
    const hasTower = index % 100 === 0
    const id = `made-up-${String(index).padStart(6, '0')}`
    const { polygons, area } = createShape(index % 3, x, y, size)
    buildings.push({
      polygons,
      properties: {
        id,
        footprint_m2: area,
        height_m: hasTower ? height + 30 : height,
        body_height_m: height,
        height_source: 'estimated',
        storeys: index % 4 === 0 ? null : 1 + (index % 7),
        storeys_source: null,
        use: index % 5 === 0 ? null : index % 5 === 1 ? 'outbuilding' : 'apartments',
        use_source: null,
        year: index % 2 === 0 ? null : 1900 + (index % 120),
        name: null,
        address: null,
        district_coarse_id: index % 6 === 0 ? null : 'coarse-ä',
        district_fine_id: `fine-${index % 9}`,
        ground_height_m: null,
        source: 'made-up',
        source_year: 2026,
      },
    })
    if (hasTower) {
      parts.push({
        polygons: [[rectangle(x, y, size / 4, size / 4)]],
        properties: { id: `${id}-tower`, building_id: id, min_height_m: height, height_m: height + 30, height_source: 'estimated' },
      })
    }
  }
  return { buildings, parts }
}

function createShape(kind: number, x: number, y: number, size: number): { polygons: FixturePolygons; area: number } {
  if (kind === 0) return { polygons: [[rectangle(x, y, size, size / 2)]], area: (size * size) / 2 }
  if (kind === 1) {
    const half = size / 2
    const ring: [number, number][] = [
      [x, y],
      [x + size, y],
      [x + size, y + half],
      [x + half, y + half],
      [x + half, y + size],
      [x, y + size],
      [x, y],
    ]
    return { polygons: [[ring]], area: size * size * 0.75 }
  }
  const hole = rectangle(x + size / 4, y + size / 4, size / 2, size / 2).toReversed()
  return { polygons: [[rectangle(x, y, size, size), hole]], area: size * size * 0.75 }
}

/** A closed counter-clockwise ring. */
export function rectangle(x: number, y: number, width: number, depth: number): [number, number][] {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + depth],
    [x, y + depth],
    [x, y],
  ]
}

/** Writes a synthetic city's data folder. */
export function writeSyntheticCity(folder: string, count: number): void {
  const { buildings, parts } = createSyntheticCity(count)
  writeFixtureDataset(folder, 'buildings', buildings, 1000)
  writeFixtureDataset(folder, 'building_parts', parts)
}
