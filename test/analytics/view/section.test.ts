import { array, assert, integer, property, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeScene, createScene } from '../../../src/analytics/solar/scene.ts'
import { cutSection } from '../../../src/analytics/view/section.ts'
import { isInside } from '../../../src/geo/rings.ts'
import { packPolygons, square } from '../../geo/pack-polygons.ts'
import { anyBlock, solidsOf } from '../solar/scenes.ts'

describe('a section', () => {
  test('runs through each solid where its footprint is, and the highest shows', () => {
    // A low block from 10 to 30 m, a tower on it from 15 to 20 m, another block from 40 m past the end.
    const scene = createScene(
      solidsOf([
        [10, -5, 20, 10, 12],
        [15, -5, 5, 10, 40],
        [40, -5, 100, 10, 20],
      ]),
    )
    const section = cutSection(scene, [0, 0], [50, 0])
    expect(section.lengthMetres).toBe(50)
    expect(section.spans).toEqual([
      { fromMetres: 10, toMetres: 30, topMetres: 12 },
      { fromMetres: 15, toMetres: 20, topMetres: 40 },
      { fromMetres: 40, toMetres: 50, topMetres: 20 },
    ])
    expect(section.skyline).toEqual([
      { fromMetres: 10, toMetres: 15, topMetres: 12 },
      { fromMetres: 15, toMetres: 20, topMetres: 40 },
      { fromMetres: 20, toMetres: 30, topMetres: 12 },
      { fromMetres: 40, toMetres: 50, topMetres: 20 },
    ])
    expect(section.builtShare).toBe(0.6)
    expect(section.highestMetres).toBe(40)
    // (5 × 12 + 5 × 40 + 10 × 12 + 10 × 20) / 50
    expect(section.meanHeightMetres).toBeCloseTo(11.6, 12)
  })

  test('passes through a yard, and along a slanted line lengths are those of the line', () => {
    const yard = createScene({ geometry: packPolygons([[square(0, 0, 40), square(10, 10, 20)]]), topsMetres: [15] })
    const { spans } = cutSection(yard, [-10, -10], [50, 50])
    const root = Math.SQRT2
    expect(spans.map(({ fromMetres, toMetres }) => [fromMetres / root, toMetres / root])).toEqual([
      [expect.closeTo(10, 9), expect.closeTo(20, 9)],
      [expect.closeTo(40, 9), expect.closeTo(50, 9)],
    ])
  })

  test('misses what is beside it, and what a scenario takes away', () => {
    const scene = createScene(
      solidsOf([
        [10, 1, 20, 10, 12],
        [50, -5, 10, 10, 9],
      ]),
    )
    const changed = changeScene(scene, { added: solidsOf([[70, -1, 5, 2, 33]]), removed: [1] })
    expect(cutSection(changed, [0, 0], [100, 0]).spans).toEqual([{ fromMetres: 70, toMetres: 75, topMetres: 33 }])
    expect(cutSection(createScene(solidsOf([])), [0, 0], [1, 0])).toMatchObject({ builtShare: 0, highestMetres: null, meanHeightMetres: 0 })
  })

  test('of any town stands where and as high as a point in polygon says', () => {
    assert(
      property(
        array(anyBlock, { minLength: 1, maxLength: 12 }),
        tuple(integer({ min: -50, max: 450 }), integer({ min: 0, max: 400 })),
        (blocks, [ends, place]) => {
          const solids = solidsOf(blocks)
          const [from, to] = [
            [-20.05, ends + 0.033],
            [420.07, 400.021 - ends],
          ] as const
          const { skyline, lengthMetres } = cutSection(createScene(solids), from, to)
          const metres = (place / 400) * lengthMetres
          const [x, y] = [from[0] + ((to[0] - from[0]) * place) / 400, from[1] + ((to[1] - from[1]) * place) / 400]
          const found = skyline.find((step) => step.fromMetres <= metres && metres < step.toMetres)?.topMetres ?? 0
          const tops = blocks.map(([, , , , top], solid) => (isInside(solids.geometry, solid, x, y) ? top : 0))
          expect(found).toBe(Math.max(...tops))
        },
      ),
    )
  })

  test('needs two places', () => {
    expect(() => cutSection(createScene(solidsOf([])), [1, 1], [1, 1])).toThrow('two places')
  })
})
