import earcut from 'earcut'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { MeshoptEncoder } from 'meshoptimizer'
import { DECOMPRESSORS } from '../../src/pipeline/formats/zstandard.ts'

/** Buildings that the bare loop encodes at once, about as many as a tile holds. */
const BATCH = 400

/**
 * The least that any tile builder does with the same footprints: read them, triangulate the roofs,
 * raise the walls, compress positions and indices. No quadtree, no true place, no normals, no
 * properties, no files.
 *
 * @returns bytes of the compressed meshes.
 */
export async function runBareLoop(path: string): Promise<number> {
  await MeshoptEncoder.ready
  const rows = await parquetReadObjects({
    file: await asyncBufferFromFile(path),
    compressors: DECOMPRESSORS,
    columns: ['geometry', 'body_height_m'],
  })
  let bytes = 0
  for (let start = 0; start < rows.length; start += BATCH) {
    const positions: number[] = []
    const indices: number[] = []
    for (const row of rows.slice(start, start + BATCH)) {
      const geometry = row['geometry'] as { type: string; coordinates: number[][][][] }
      for (const polygon of geometry.coordinates) addPolygon(polygon, Number(row['body_height_m']), positions, indices)
    }
    const count = positions.length / 3
    const encodedPositions = MeshoptEncoder.encodeGltfBuffer(new Uint8Array(Float32Array.from(positions).buffer), count, 12, 'ATTRIBUTES')
    const encodedIndices = MeshoptEncoder.encodeGltfBuffer(new Uint8Array(Uint32Array.from(indices).buffer), indices.length, 4, 'TRIANGLES')
    bytes += encodedPositions.length + encodedIndices.length
  }
  return bytes
}

function addPolygon(polygon: readonly (readonly number[][])[], height: number, positions: number[], indices: number[]): void {
  const flat: number[] = []
  const holes: number[] = []
  polygon.forEach((ring, index) => {
    if (index > 0) holes.push(flat.length / 2)
    for (let point = 0; point < ring.length - 1; point++) {
      const [x, y] = ring[point] as [number, number]
      const [nextX, nextY] = ring[point + 1] as [number, number]
      flat.push(x, y)
      const corner = positions.length / 3
      positions.push(x, y, 0, nextX, nextY, 0, nextX, nextY, height, x, y, height)
      indices.push(corner, corner + 1, corner + 2, corner, corner + 2, corner + 3)
    }
  })
  const roof = positions.length / 3
  for (let at = 0; at < flat.length; at += 2) positions.push(flat[at] as number, flat[at + 1] as number, height)
  for (const index of earcut(flat, holes)) indices.push(roof + index)
}
