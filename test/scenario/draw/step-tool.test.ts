import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createLocalPlane } from '../../../src/geo/local-plane.ts'
import type { OpenRing, Point } from '../../../src/geo/open-rings.ts'
import { startDrawing } from '../../../src/scenario/draw/draw-shape.ts'
import { startPlacing } from '../../../src/scenario/draw/place-buildings.ts'
import { measureTool, previewTool } from '../../../src/scenario/draw/preview-tool.ts'
import { startReshaping } from '../../../src/scenario/draw/reshape.ts'
import { startPulling, stepTool } from '../../../src/scenario/draw/step-tool.ts'
import type { Outcome, ScenarioTool, Surroundings, ToolEvent } from '../../../src/scenario/draw/types.ts'
import { distanceMetres, ringSquareMetres } from '../../../src/scenario/shape/measure-shape.ts'
import type { LonLat } from '../../../src/scenario/types.ts'

const PLANE = createLocalPlane([24.7453, 59.4372])
const NOTHING: Surroundings = { rings: [] }
const placeAt = (metres: Point, cityId = 'a') => ({ cityId, position: PLANE.toDegrees(metres), reachMetres: 1 })
const press = (x: number, y: number, cityId = 'a'): ToolEvent => ({ kind: 'press', ...placeAt([x, y], cityId) })
const point = (x: number, y: number, cityId = 'a'): ToolEvent => ({ kind: 'point', ...placeAt([x, y], cityId) })
const keys = (text: string): readonly ToolEvent[] => Array.from(text, (key) => ({ kind: 'key', key }))
const FINISH: ToolEvent = { kind: 'finish' }
const ERASE: ToolEvent = { kind: 'erase' }

function run(tool: ScenarioTool, events: readonly ToolEvent[], around = NOTHING) {
  let now: ScenarioTool | null = tool
  const outcomes: Outcome[] = []
  for (const event of events) {
    if (now === null) throw new Error(`The tool ended before ${event.kind}`)
    const step = stepTool(now, event, around)
    now = step.tool
    if (step.outcome !== undefined) outcomes.push(step.outcome)
  }
  return { tool: now, outcome: outcomes[0] }
}
const inMetres = (ring: readonly LonLat[]): OpenRing => ring.map(PLANE.toMetres)
const rounded = (ring: readonly LonLat[]) => inMetres(ring).map(([x, y]) => [Math.round(x * 10) / 10 + 0, Math.round(y * 10) / 10 + 0])

