import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { asyncBufferFromFile, parquetMetadataAsync, parquetRead, type AsyncBuffer, type FileMetaData } from 'hyparquet'
import type { FinalEnergy } from '../../analytics/energy/heat-bounds.ts'
import { estimateHeatDemands, HEAT_ASSUMPTION_DEFAULTS } from '../../analytics/energy/heat-demand.ts'
import { checkFinalEnergy } from '../../analytics/energy/heated-shares.ts'
import { ALL_HEATED } from '../../analytics/energy/sectors.ts'
import { BUILDING_USES, HEIGHT_SOURCES } from '../../schema/datasets.ts'
import { PROPERTY_NO_DATA } from '../../schema/tileset.ts'
import { UNKNOWN_CODE, type BuildingTable, type PartTable } from './building-table.ts'
import { createPolygonStoreBuilder } from './polygon-store.ts'
import { DECOMPRESSORS } from '../formats/zstandard.ts'

/** Called for every column chunk; `values` belong to rows `rowStart ..`, null where unknown. */
type ColumnReader = (values: ArrayLike<unknown>, rowStart: number) => void

/** Reads `buildings.parquet` and, where there are any, `building_parts.parquet` of one city's folder. */
export async function readBuildings(folder: string, energyBound?: FinalEnergy): Promise<BuildingTable> {
  const file = await openParquet(join(folder, 'buildings.parquet'))
  const count = Number(file.metadata.num_rows)
  const outlines = createPolygonStoreBuilder(count)
  const ids = createTextColumn(count)
  const districts = createDictionary()
  const columns = {
    heightMetres: new Float32Array(count),
    bodyHeightMetres: new Float32Array(count),
    heightSourceCodes: new Uint8Array(count),
    storeys: new Int16Array(count),
    useCodes: new Uint8Array(count),
    years: new Int16Array(count),
    footprintSquareMetres: new Float32Array(count),
    coarseDistrictCodes: new Uint16Array(count),
    fineDistrictCodes: new Uint16Array(count),
  }
  const partsFile = join(folder, 'building_parts.parquet')
  const partOwners = existsSync(partsFile) ? await readPartOwners(partsFile) : new Map<string, number[]>()
  const partRowsByBuilding = new Map<number, readonly number[]>()

  await readColumns(file, {
    id: (values, rowStart) => {
      for (let index = 0; index < values.length; index++) {
        const id = String(values[index])
        ids.add(id)
        const rows = partOwners.get(id)
        if (rows !== undefined) partRowsByBuilding.set(rowStart + index, rows)
      }
    },
    geometry: (values) => {
      for (let index = 0; index < values.length; index++) outlines.addWkb(values[index] as Uint8Array)
    },
    height_m: numbersInto(columns.heightMetres, NaN),
    body_height_m: numbersInto(columns.bodyHeightMetres, NaN),
    height_source: codesInto(columns.heightSourceCodes, HEIGHT_SOURCES),
    storeys: numbersInto(columns.storeys, PROPERTY_NO_DATA.storeys),
    use: codesInto(columns.useCodes, BUILDING_USES),
    year: numbersInto(columns.years, PROPERTY_NO_DATA.year),
    footprint_m2: numbersInto(columns.footprintSquareMetres, NaN),
    district_coarse_id: districts.codesInto(columns.coarseDistrictCodes),
    district_fine_id: districts.codesInto(columns.fineDistrictCodes),
  })

  const energyColumns = {
    useCodes: columns.useCodes,
    years: columns.years,
    storeys: columns.storeys,
    footprintsSquareMetres: columns.footprintSquareMetres,
    heightsMetres: columns.heightMetres,
  }
  // As in the app: scaled where the city publishes what its buildings use.
  const heatedShares = energyBound === undefined ? ALL_HEATED : checkFinalEnergy(energyColumns, energyBound).heatedShares
  const heat = estimateHeatDemands(energyColumns, HEAT_ASSUMPTION_DEFAULTS, heatedShares).heatDemandKilowattHours
  return {
    count,
    outlines: outlines.finish(),
    ...ids.finish(),
    ...columns,
    districtIds: districts.values,
    heatDemandKilowattHours: Float32Array.from(heat, (value) => (Number.isNaN(value) ? PROPERTY_NO_DATA.heat_demand_kwh : value)),
    parts: await readParts(partsFile, count, partRowsByBuilding),
  }
}

/** Ids of the buildings in the order of their rows. */
export async function readBuildingIds(folder: string): Promise<string[]> {
  const ids: string[] = []
  await readColumns(await openParquet(join(folder, 'buildings.parquet')), {
    id: (values) => {
      for (let index = 0; index < values.length; index++) ids.push(String(values[index]))
    },
  })
  return ids
}

/** Rows of the parts file by the id of their building. */
async function readPartOwners(path: string): Promise<Map<string, number[]>> {
  const owners = new Map<string, number[]>()
  await readColumns(await openParquet(path), {
    building_id: (values, rowStart) => {
      for (let index = 0; index < values.length; index++) {
        const owner = String(values[index])
        const rows = owners.get(owner)
        if (rows === undefined) owners.set(owner, [rowStart + index])
        else rows.push(rowStart + index)
      }
    },
  })
  return owners
}

