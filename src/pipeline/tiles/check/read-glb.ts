import { MeshoptDecoder } from 'meshoptimizer'

/** The parts of a glTF file that the checks look at; anything may be missing in a broken file. */
interface GltfJson {
  extensionsUsed?: string[]
  extensionsRequired?: string[]
  nodes?: { translation?: number[]; scale?: number[]; mesh?: number }[]
  meshes?: { primitives: GltfPrimitive[] }[]
  accessors?: GltfAccessor[]
  bufferViews?: GltfBufferView[]
  buffers?: object[]
  extensions?: { EXT_structural_metadata?: GltfStructuralMetadata }
}
interface GltfPrimitive {
  attributes: Record<string, number>
  indices?: number
  extensions?: { EXT_mesh_features?: { featureIds: { featureCount: number; attribute?: number; propertyTable?: number }[] } }
}
interface GltfAccessor {
  bufferView: number
  byteOffset?: number
  componentType: number
  type: string
  count: number
}
interface GltfBufferView {
  buffer: number
  byteOffset?: number
  byteLength: number
  byteStride?: number
  extensions?: {
    EXT_meshopt_compression?: {
      buffer: number
      byteOffset?: number
      byteLength: number
      byteStride: number
      count: number
      mode: string
      filter?: string
    }
  }
}
interface GltfStructuralMetadata {
  schema?: {
    classes?: Record<string, { properties?: Record<string, object> }>
    enums?: Record<string, { values: { name: string; value: number }[] }>
  }
  propertyTables?: {
    class: string
    count: number
    properties: Record<string, { values: number; stringOffsets?: number; stringOffsetType?: string }>
  }[]
}

/** A GLB taken apart: its JSON and the bytes of every buffer view, decompressed. */
export interface OpenGlb {
  readonly json: GltfJson
  readonly views: readonly Uint8Array[]
  /** Where the binary chunk's data starts in the file. */
  readonly binaryStart: number
}

/** Takes a GLB apart; throws with one sentence when it cannot be read. `MeshoptDecoder.ready` must be awaited. */
export function readGlb(bytes: Uint8Array): OpenGlb {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 28 || view.getUint32(0, true) !== 0x46546c67) throw new Error('not a GLB file')
  if (view.getUint32(8, true) !== bytes.length)
    throw new Error(`the header says ${view.getUint32(8, true)} bytes, the file has ${bytes.length}`)
  const jsonLength = view.getUint32(12, true)
  const json = JSON.parse(new TextDecoder().decode(bytes.subarray(20, 20 + jsonLength))) as GltfJson
  const binaryStart = 20 + jsonLength + 8
  const binary = bytes.subarray(binaryStart, binaryStart + view.getUint32(20 + jsonLength, true))
  const views = (json.bufferViews ?? []).map((bufferView) => {
    const compressed = bufferView.extensions?.EXT_meshopt_compression
    if (compressed === undefined) {
      const start = bufferView.byteOffset ?? 0
      return binary.slice(start, start + bufferView.byteLength)
    }
    const start = compressed.byteOffset ?? 0
    const target = new Uint8Array(compressed.count * compressed.byteStride)
    MeshoptDecoder.decodeGltfBuffer(
      target,
      compressed.count,
      compressed.byteStride,
      binary.subarray(start, start + compressed.byteLength),
      compressed.mode,
      compressed.filter,
    )
    return target
  })
  return { json, views, binaryStart }
}

/** The same model without compression, as the official validator can read it to the last vertex. */
export function decompressGlb({ json, views }: OpenGlb): Uint8Array {
  let length = 0
  const bufferViews = (json.bufferViews ?? []).map((bufferView, index) => {
    const byteOffset = Math.ceil(length / 8) * 8
    const byteLength = views[index]?.length ?? 0
    length = byteOffset + byteLength
    const { extensions: _compression, ...plain } = bufferView
    return { ...plain, buffer: 0, byteOffset, byteLength }
  })
  const without = (names: string[] | undefined): string[] => (names ?? []).filter((name) => name !== 'EXT_meshopt_compression')
  const binaryLength = Math.ceil(length / 8) * 8
  const text = new TextEncoder().encode(
    JSON.stringify({
      ...json,
      extensionsUsed: without(json.extensionsUsed),
      extensionsRequired: without(json.extensionsRequired),
      buffers: [{ byteLength: binaryLength }],
      bufferViews,
    }),
  )
  const jsonLength = Math.ceil(text.length / 4) * 4
  const glb = new Uint8Array(20 + jsonLength + 8 + binaryLength)
  const header = new DataView(glb.buffer)
  const words: [number, number][] = [
    [0, 0x46546c67],
    [4, 2],
    [8, glb.length],
    [12, jsonLength],
    [16, 0x4e4f534a],
    [20 + jsonLength, binaryLength],
    [24 + jsonLength, 0x004e4942],
  ]
  for (const [offset, word] of words) header.setUint32(offset, word, true)
  glb.fill(0x20, 20, 20 + jsonLength)
  glb.set(text, 20)
  bufferViews.forEach(({ byteOffset }, index) => glb.set(views[index] as Uint8Array, 28 + jsonLength + byteOffset))
  return glb
}

const COMPONENTS: Readonly<Record<string, number>> = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4 }

/** Values of an accessor as they are stored, without normalisation. */
export function readAccessor({ json, views }: OpenGlb, index: number): Float64Array {
  const accessor = json.accessors?.[index]
  if (accessor === undefined) throw new Error(`there is no accessor ${index}`)
  const bytes = views[accessor.bufferView]
  if (bytes === undefined) throw new Error(`accessor ${index} has no buffer view`)
  const components = COMPONENTS[accessor.type] ?? 1
  const [size, read] = componentReader(bytes, accessor.componentType)
  const stride = json.bufferViews?.[accessor.bufferView]?.byteStride ?? size * components
  const values = new Float64Array(accessor.count * components)
  for (let element = 0; element < accessor.count; element++) {
    const start = (accessor.byteOffset ?? 0) + element * stride
    for (let component = 0; component < components; component++) {
      values[element * components + component] = read(start + component * size)
    }
  }
  return values
}

function componentReader(bytes: Uint8Array, componentType: number): [number, (offset: number) => number] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  switch (componentType) {
    case 5120:
      return [1, (offset) => view.getInt8(offset)]
    case 5121:
      return [1, (offset) => view.getUint8(offset)]
    case 5122:
      return [2, (offset) => view.getInt16(offset, true)]
    case 5123:
      return [2, (offset) => view.getUint16(offset, true)]
    case 5125:
      return [4, (offset) => view.getUint32(offset, true)]
    case 5126:
      return [4, (offset) => view.getFloat32(offset, true)]
    default:
      throw new Error(`the component type ${componentType} is unknown`)
  }
}
