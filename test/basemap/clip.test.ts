import { expect, test } from 'vitest'
import { clipRing, segmentMayTouch } from '../../src/basemap/clip.ts'

const BOX = [0, 0, 10, 10] as const

test('a ring inside stays as it is', () => {
  const ring = [1, 1, 9, 1, 9, 9, 1, 9]
  expect(clipRing(ring, BOX)).toEqual(ring)
})

test('a ring outside leaves nothing', () => {
  expect(clipRing([20, 20, 30, 20, 30, 30], BOX)).toEqual([])
})

test('a ring around the box becomes the box', () => {
  expect(areaOf(clipRing([-5, -5, 15, -5, 15, 15, -5, 15], BOX))).toBe(100)
})

test('a triangle across a corner keeps its share: 72 less two ends of 2 each', () => {
  expect(areaOf(clipRing([0, 0, 12, 0, 0, 12], BOX))).toBeCloseTo(72 - 2 - 2, 10)
})

test('area of a clipped star is that of the same star counted cell by cell', () => {
  const star = Array.from({ length: 20 }, (_, index) => {
    const radius = index % 2 === 0 ? 9 : 4
    const angle = (index * Math.PI) / 10
    return [2 + radius * Math.cos(angle), 3 + radius * Math.sin(angle)]
  }).flat()
  const step = 0.02
  let cells = 0
  for (let x = step / 2; x < 10; x += step) for (let y = step / 2; y < 10; y += step) if (contains(star, x, y)) cells += 1
  expect(areaOf(clipRing(star, BOX))).toBeCloseTo(cells * step * step, 1)
})

test('segments beside the box are dropped, those that may cross it are not', () => {
  expect(segmentMayTouch(-5, -5, -1, 20, BOX)).toBe(false)
  expect(segmentMayTouch(3, 11, 8, 40, BOX)).toBe(false)
  expect(segmentMayTouch(-5, 5, 15, 5, BOX)).toBe(true)
  expect(segmentMayTouch(-5, 5, 5, -5, BOX)).toBe(true)
})

function areaOf(ring: readonly number[]): number {
  let twice = 0
  for (let index = 0; index < ring.length; index += 2) {
    const next = (index + 2) % ring.length
    twice += (ring[index] as number) * (ring[next + 1] as number) - (ring[next] as number) * (ring[index + 1] as number)
  }
  return Math.abs(twice / 2)
}

function contains(ring: readonly number[], x: number, y: number): boolean {
  let inside = false
  for (let index = 0, before = ring.length - 2; index < ring.length; before = index, index += 2) {
    const [ax, ay] = [ring[before] as number, ring[before + 1] as number]
    const [bx, by] = [ring[index] as number, ring[index + 1] as number]
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}