async function readParts(path: string, buildingCount: number, rowsByBuilding: Map<number, readonly number[]>): Promise<PartTable> {
  const starts = new Uint32Array(buildingCount + 1)
  if (!existsSync(path)) {
    const nothing = new Float32Array(0)
    const outlines = createPolygonStoreBuilder(0).finish()
    return { outlines, starts, order: new Uint32Array(0), minimumHeightMetres: nothing, heightMetres: nothing }
  }
  const file = await openParquet(path)
  const count = Number(file.metadata.num_rows)
  const outlines = createPolygonStoreBuilder(count)
  const minimumHeightMetres = new Float32Array(count)
  const heightMetres = new Float32Array(count)
  await readColumns(file, {
    geometry: (values) => {
      for (let index = 0; index < values.length; index++) outlines.addWkb(values[index] as Uint8Array)
    },
    min_height_m: numbersInto(minimumHeightMetres, NaN),
    height_m: numbersInto(heightMetres, NaN),
  })
  const order = new Uint32Array(count)
  let used = 0
  for (let building = 0; building < buildingCount; building++) {
    starts[building] = used
    for (const row of rowsByBuilding.get(building) ?? []) order[used++] = row
  }
  starts[buildingCount] = used
  if (used !== count) {
    throw new Error(`${path}: ${count - used} of ${count} building parts belong to no building of buildings.parquet`)
  }
  return { outlines: outlines.finish(), starts, order, minimumHeightMetres, heightMetres }
}

interface OpenParquet {
  readonly file: AsyncBuffer
  readonly metadata: FileMetaData
  readonly path: string
}

async function openParquet(path: string): Promise<OpenParquet> {
  const file = await asyncBufferFromFile(path)
  return { file, metadata: await parquetMetadataAsync(file, { geoparquet: false }), path }
}

/** Reads the named columns row group by row group, so that only one is decoded at a time. */
async function readColumns({ file, metadata, path }: OpenParquet, readers: Readonly<Record<string, ColumnReader>>): Promise<void> {
  const columns = Object.keys(readers)
  const present = new Set(metadata.schema.map((element) => element.name))
  const missing = columns.filter((column) => !present.has(column))
  if (missing.length > 0) throw new Error(`${path} lacks the column ${missing.join(', ')}`)
  let rowStart = 0
  for (const group of metadata.row_groups) {
    const rowEnd = rowStart + Number(group.num_rows)
    await parquetRead({
      file,
      metadata,
      columns,
      rowStart,
      rowEnd,
      compressors: DECOMPRESSORS,
      utf8: false,
      geoparquet: false,
      parsers: { geometryFromBytes: (bytes) => bytes, geographyFromBytes: (bytes) => bytes },
      onChunk: (chunk) => readers[chunk.columnName]?.(chunk.columnData, chunk.rowStart),
    })
    rowStart = rowEnd
  }
}

function numbersInto(target: Float32Array | Int16Array, unknown: number): ColumnReader {
  return (values, rowStart) => {
    for (let index = 0; index < values.length; index++) {
      const value = values[index]
      target[rowStart + index] = value === null || value === undefined ? unknown : Number(value)
    }
  }
}

function codesInto(target: Uint8Array, names: readonly string[]): ColumnReader {
  const codes = new Map<unknown, number>(names.map((name, code) => [name, code]))
  return (values, rowStart) => {
    for (let index = 0; index < values.length; index++) {
      target[rowStart + index] = codes.get(values[index]) ?? UNKNOWN_CODE
    }
  }
}

/** Text columns with few distinct values; code 0 is the empty string. */
function createDictionary(): { values: string[]; codesInto: (target: Uint16Array) => ColumnReader } {
  const values = ['']
  const codes = new Map<string, number>([['', 0]])
  return {
    values,
    codesInto: (target) => (column, rowStart) => {
      for (let index = 0; index < column.length; index++) {
        const value = (column[index] ?? '') as string
        let code = codes.get(value)
        if (code === undefined) {
          code = values.length
          values.push(value)
          codes.set(value, code)
        }
        target[rowStart + index] = code
      }
    },
  }
}

/** UTF-8 text of many rows in one array. */
function createTextColumn(count: number): { add: (text: string) => void; finish: () => { idBytes: Uint8Array; idStarts: Uint32Array } } {
  const encoder = new TextEncoder()
  let bytes = new Uint8Array(Math.max(256, count * 16))
  const starts = new Uint32Array(count + 1)
  let row = 0
  let end = 0
  return {
    add: (text) => {
      if (bytes.length < end + text.length * 3) {
        const larger = new Uint8Array(bytes.length * 2 + text.length * 3)
        larger.set(bytes)
        bytes = larger
      }
      end += encoder.encodeInto(text, bytes.subarray(end)).written
      starts[++row] = end
    },
    finish: () => ({ idBytes: bytes.slice(0, end), idStarts: starts }),
  }
}
