import { expect, test } from 'vitest'
import { hatchSegments } from '../../src/basemap/hatch.ts'

/** Where a tile's lines cross its edges, in world pixels. */
function crossings(tileX: number, tileY: number, size: number, spacing: number, edge: 'east' | 'west' | 'north' | 'south'): number[] {
  const at = edge === 'east' || edge === 'south' ? size : 0
  return hatchSegments(tileX, tileY, size, spacing)
    .map(([x0, y0]) => x0 + y0 - at)
    .filter((along) => along >= 0 && along <= size)
    .map((along) => along + (edge === 'east' || edge === 'west' ? tileY : tileX) * size)
}

test.each([
  [512, 16],
  [256, 8],
  [512, 24],
])('lines of %i px tiles %i px apart run on into the next tile', (size, spacing) => {
  expect(crossings(9325, 4741, size, spacing, 'east')).toEqual(crossings(9326, 4741, size, spacing, 'west'))
  expect(crossings(9325, 4741, size, spacing, 'south')).toEqual(crossings(9325, 4742, size, spacing, 'north'))
})

test('lines rise at 45° and reach across the whole tile', () => {
  const segments = hatchSegments(3, 5, 512, 16)
  for (const [x0, y0, x1, y1] of segments) expect((y1 - y0) / (x1 - x0)).toBeCloseTo(-1, 12)
  const sums = segments.map(([x0, y0]) => x0 + y0)
  expect(Math.min(...sums)).toBeLessThanOrEqual(16)
  expect(Math.max(...sums)).toBeGreaterThanOrEqual(2 * 512 - 16)
})
