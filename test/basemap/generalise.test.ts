import { expect, test } from 'vitest'
import { generaliseForZoom, generaliseRings } from '../../src/basemap/generalise.ts'
import { worldPixels } from '../../src/basemap/mercator.ts'
import { createVectorSet } from '../../src/basemap/vector-set.ts'

/** A circle of 2,000 vertices and 0.001 of the unit square across, and a speck beside it. */
const CIRCLE = Array.from({ length: 2001 }, (_, index) => {
  const angle = (2 * Math.PI * (index % 2000)) / 2000
  return [0.5 + 0.0005 * Math.cos(angle), 0.3 + 0.0005 * Math.sin(angle)]
}).flat()
const SPECK = [0.51, 0.3, 0.510000001, 0.3, 0.510000001, 0.300000001, 0.51, 0.3]
const SET = createVectorSet(Float64Array.from([...CIRCLE, ...SPECK]), Uint32Array.of(0, 2001, 2005), Uint32Array.of(0, 1, 2), true)

test.each([10, 12, 14])('at zoom %i no vertex that is left out lies farther than half a pixel from what is drawn', (zoom) => {
  const scale = worldPixels(zoom)
  const drawn = generaliseForZoom(SET, zoom).positions
  for (let index = 0; index < CIRCLE.length; index += 2) {
    expect(distanceToLine(CIRCLE[index] as number, CIRCLE[index + 1] as number, drawn) * scale).toBeLessThan(0.5)
  }
})

test('far away a circle takes fewer vertices, and a speck none', () => {
  const far = generaliseForZoom(SET, 11)
  const near = generaliseForZoom(SET, 15)
  expect(far.positions.length).toBeLessThan(near.positions.length)
  expect(near.positions.length).toBeLessThan(SET.positions.length)
  expect(Array.from(far.featureStarts)).toEqual([0, 1, 1])
})

test('rings stay closed', () => {
  const { positions, ringStarts } = generaliseForZoom(SET, 12)
  const last = (ringStarts[1] as number) - 1
  expect([positions[last * 2], positions[last * 2 + 1]]).toEqual([positions[0], positions[1]])
})

test('near, the data are drawn as they are', () => {
  expect(generaliseForZoom(SET, 18)).toBe(SET)
})

test('lines keep both ends, however short', () => {
  const line = createVectorSet(Float64Array.of(0.5, 0.5, 0.5000001, 0.5, 0.5000002, 0.5), Uint32Array.of(0, 3), Uint32Array.of(0, 1), false)
  expect(Array.from(generaliseRings(line, worldPixels(8)).positions)).toEqual([0.5, 0.5, 0.5000001, 0.5, 0.5000002, 0.5])
})

function distanceToLine(x: number, y: number, line: Float64Array): number {
  let least = Infinity
  for (let index = 2; index < line.length; index += 2) {
    const [ax, ay] = [line[index - 2] as number, line[index - 1] as number]
    const [dx, dy] = [(line[index] as number) - ax, (line[index + 1] as number) - ay]
    const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)))
    least = Math.min(least, Math.hypot(x - ax - along * dx, y - ay - along * dy))
  }
  return least
}