describe('a footprint is drawn', () => {
  test('by clicks, each a little off, and closed on its first corner', () => {
    const { tool, outcome } = run(startDrawing('add-building', 5), [
      press(0, 0),
      press(20, 0),
      press(20.4, 12.02),
      press(0.3, 12.3),
      press(0.2, 0.4),
    ])
    expect(tool).toBeNull()
    expect(outcome).toMatchObject({ kind: 'drawn', what: 'add-building', cityId: 'a', storeys: 5 })
    expect(outcome?.kind === 'drawn' && rounded(outcome.ring)).toEqual([
      [0, 0],
      [20, 0],
      [20, 12],
      [0, 12],
    ])
  })

  test('by typed lengths alone: each turns left, as nothing is pointed at', () => {
    const { outcome } = run(startDrawing('add-building'), [
      press(0, 0),
      point(5, 0),
      ...keys('20'),
      FINISH,
      ...keys('12,5'),
      FINISH,
      ...keys('20'),
      FINISH,
      FINISH,
    ])
    expect(outcome?.kind === 'drawn' && rounded(outcome.ring)).toEqual([
      [0, 0],
      [20, 0],
      [20, 12.5],
      [0, 12.5],
    ])
  })

  test('runs counter-clockwise whichever way it was drawn', () => {
    const { outcome } = run(startDrawing('add-park'), [press(0, 0), press(0, 10), press(10, 10), press(10, 0), FINISH])
    expect(outcome?.kind === 'drawn' && rounded(outcome.ring)[0]).toEqual([10, 0])
  })

  test('its figures are those of the shape with the next corner', () => {
    const { tool } = run(startDrawing('add-building', 3), [press(0, 0), press(20, 0), point(20, 10)])
    expect(measureTool(tool as ScenarioTool)).toEqual({
      edgeMetres: expect.closeTo(10, 3),
      squareMetres: expect.closeTo(100, 2),
      floorSquareMetres: expect.closeTo(300, 2),
    })
    const preview = previewTool(tool as ScenarioTool)
    expect(preview?.lengths.map(({ metres }) => Math.round(metres))).toEqual([20, 10])
    expect(preview?.blocks).toHaveLength(1)
  })

  test('a wrong corner is refused as it happens, with the reason, and nothing is lost', () => {
    const { tool } = run(startDrawing('add-building'), [press(0, 0), press(20, 0), press(20, 20), press(10, -10)])
    expect(tool).toMatchObject({ refusal: 'crosses', corners: { length: 3 } })
    expect(run(startDrawing('add-building'), [press(0, 0), press(20, 0), press(10, 10, 'b')]).tool).toMatchObject({ refusal: 'other-city' })
    expect(run(startDrawing('add-building'), [press(0, 0), press(20, 0), FINISH]).tool).toMatchObject({ refusal: 'too-few-corners' })
    expect(run(startDrawing('add-building'), [press(0, 0), press(1.5, 0), press(1.5, 1.5), FINISH]).tool).toMatchObject({
      refusal: 'too-small',
    })
    // A double click is one corner.
    expect(run(startDrawing('add-building'), [press(0, 0), press(0, 0.05)]).tool).toMatchObject({ corners: { length: 1 }, refusal: null })
  })

  test('goes back corner by corner, and then to any city', () => {
    expect(run(startDrawing('add-building'), [press(0, 0), press(20, 0), ERASE]).tool).toMatchObject({ corners: { length: 1 } })
    const { tool } = run(startDrawing('add-building'), [press(0, 0), ERASE, press(5, 5, 'b')])
    expect(tool).toMatchObject({ cityId: 'b', corners: { length: 1 } })
    expect(run(startDrawing('add-building'), [press(0, 0), ...keys('1x2'), ERASE]).tool).toMatchObject({ typed: '1' })
  })

  test('clicks to a wall near by', () => {
    const rings = [
      [
        [0, 0],
        [30, 0],
        [30, 30],
        [0, 30],
      ].map((corner) => PLANE.toDegrees(corner as unknown as Point)),
    ]
    const { tool } = run(startDrawing('add-building'), [point(29.5, 30.4)], { rings })
    expect(tool).toMatchObject({ cursor: { kind: 'corner' } })
  })

  test('a block is taken along by drawing around it: the data are asked for its buildings', () => {
    const { tool, outcome } = run(startDrawing('take-block'), [press(0, 0), press(50, 0), press(50, 50), FINISH])
    expect(outcome).toBeUndefined()
    expect(tool).toMatchObject({ mode: 'gather', cityId: 'a', area: [{ length: 3 }] })
  })

  test('a line needs two corners and may cross itself', () => {
    const { outcome } = run(startDrawing('add-line'), [press(0, 0), press(100, 0), press(100, 100), press(50, -50), FINISH])
    expect(outcome?.kind === 'drawn' && outcome.ring.length).toBe(4)
  })

  test('no run of clicks and keys breaks it: a shape that comes out holds its least area', () => {
    const event = fc.oneof(
      fc.tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -40, max: 40 })).map(([x, y]) => press(x, y)),
      fc.constantFrom('1', '2', '5', ',', '-').map((key): ToolEvent => ({ kind: 'key', key })),
      fc.constantFrom<ToolEvent>(ERASE, FINISH),
    )
    const areas: number[] = []
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        let tool: ScenarioTool | null = startDrawing('add-building')
        for (const each of events) {
          if (tool === null) break
          const { tool: next, outcome }: ReturnType<typeof stepTool> = stepTool(tool, each, NOTHING)
          if (outcome?.kind === 'drawn') areas.push(ringSquareMetres(inMetres(outcome.ring)))
          tool = next
        }
      }),
    )
    // A hundredth of a metre of rounding at each corner.
    expect(areas.filter((area) => area < 3.9)).toEqual([])
  })
})

