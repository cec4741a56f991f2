import { expect, test } from 'vitest'
import { listFrameMinutes, MOST_FRAMES, readClock } from '../../../../src/ui/view-tools/shadows/frame-times.ts'

test('the day in steps: first and last are counted', () => {
  expect(listFrameMinutes(540, 660, 30)).toEqual([540, 570, 600, 630, 660])
  expect(listFrameMinutes(540, 659, 30)).toEqual([540, 570, 600, 630])
  expect(listFrameMinutes(600, 600, 15)).toEqual([600])
})

test('no frames of a day that runs backwards or has no steps, and no more than there may be', () => {
  expect(listFrameMinutes(600, 599, 15)).toEqual([])
  expect(listFrameMinutes(600, 700, 0)).toEqual([])
  expect(listFrameMinutes(0, 1439, 1)).toHaveLength(MOST_FRAMES)
})

test('clock times of a field', () => {
  expect(readClock('07:30')).toBe(450)
  expect(readClock('23:59:00')).toBe(1439)
  expect(readClock('24:00')).toBeNull()
  expect(readClock('')).toBeNull()
})
