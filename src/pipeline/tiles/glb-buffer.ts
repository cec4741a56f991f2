import { MeshoptEncoder } from 'meshoptimizer'

/** Collects buffer views and puts them into a GLB. */
export interface BufferWriter {
  /** Adds compressed vertices; the index of the buffer view is returned. */
  readonly addVertices: (bytes: Uint8Array, count: number, byteStride: number, filter: 'EXPONENTIAL' | null) => number
  /** Adds compressed triangle indices. */
  readonly addIndices: (bytes: Uint8Array, count: number, byteStride: 2 | 4) => number
  /** Adds bytes as they are, at least one, for a property table. */
  readonly addPlain: (bytes: Uint8Array) => number
  readonly finish: (json: object) => Uint8Array
}

/** Property tables must be aligned to 8 bytes; everything is, so that order never matters. */
const ALIGNMENT = 8
const GLB_MAGIC = 0x46546c67
const CHUNK_JSON = 0x4e4f534a
const CHUNK_BIN = 0x004e4942
const ARRAY_BUFFER = 34962
const ELEMENT_ARRAY_BUFFER = 34963
/** GLB header of 12 bytes and the JSON chunk's header of 8. */
const JSON_START = 20
const CHUNK_HEADER = 8

export function createBufferWriter(): BufferWriter {
  const views: object[] = []
  const chunks: { readonly bytes: Uint8Array; readonly offset: number }[] = []
  let length = 0
  let decodedLength = 0

  function place(bytes: Uint8Array): number {
    const offset = align(length)
    chunks.push({ bytes, offset })
    length = offset + bytes.length
    return offset
  }

  function addCompressed(
    bytes: Uint8Array,
    count: number,
    byteStride: number,
    mode: 'ATTRIBUTES' | 'TRIANGLES',
    filter: string | null,
  ): number {
    const encoded = MeshoptEncoder.encodeGltfBuffer(bytes, count, byteStride, mode)
    const byteOffset = align(decodedLength)
    decodedLength = byteOffset + bytes.length
    views.push({
      buffer: 1,
      byteOffset,
      byteLength: bytes.length,
      ...(mode === 'ATTRIBUTES' ? { byteStride, target: ARRAY_BUFFER } : { target: ELEMENT_ARRAY_BUFFER }),
      extensions: {
        EXT_meshopt_compression: {
          buffer: 0,
          byteOffset: place(encoded),
          byteLength: encoded.length,
          byteStride,
          count,
          mode,
          ...(filter === null ? {} : { filter }),
        },
      },
    })
    return views.length - 1
  }

  return {
    addVertices: (bytes, count, byteStride, filter) => addCompressed(bytes, count, byteStride, 'ATTRIBUTES', filter),
    addIndices: (bytes, count, byteStride) => addCompressed(bytes, count, byteStride, 'TRIANGLES', null),
    addPlain: (bytes) => {
      views.push({ buffer: 0, byteOffset: place(bytes), byteLength: bytes.length })
      return views.length - 1
    },
    finish: (json) => {
      const binary = align(length)
      const text = new TextEncoder().encode(
        JSON.stringify({
          ...json,
          bufferViews: views,
          buffers: [
            { byteLength: binary },
            { byteLength: align(decodedLength), extensions: { EXT_meshopt_compression: { fallback: true } } },
          ],
        }),
      )
      // The binary chunk's data, too, starts at a multiple of 8 from the start of the file.
      const jsonLength = align(JSON_START + text.length + CHUNK_HEADER) - JSON_START - CHUNK_HEADER
      const glb = new Uint8Array(JSON_START + jsonLength + CHUNK_HEADER + binary)
      const header = new DataView(glb.buffer)
      header.setUint32(0, GLB_MAGIC, true)
      header.setUint32(4, 2, true)
      header.setUint32(8, glb.length, true)
      header.setUint32(12, jsonLength, true)
      header.setUint32(16, CHUNK_JSON, true)
      glb.fill(0x20, JSON_START, JSON_START + jsonLength)
      glb.set(text, JSON_START)
      header.setUint32(JSON_START + jsonLength, binary, true)
      header.setUint32(JSON_START + jsonLength + 4, CHUNK_BIN, true)
      for (const { bytes, offset } of chunks) glb.set(bytes, JSON_START + jsonLength + CHUNK_HEADER + offset)
      return glb
    },
  }
}

function align(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT
}
