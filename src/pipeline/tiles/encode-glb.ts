import { MeshoptEncoder } from 'meshoptimizer'
import { BUILDING_INDEX_ATTRIBUTE, WALL_ATTRIBUTE } from '../../schema/tileset.ts'
import type { TileMesh } from './extrude.ts'
import { createBufferWriter } from './glb-buffer.ts'
import { createMetadataSchema } from './metadata-schema.ts'
import { PROPERTY_TABLE_CLASS, type PropertyColumn } from './property-table.ts'
import { quantisePositions } from './quantise.ts'

/** A tile's content and the box that it fills. */
export interface EncodedTile {
  readonly glb: Uint8Array
  /** Smallest and largest east, north, up of the stored positions, in the local frame. */
  readonly minimumMetres: readonly [number, number, number]
  readonly maximumMetres: readonly [number, number, number]
}

const UNSIGNED_BYTE = 5121
const BYTE = 5120
const UNSIGNED_SHORT = 5123
const UNSIGNED_INT = 5125
const FLOAT = 5126

const SCHEMA = createMetadataSchema(false)

/**
 * One GLB with one mesh, its property table and both feature ids. Vertices and indices are
 * compressed with EXT_meshopt_compression; the property table stays as it is, aligned to 8 bytes.
 * `MeshoptEncoder.ready` must have been awaited.
 *
 * @param buildings building index of each feature.
 */
export function encodeGlb(mesh: TileMesh, buildings: Uint32Array, columns: readonly PropertyColumn[]): EncodedTile {
  const { vertexCount } = mesh
  const positions = quantisePositions(mesh.positions, vertexCount)
  const buffer = createBufferWriter()
  const positionView = buffer.addVertices(positions.bytes, vertexCount, positions.byteStride, positions.filter)
  const normalView = buffer.addVertices(turnNormals(mesh.normals, vertexCount), vertexCount, 4, null)
  const wallView = buffer.addVertices(mesh.walls, vertexCount, 4, null)
  const featureView = buffer.addVertices(padFeatureIds(mesh.featureIds), vertexCount, 4, null)
  const buildingView = buffer.addVertices(createBuildingIndices(mesh.featureIds, buildings), vertexCount, 4, null)
  const wide = vertexCount > 65535
  const indices = wide ? mesh.indices : Uint16Array.from(mesh.indices)
  const indexView = buffer.addIndices(new Uint8Array(indices.buffer, indices.byteOffset, indices.byteLength), indices.length, wide ? 4 : 2)
  const properties = Object.fromEntries(
    columns.map((column) => [
      column.name,
      {
        values: buffer.addPlain(column.values),
        ...(column.stringOffsets === undefined
          ? {}
          : {
              stringOffsets: buffer.addPlain(column.stringOffsets),
              stringOffsetType: column.stringOffsetType,
            }),
      },
    ]),
  )

  const accessor = (bufferView: number, componentType: number, type: string, more: object = {}): object => ({
    bufferView,
    componentType,
    type,
    count: vertexCount,
    ...more,
  })
  const json = {
    asset: { version: '2.0', generator: 'kaksik' },
    extensionsUsed: ['EXT_mesh_features', 'EXT_structural_metadata', 'EXT_meshopt_compression', 'KHR_mesh_quantization'],
    extensionsRequired: ['EXT_meshopt_compression', 'KHR_mesh_quantization'],
    scene: 0,
    scenes: [{ nodes: [0] }],
    nodes: [
      {
        mesh: 0,
        translation: positions.translation,
        ...(positions.scale === 1 ? {} : { scale: [positions.scale, positions.scale, positions.scale] }),
      },
    ],
    materials: [{ pbrMetallicRoughness: { metallicFactor: 0, roughnessFactor: 1 } }],
    meshes: [
      {
        primitives: [
          {
            attributes: {
              POSITION: 0,
              NORMAL: 1,
              [WALL_ATTRIBUTE]: 2,
              _FEATURE_ID_0: 3,
              [BUILDING_INDEX_ATTRIBUTE]: 4,
            },
            indices: 5,
            material: 0,
            extensions: {
              EXT_mesh_features: {
                // The building index is not listed: Cesium 1.145 cannot run a custom shader over a set of
                // feature ids without a property table of its own.
                featureIds: [{ featureCount: buildings.length, attribute: 0, propertyTable: 0, label: 'building' }],
              },
            },
          },
        ],
      },
    ],
    accessors: [
      accessor(positionView, positions.componentType, 'VEC3', { min: positions.minimum, max: positions.maximum }),
      accessor(normalView, BYTE, 'VEC3', { normalized: true }),
      accessor(wallView, UNSIGNED_BYTE, 'VEC4', { normalized: true }),
      accessor(featureView, UNSIGNED_SHORT, 'SCALAR'),
      accessor(buildingView, FLOAT, 'SCALAR'),
      { bufferView: indexView, componentType: wide ? UNSIGNED_INT : UNSIGNED_SHORT, type: 'SCALAR', count: indices.length },
    ],
    extensions: {
      EXT_structural_metadata: {
        schema: SCHEMA,
        propertyTables: [{ class: PROPERTY_TABLE_CLASS, count: buildings.length, properties }],
      },
    },
  }
  const toFrame = (stored: readonly number[]): [number, number, number] =>
    stored.map((value, axis) => value * positions.scale + (positions.translation[axis] as number)) as [number, number, number]
  const [x0, y0, z0] = toFrame(positions.minimum)
  const [x1, y1, z1] = toFrame(positions.maximum)
  // glTF's y is up and its z runs south.
  return { glb: buffer.finish(json), minimumMetres: [x0, -z1, y0], maximumMetres: [x1, -z0, y1] }
}

/** Waits until the meshopt encoder can be called. */
export async function prepareEncoder(): Promise<void> {
  await MeshoptEncoder.ready
}

/** East, north, up to x, y up, -z, padded to four bytes. */
function turnNormals(normals: Int8Array, vertexCount: number): Uint8Array {
  const turned = new Int8Array(vertexCount * 4)
  for (let vertex = 0; vertex < vertexCount; vertex++) {
    turned[vertex * 4] = normals[vertex * 3] as number
    turned[vertex * 4 + 1] = normals[vertex * 3 + 2] as number
    turned[vertex * 4 + 2] = -(normals[vertex * 3 + 1] as number)
  }
  return new Uint8Array(turned.buffer)
}

/** 16-bit ids, each padded to the four bytes that a vertex attribute must be aligned to. */
function padFeatureIds(featureIds: Uint16Array): Uint8Array {
  return new Uint8Array(Uint32Array.from(featureIds).buffer)
}

function createBuildingIndices(featureIds: Uint16Array, buildings: Uint32Array): Uint8Array {
  const indices = new Float32Array(featureIds.length)
  for (let vertex = 0; vertex < featureIds.length; vertex++) {
    indices[vertex] = buildings[featureIds[vertex] as number] as number
  }
  return new Uint8Array(indices.buffer)
}
