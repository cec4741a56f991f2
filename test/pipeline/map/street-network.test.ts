import { describe, expect, test } from 'vitest'
import type { Position } from '../../../src/pipeline/dataset.ts'
import { lineLength } from '../../../src/pipeline/geometry/simplify.ts'
import { createStreetNetwork, type NetworkWay } from '../../../src/pipeline/map/street-network.ts'

const street = (line: Position[], more: Partial<NetworkWay> = {}): NetworkWay => ({ line, isOneWay: false, costFactor: 1, ...more })

describe('the way from stop to stop', () => {
  // A block of 200 × 100 m.
  const block = createStreetNetwork(
    [
      street([
        [0, 0],
        [200, 0],
      ]),
      street([
        [200, 0],
        [200, 100],
      ]),
      street([
        [200, 100],
        [0, 100],
      ]),
      street([
        [0, 100],
        [0, 0],
      ]),
    ],
    40,
  )

  test('runs round the corner along the streets, from foot to foot', () => {
    const path = block.route([150, -5], [205, 60]) ?? []
    expect(path[0]).toEqual([150, 0])
    expect(path.at(-1)).toEqual([200, 60])
    expect(lineLength(path)).toBe(110)
  })
  test('on one street is straight', () =>
    expect(block.route([20, 3], [120, 3])).toEqual([
      [20, 0],
      [120, 0],
    ]))
  test('is unknown away from the streets', () => expect(block.route([20, 50], [900, 900])).toBeNull())

  test('is unknown where it would be a detour', () => {
    const broken = createStreetNetwork(
      [
        street([
          [0, 0],
          [0, 2000],
          [300, 2000],
          [300, 0],
        ]),
      ],
      40,
    )
    expect(broken.route([0, 0], [300, 0])).toBeNull()
  })

  test('keeps to the direction of a one-way street where another way is near', () => {
    const pair = createStreetNetwork(
      [
        street(
          [
            [0, 0],
            [300, 0],
          ],
          { isOneWay: true },
        ),
        street(
          [
            [300, 14],
            [0, 14],
          ],
          { isOneWay: true },
        ),
        street([
          [0, 0],
          [0, 14],
        ]),
        street([
          [300, 0],
          [300, 14],
        ]),
      ],
      40,
    )
    expect(pair.route([50, 7], [250, 7])?.every(([, y]) => y === 0)).toBe(true)
    expect(pair.route([250, 7], [50, 7])?.every(([, y]) => y === 14)).toBe(true)
  })
})
