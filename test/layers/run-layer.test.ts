import { describe, expect, test } from 'vitest'
import { colourAt, drawableOf, FIRST, pictureOf, runTiny, SECOND } from './run-tiny.ts'

/** The second city is four times as high as the first. */
const UNEQUAL = { [SECOND]: { heightFactor: 4 } }

describe('scales', () => {
  test('joint: one legend for both, and equal heights have equal colours', async () => {
    const outcome = await runTiny('building-height', {}, UNEQUAL)
    const [first, second] = [pictureOf(outcome, FIRST), pictureOf(outcome, SECOND)]
    expect(second.legend.steps.map(({ from, to, colour }) => ({ from, to, colour }))).toEqual(
      first.legend.steps.map(({ from, to, colour }) => ({ from, to, colour })),
    )
    // b1 of the first city has 20 m, b2 of the second 24 m: the same class of 20 to 40 m.
    const step = first.legend.steps.find(({ from = 0, to = Infinity }) => from <= 20 && 24 < to)
    expect(step).toBeDefined()
    expect(colourAt(drawableOf(first, 'building-colours').rgba, 0)).toEqual(colourAt(drawableOf(second, 'building-colours').rgba, 1))
  })

  test('per city: each its own, and the lowest and highest use the whole range', async () => {
    // Ten times as high: breaks that are round stay round, so that the pictures can be compared.
    const outcome = await runTiny('building-height', { scaleMode: 'per-city' }, { [SECOND]: { heightFactor: 10 } })
    const [first, second] = [pictureOf(outcome, FIRST), pictureOf(outcome, SECOND)]
    expect(second.legend.steps.map(({ from }) => from)).not.toEqual(first.legend.steps.map(({ from }) => from))
    expect(drawableOf(second, 'building-colours').rgba).toEqual(drawableOf(first, 'building-colours').rgba)
  })

  test("joint: closing one view leaves the other's colours as they were", async () => {
    const both = pictureOf(await runTiny('building-height', {}, UNEQUAL), FIRST)
    const alone = pictureOf(await runTiny('building-height', { cities: [FIRST] }, UNEQUAL), FIRST)
    expect(alone.drawables).toEqual(both.drawables)
    expect(alone.legend.steps).toEqual(both.legend.steps)
  })
})

describe('a city that fails', () => {
  test('says what is missing, and the other still comes', async () => {
    const outcome = await runTiny('transit-stops', {}, { [SECOND]: { missing: ['transit_stops'] } })
    expect(outcome[SECOND]).toEqual({ failure: `${SECOND}/transit_stops.parquet: expected the file, the server answered 404` })
    expect(pictureOf(outcome, FIRST).legend.known).toBe(2)
  })
})

test('the same request has the same answer', async () => {
  const request = { params: { measure: 'heat-density' } }
  expect(await runTiny('district-measure', request, UNEQUAL)).toEqual(await runTiny('district-measure', request, UNEQUAL))
})

test('figures of different years say so', async () => {
  const { legend } = pictureOf(await runTiny('building-height'), FIRST)
  expect(legend.noteKeys).toContain('note.yearsDiffer')
  const alone = pictureOf(await runTiny('building-height', { cities: [FIRST] }), FIRST)
  expect(alone.legend.noteKeys).not.toContain('note.yearsDiffer')
})
