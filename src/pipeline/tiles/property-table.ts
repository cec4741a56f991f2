import { BUILDING_PROPERTY_TABLE } from '../../schema/tileset.ts'
import type { BuildingTable } from './building-table.ts'
import { PROPERTY_NAMES, type PropertyName } from './metadata-schema.ts'

/** The values of one property of a tile's buildings, as bytes of its buffer views. */
export interface PropertyColumn {
  readonly name: PropertyName
  readonly values: Uint8Array
  /** Start of each string and the end, where the property is a string. */
  readonly stringOffsets?: Uint8Array
  readonly stringOffsetType?: 'UINT16' | 'UINT32'
}

/**
 * Columns of the property table of a tile, in the order of its buildings. A text of which every building has none is
 * left out, which means the same: its bytes would be none, and a buffer view has one at least.
 */
export function createPropertyColumns(table: BuildingTable, buildings: Uint32Array): PropertyColumn[] {
  return encodeColumns(table, buildings).filter(({ values }) => values.length > 0)
}

function encodeColumns(table: BuildingTable, buildings: Uint32Array): PropertyColumn[] {
  return PROPERTY_NAMES.map((name): PropertyColumn => {
    switch (name) {
      case 'id':
        return encodeStrings(name, buildings, (building) => table.idBytes.subarray(table.idStarts[building], table.idStarts[building + 1]))
      // The building index is the row itself.
      case 'index':
        return { name, values: new Uint8Array(buildings.slice().buffer) }
      case 'district_coarse_id':
        return encodeDistricts(name, table, buildings, table.coarseDistrictCodes)
      case 'district_fine_id':
        return encodeDistricts(name, table, buildings, table.fineDistrictCodes)
      case 'height_m':
        return encodeNumbers(name, buildings, table.heightMetres)
      case 'footprint_m2':
        return encodeNumbers(name, buildings, table.footprintSquareMetres)
      case 'heat_demand_kwh':
        return encodeNumbers(name, buildings, table.heatDemandKilowattHours)
      case 'storeys':
        return encodeNumbers(name, buildings, table.storeys)
      case 'year':
        return encodeNumbers(name, buildings, table.years)
      case 'height_source':
        return encodeNumbers(name, buildings, table.heightSourceCodes)
      case 'use':
        return encodeNumbers(name, buildings, table.useCodes)
    }
  })
}

function encodeNumbers(name: PropertyName, buildings: Uint32Array, column: Float32Array | Int16Array | Uint8Array): PropertyColumn {
  const values =
    column.constructor === Float32Array
      ? new Float32Array(buildings.length)
      : column.constructor === Int16Array
        ? new Int16Array(buildings.length)
        : new Uint8Array(buildings.length)
  for (let row = 0; row < buildings.length; row++) values[row] = column[buildings[row] as number] as number
  return { name, values: new Uint8Array(values.buffer) }
}

const encoder = new TextEncoder()

function encodeDistricts(name: PropertyName, table: BuildingTable, buildings: Uint32Array, codes: Uint16Array): PropertyColumn {
  const encoded = new Map<number, Uint8Array>()
  return encodeStrings(name, buildings, (building) => {
    const code = codes[building] as number
    let bytes = encoded.get(code)
    if (bytes === undefined) {
      bytes = encoder.encode(table.districtIds[code])
      encoded.set(code, bytes)
    }
    return bytes
  })
}

function encodeStrings(name: PropertyName, buildings: Uint32Array, textOf: (building: number) => Uint8Array): PropertyColumn {
  let length = 0
  for (const building of buildings) length += textOf(building).length
  const narrow = length <= 65535
  const offsets = narrow ? new Uint16Array(buildings.length + 1) : new Uint32Array(buildings.length + 1)
  const values = new Uint8Array(length)
  let end = 0
  buildings.forEach((building, row) => {
    const text = textOf(building)
    values.set(text, end)
    end += text.length
    offsets[row + 1] = end
  })
  return {
    name,
    values,
    stringOffsets: new Uint8Array(offsets.buffer),
    stringOffsetType: narrow ? 'UINT16' : 'UINT32',
  }
}

/** Class of the table, as the extension names it. */
export const PROPERTY_TABLE_CLASS = BUILDING_PROPERTY_TABLE.className
