import { expect, test } from 'vitest'
import { nearestHeight, nextHeight } from '../../../src/ui/sheet/sheet-heights.ts'

test('the sheet goes up step by step, and down from the top', () => {
  expect(['peek', 'half', 'full'].map((height) => nextHeight(height as 'peek'))).toEqual(['half', 'full', 'peek'])
  expect([0.02, 0.4, 0.9].map(nearestHeight)).toEqual(['peek', 'half', 'full'])
})
