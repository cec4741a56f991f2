import { array, assert, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createScene } from '../../../src/analytics/solar/scene.ts'
import { outlineViewshed } from '../../../src/analytics/view/outline-viewshed.ts'
import { measureViewshed } from '../../../src/analytics/view/viewshed.ts'
import { ringArea } from '../../../src/geo/rings.ts'
import { isInside } from '../../../src/geo/rings.ts'
import { anyBlock, solidsOf, type Block } from '../solar/scenes.ts'

const RADIUS = 500
const OPTIONS = { azimuthCount: 1440, radiusMetres: RADIUS }
const DISC = Math.PI * RADIUS ** 2
/** What one direction stands for, at most: an edge may lie anywhere between two. */
const STEP = DISC / 1440

describe('a viewshed', () => {
  test('of open ground is all of it', () => {
    const seen = measureViewshed(createScene(solidsOf([])), [0, 0, 1.7], OPTIONS)
    expect(seen.seenGroundSquareMetres).toBeCloseTo(DISC, 3)
    expect(seen.groundSquareMetres).toBeCloseTo(DISC, 3)
    expect(seen).toMatchObject({ roofSquareMetres: 0, farthestMetres: RADIUS, isInside: false })
  })

  test('behind one wall lacks a wedge of known area', () => {
    // A thin wall, 80 m wide, 50 m to the east, higher than the eye. Its wedge reaches from the wall to the radius:
    // R² a − d² tan(a) with tan(a) = half the width / d.
    const scene = createScene(solidsOf([[50, -40, 0.01, 80, 10]]))
    const seen = measureViewshed(scene, [0, 0, 1.7], OPTIONS)
    const angle = Math.atan(40 / 50)
    const wedge = RADIUS ** 2 * angle - 50 ** 2 * Math.tan(angle)
    expect(Math.abs(DISC - seen.seenGroundSquareMetres - wedge)).toBeLessThan(2 * STEP)
    expect(wedge).toBeGreaterThan(100 * STEP)
    expect(seen.seenRoofSquareMetres).toBe(0)
  })

  test('from above a wall begins again where its shadow ends', () => {
    // A wall of 5 m, 100 m off, seen from 20 m: its shadow on the ground ends at d z / (z − h).
    const scene = createScene(solidsOf([[100, -3000, 0.001, 6000, 5]]))
    const { stretches } = measureViewshed(scene, [0, 0, 20], OPTIONS)
    const east = stretches.filter(({ azimuth, surface }) => azimuth === 360 && surface === 'ground')
    expect(east).toHaveLength(2)
    expect(east[0]).toMatchObject({ fromMetres: 0, toMetres: expect.closeTo(100, 6) })
    expect(east[1]).toMatchObject({ fromMetres: expect.closeTo((100.001 * 20) / 15, 6), toMetres: RADIUS })
  })

  test('from a roof sees that roof and lower ones, and the ground beyond its edge', () => {
    // The eye is 1.7 m over a roof of 20 m, 10 m from its east edge; farther east is a roof of 8 m from 60 to 100 m.
    const scene = createScene(
      solidsOf([
        [-30, -30, 40, 60, 20],
        [60, -30, 40, 60, 8],
      ]),
    )
    const seen = measureViewshed(scene, [0, 0, 21.7], OPTIONS)
    expect(seen.isInside).toBe(false)
    const east = seen.stretches.filter(({ azimuth }) => azimuth === 360)
    // Sight over the edge falls 1.7 m in 10 m: it meets 8 m of height at 13.7 / 0.17 = 80.6 m, and the ground at 127.6 m.
    // Over the far edge of the lower roof it falls 13.7 m in 100 m, and meets the ground at 158.4 m.
    expect(east.map(({ surface }) => surface)).toEqual(['roof', 'roof', 'ground'])
    expect(east[0]).toMatchObject({ fromMetres: 0, toMetres: expect.closeTo(10, 9) })
    expect(east[1]).toMatchObject({ fromMetres: expect.closeTo(13.7 / 0.17, 9), toMetres: expect.closeTo(100, 9) })
    expect(east[2]).toMatchObject({ fromMetres: expect.closeTo((21.7 * 100) / 13.7, 9), toMetres: RADIUS })
  })

  test('from within a building is none', () => {
    const seen = measureViewshed(createScene(solidsOf([[-10, -10, 20, 20, 12]])), [0, 0, 1.7], OPTIONS)
    expect(seen).toMatchObject({ isInside: true, seenGroundSquareMetres: 0, seenRoofSquareMetres: 0, farthestMetres: 0 })
    expect(seen.roofSquareMetres).toBeCloseTo(400, -0.5)
  })

  test('counts the ground between buildings once, and what stands over one another once', () => {
    const scene = createScene(
      solidsOf([
        [20, -20, 40, 40, 10],
        [30, -10, 10, 10, 30],
      ]),
    )
    const seen = measureViewshed(scene, [0, 0, 1.7], OPTIONS)
    expect(seen.roofSquareMetres + seen.groundSquareMetres).toBeCloseTo(DISC, 3)
    expect(Math.abs(seen.roofSquareMetres - 1600)).toBeLessThan(20)
  })

  test('of any town is what a line of sight to each place says', () => {
    assert(
      property(
        array(anyBlock, { minLength: 1, maxLength: 10 }),
        integer({ min: 0, max: 35 }),
        integer({ min: 1, max: 399 }),
        integer({ min: 17, max: 700 }),
        (blocks, azimuth, metres, decimetres) => {
          const eye = [200.031, 200.017, decimetres / 10] as const
          const seen = measureViewshed(createScene(solidsOf(blocks)), eye, { azimuthCount: 36, radiusMetres: 400 })
          const found = seen.stretches.some((each) => each.azimuth === azimuth && each.fromMetres <= metres && metres < each.toMetres)
          expect(found).toBe(isSeen(blocks, eye, (azimuth * Math.PI) / 18, metres))
        },
      ),
      { numRuns: 500 },
    )
  })

  test('needs an eye above the ground', () => {
    expect(() => measureViewshed(createScene(solidsOf([])), [0, 0, 0])).toThrow('above the ground')
  })
})

