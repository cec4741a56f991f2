import { expect, test } from 'vitest'
import { extrudeBlock, type BlockMesh } from '../../../src/scene/scenario/extrude-block.ts'

/** Signed volume under a closed surface by the divergence theorem; the missing bottom lies at height 0 and adds nothing. */
function volumeOf({ positions, indices }: BlockMesh): number {
  let volume = 0
  for (let at = 0; at < indices.length; at += 3) {
    const [a, b, c] = [0, 1, 2].map((corner) => {
      const from = (indices[at + corner] as number) * 3
      return [positions[from], positions[from + 1], positions[from + 2]] as [number, number, number]
    }) as [[number, number, number], [number, number, number], [number, number, number]]
    volume += (a[0] * (b[1] * c[2] - b[2] * c[1]) - a[1] * (b[0] * c[2] - b[2] * c[0]) + a[2] * (b[0] * c[1] - b[1] * c[0])) / 6
  }
  return volume
}

const square = (x: number, y: number, side: number) =>
  [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
  ] as const

test.each([
  ['counter-clockwise', [square(0, 0, 10)], 10 * 10 * 12],
  ['clockwise', [square(0, 0, 10).toReversed()], 10 * 10 * 12],
  ['with a courtyard', [square(0, 0, 10), square(2, 2, 5)], (100 - 25) * 12],
  ['with a courtyard drawn the other way', [square(0, 0, 10), square(2, 2, 5).toReversed()], (100 - 25) * 12],
])('a block %s is closed and faces outwards', (_, rings, expected) => {
  expect(volumeOf(extrudeBlock(rings, 12))).toBeCloseTo(expected, 6)
})

test('four walls of two triangles and a roof of two', () => {
  const mesh = extrudeBlock([square(0, 0, 10)], 300)
  expect(mesh.indices).toHaveLength(3 * (4 * 2 + 2))
  // Height in a byte: as high as one goes. Roof vertices come last.
  expect([...mesh.walls.slice(0, 8)]).toEqual([255, 0, 255, 0, 0, 0, 0, 0])
  expect([...mesh.walls.slice(-4)]).toEqual([255, 0, 255, 255])
  expect([...mesh.normals.slice(0, 3)]).toEqual([0, -1, 0])
})

test('a shape without area has no roof, and one without corners nothing', () => {
  expect(
    volumeOf(
      extrudeBlock(
        [
          [
            [0, 0],
            [5, 0],
            [9, 0],
          ],
        ],
        3,
      ),
    ),
  ).toBeCloseTo(0, 9)
  expect(extrudeBlock([[]], 3).indices).toHaveLength(0)
})
