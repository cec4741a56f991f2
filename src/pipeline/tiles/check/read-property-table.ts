import { BUILDING_PROPERTY_TABLE } from '../../../schema/tileset.ts'
import type { OpenGlb } from './read-glb.ts'

/** What the checks read of a property table. */
export interface PropertyTable {
  readonly count: number
  readonly ids: readonly string[]
  readonly indices: Uint32Array
}

const BYTES: Readonly<Record<string, number>> = { FLOAT32: 4, UINT32: 4, INT16: 2, ENUM: 1 }

/** Reads ids and building indices; throws with one sentence when a property is missing or cut short. */
export function readPropertyTable(glb: OpenGlb): PropertyTable {
  const metadata = glb.json.extensions?.EXT_structural_metadata
  const table = metadata?.propertyTables?.[0]
  if (metadata === undefined || table === undefined) throw new Error('there is no property table')
  if (table.class !== BUILDING_PROPERTY_TABLE.className)
    throw new Error(`the table's class is "${table.class}", not "${BUILDING_PROPERTY_TABLE.className}"`)
  const { count } = table
  for (const [name, type] of Object.entries(BUILDING_PROPERTY_TABLE.properties)) {
    const property = table.properties[name]
    // A text that no building of the tile has is left out; the schema lets it.
    if (property === undefined && type === 'STRING' && name !== 'id') continue
    if (property === undefined) throw new Error(`the property ${name} is missing`)
    const values = viewBytes(glb, property.values, name)
    if (type === 'STRING') {
      readOffsets(glb, property, count, name, values.length)
      continue
    }
    const expected = count * (BYTES[type] ?? 0)
    if (values.length !== expected) throw new Error(`the property ${name} has ${values.length} bytes, not ${expected}`)
    if (type === 'ENUM') checkCodes(metadata.schema?.enums?.[name]?.values ?? [], values, name)
  }
  const idProperty = table.properties['id'] as { values: number; stringOffsets?: number; stringOffsetType?: string }
  const text = viewBytes(glb, idProperty.values, 'id')
  const offsets = readOffsets(glb, idProperty, count, 'id', text.length)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const ids = Array.from({ length: count }, (_, row) => decoder.decode(text.subarray(offsets[row], offsets[row + 1])))
  const indexProperty = table.properties['index'] as { values: number }
  return { count, ids, indices: new Uint32Array(viewBytes(glb, indexProperty.values, 'index').slice().buffer) }
}

function viewBytes(glb: OpenGlb, view: number, name: string): Uint8Array {
  const bytes = glb.views[view]
  const expected = glb.json.bufferViews?.[view]?.byteLength
  if (bytes === undefined || bytes.length !== expected) throw new Error(`the property ${name} has no whole buffer view`)
  return bytes
}

function readOffsets(
  glb: OpenGlb,
  property: { stringOffsets?: number; stringOffsetType?: string },
  count: number,
  name: string,
  textLength: number,
): Uint16Array | Uint32Array {
  if (property.stringOffsets === undefined) throw new Error(`the property ${name} has no string offsets`)
  const buffer = viewBytes(glb, property.stringOffsets, name).slice().buffer
  const offsets = property.stringOffsetType === 'UINT16' ? new Uint16Array(buffer) : new Uint32Array(buffer)
  if (offsets.length !== count + 1) throw new Error(`the property ${name} has ${offsets.length} string offsets, not ${count + 1}`)
  for (let row = 0; row < count; row++) {
    if ((offsets[row] as number) > (offsets[row + 1] as number)) throw new Error(`the string offsets of ${name} go back at row ${row}`)
  }
  if (offsets[0] !== 0) throw new Error(`the string offsets of ${name} begin at ${offsets[0]}, not at 0`)
  // METADATA_INVALID_LENGTH of the official validator: bytes that no string owns.
  if (offsets[count] !== textLength)
    throw new Error(`the string offsets of ${name} end at ${offsets[count]}, its text has ${textLength} bytes`)
  return offsets
}

function checkCodes(values: readonly { value: number }[], codes: Uint8Array, name: string): void {
  const known = new Set(values.map(({ value }) => value))
  const unknown = codes.find((code) => !known.has(code))
  if (unknown !== undefined) throw new Error(`the property ${name} holds ${unknown}, which its enum does not name`)
}