test('shapes of what is seen cover as much as the figures say', () => {
  const scene = createScene(
    solidsOf([
      [50, -40, 10, 80, 10],
      [-90, 20, 30, 30, 1],
    ]),
  )
  const seen = measureViewshed(scene, [0, 0, 1.7], OPTIONS)
  const { positions, ringStarts, surfaces } = outlineViewshed(seen)
  const areas = surfaces.map((_, ring) => Math.abs(ringArea(positions, ringStarts[ring], ringStarts[ring + 1])))
  expect(surfaces.every((surface, ring) => surface === 'roof' || (areas[ring] as number) > 0)).toBe(true)
  const ground = areas.reduce((sum, area, ring) => sum + (surfaces[ring] === 'ground' ? area : 0), 0)
  expect(ground / seen.seenGroundSquareMetres).toBeCloseTo(1, 2)
})

/** Walks along the line of sight in small steps: it must stay over all that stands below it. */
function isSeen(blocks: readonly Block[], [x, y, z]: readonly [number, number, number], radians: number, metres: number): boolean {
  const { geometry } = solidsOf(blocks)
  const heightAt = (distance: number) => {
    const [east, north] = [x + Math.sin(radians) * distance, y + Math.cos(radians) * distance]
    return Math.max(0, ...blocks.map(([, , , , top], solid) => (isInside(geometry, solid, east, north) ? top : 0)))
  }
  const target = heightAt(metres)
  if (target >= z) return false
  for (let step = 0; step < 2000; step++) {
    const share = (step + 0.5) / 2000
    const height = heightAt(metres * share)
    // The roof that is looked at, or the ground, lies below the line all the way.
    if (height > z + (target - z) * share + 1e-9) return false
  }
  return true
}
