import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readAccessor, readGlb, type OpenGlb } from '../../../src/pipeline/tiles/check/read-glb.ts'

/** A tile's mesh as a viewer sees it: metres in the frame of the tileset, z up. */
export interface SeenMesh {
  readonly glb: OpenGlb
  readonly positions: readonly (readonly [number, number, number])[]
  readonly normals: readonly (readonly [number, number, number])[]
  readonly walls: Float64Array
  readonly features: Float64Array
  readonly triangles: readonly (readonly [number, number, number])[]
}

/** Reads and decodes a content file. `MeshoptDecoder.ready` must be awaited. */
export function readMesh(folder: string, uri: string): SeenMesh {
  const glb = readGlb(new Uint8Array(readFileSync(join(folder, uri))))
  const { attributes, indices } = glb.json.meshes![0]!.primitives[0]!
  const { scale = [1, 1, 1], translation = [0, 0, 0] } = glb.json.nodes![0]!
  const toFrame = (values: Float64Array, factor: readonly number[], offset: readonly number[]): [number, number, number][] =>
    Array.from({ length: values.length / 3 }, (_, vertex) => {
      const [x, y, z] = [0, 1, 2].map((axis) => values[vertex * 3 + axis]! * factor[axis]! + offset[axis]!)
      return [x!, -z!, y!]
    })
  const flat = readAccessor(glb, indices!)
  return {
    glb,
    positions: toFrame(readAccessor(glb, attributes['POSITION']!), scale, translation),
    normals: toFrame(readAccessor(glb, attributes['NORMAL']!), [1 / 127, 1 / 127, 1 / 127], [0, 0, 0]),
    walls: readAccessor(glb, attributes['_WALL']!),
    features: readAccessor(glb, attributes['_FEATURE_ID_0']!),
    triangles: Array.from({ length: flat.length / 3 }, (_, triangle) => [
      flat[triangle * 3]!,
      flat[triangle * 3 + 1]!,
      flat[triangle * 3 + 2]!,
    ]),
  }
}

/** Cross product of a triangle's sides: twice its area along its normal. */
export function crossOf(mesh: SeenMesh, [a, b, c]: readonly [number, number, number]): [number, number, number] {
  const [p, q, r] = [mesh.positions[a]!, mesh.positions[b]!, mesh.positions[c]!]
  const u = [q[0] - p[0], q[1] - p[1], q[2] - p[2]] as const
  const v = [r[0] - p[0], r[1] - p[1], r[2] - p[2]] as const
  return [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]]
}