describe('a footprint is reshaped', () => {
  const ring = (
    [
      [0, 0],
      [20, 0],
      [20, 10],
      [0, 10],
    ] as const
  ).map(PLANE.toDegrees)
  const building = { id: 'e', cityId: 'a', footprint: [ring] }

  test('moved to where its middle is wanted', () => {
    const { outcome } = run(startReshaping('move', building, 10), [point(60, 50), press(60, 55)])
    expect(outcome?.kind === 'moved' && rounded(outcome.footprint[0] ?? [])).toEqual([
      [50, 50],
      [70, 50],
      [70, 60],
      [50, 60],
    ])
  })

  test('copied, and not moved at all where it stays', () => {
    expect(run(startReshaping('copy', building, 10), [press(60, 55)]).outcome).toMatchObject({ kind: 'copied', editId: 'e' })
    const still = run(startReshaping('move', building, 10), [press(10, 5)])
    expect([still.tool, still.outcome]).toEqual([null, undefined])
  })

  test('turned by typed degrees, clockwise', () => {
    const { outcome } = run(startReshaping('rotate', building, 10), [...keys('90'), FINISH])
    // About (10, 5): (0, 0) goes to (5, 15).
    expect(outcome?.kind === 'moved' && rounded(outcome.footprint[0] ?? [])[0]).toEqual([5, 15])
  })

  test('turned so that its long side points at a place', () => {
    const { outcome } = run(startReshaping('rotate', building, 10), [press(10, 45)])
    const [a, b] = outcome?.kind === 'moved' ? inMetres(outcome.footprint[0] ?? []) : []
    expect(Math.abs((a as Point)[0] - (b as Point)[0])).toBeLessThan(0.01)
  })

  test('split by a line of two clicks, which must cut', () => {
    const { outcome } = run(startReshaping('split', building, 10), [press(8, 0), press(8.2, 10)])
    expect(outcome?.kind === 'split' && outcome.footprints).toHaveLength(2)
    expect(
      outcome?.kind === 'split' && outcome.footprints.reduce((sum, [piece]) => sum + ringSquareMetres(inMetres(piece ?? [])), 0),
    ).toBeCloseTo(200, 0)
    expect(run(startReshaping('split', building, 10), [press(-5, -5), press(40, -5)]).tool).toMatchObject({ refusal: 'no-cut' })
  })

  test('a shape with a courtyard is not split, and says why', () => {
    const yard = (
      [
        [5, 3],
        [8, 3],
        [8, 6],
      ] as const
    ).map(PLANE.toDegrees)
    expect(startReshaping('split', { ...building, footprint: [ring, yard] }, 10).refusal).toBe('has-courtyard')
  })

  test('pulled up by its handle or by a typed number', () => {
    expect(run(startPulling('e', 4), [{ kind: 'storeys', storeys: 7.4 }, FINISH]).outcome).toEqual({
      kind: 'pulled',
      editId: 'e',
      storeys: 7,
    })
    expect(run(startPulling('e', 4), [...keys('12'), FINISH]).outcome).toMatchObject({ storeys: 12 })
    expect(run(startPulling('e', 4), [{ kind: 'storeys', storeys: -3 }, FINISH]).outcome).toMatchObject({ storeys: 1 })
  })
})

describe('buildings are carried to another city', () => {
  test('every length and heading stays, whatever the latitude', () => {
    const metres = fc.double({ min: -300, max: 300, noNaN: true })
    fc.assert(
      fc.property(fc.tuple(metres, metres), fc.tuple(metres, metres), (first, second) => {
        fc.pre(distanceMetres(first, second) > 30)
        const footprint = (x: number, y: number) => [
          (
            [
              [x, y],
              [x + 20, y + 5],
              [x + 15, y + 30],
            ] as const
          ).map(PLANE.toDegrees),
        ]
        const taken = [first, second].map(([x, y]) => ({
          footprint: footprint(x, y),
          storeys: 5,
          heightMetres: 17,
          use: 'office' as const,
          name: null,
        }))
        const { outcome } = run(startPlacing(taken), [{ kind: 'press', cityId: 'b', position: [24.95, 60.17], reachMetres: 1 }])
        if (outcome?.kind !== 'placed') throw new Error('Nothing was placed')
        const there = createLocalPlane([24.95, 60.17])
        outcome.buildings.forEach(({ footprint: [ring], storeys, heightMetres }, at) => {
          expect([storeys, heightMetres]).toEqual([5, 17])
          const [x0, y0] = there.toMetres(ring?.[0] as LonLat)
          const here = inMetres((taken[at]?.footprint[0] ?? []) as readonly LonLat[])
          ring?.map(there.toMetres).forEach(([x, y], corner) => {
            const [hx, hy] = here[corner] as Point
            const [hx0, hy0] = here[0] as Point
            // A centimetre of rounding at both ends, and the plane's own error away from its middle.
            expect(Math.hypot(x - x0 - (hx - hx0), y - y0 - (hy - hy0))).toBeLessThan(0.04)
          })
        })
        const gap = (rings: readonly OpenRing[]) => distanceMetres(rings[0]?.[0] as Point, rings[1]?.[0] as Point)
        const placed = outcome.buildings.map(({ footprint: [ring] }) => (ring ?? []).map(there.toMetres))
        expect(Math.abs(gap(placed) - distanceMetres(first, second))).toBeLessThan(0.2)
      }),
    )
  })
})
