import { describe, expect, test } from 'vitest'
import type { Legend, LegendStep } from '../../../src/layers/types.ts'
import { isListed, layOutLegend, missingShare } from '../../../src/ui/legend/legend-axis.ts'

function legendOf(steps: readonly LegendStep[], change: Partial<Legend> = {}): Legend {
  return {
    layerId: 'building-height',
    titleKey: 'layer.building-height',
    unitKey: 'unit.metres',
    kind: 'sequential',
    steps,
    known: 60,
    missing: 20,
    histogram: [30, 20, 10, 0],
    histogramFrom: 0,
    histogramTo: 100,
    estimatedShare: 0,
    provenance: { kind: 'official', year: null, source: 'x' },
    noteKeys: [],
    ...change,
  }
}

const STEPS: readonly LegendStep[] = [
  { colour: '#111111', to: 10, count: 30 },
  { colour: '#222222', from: 10, to: 50, count: 20 },
  { colour: '#333333', from: 50, count: 10 },
]

describe('layOutLegend', () => {
  test('places steps by their values, the open ends at the ends of the histogram', () => {
    const axis = layOutLegend(legendOf(STEPS))
    expect(axis.segments.map(({ from, to }) => [from, to])).toEqual([
      [0, 0.1],
      [0.1, 0.5],
      [0.5, 1],
    ])
    expect(axis.ticks).toEqual([
      { at: 0.1, value: 10 },
      { at: 0.5, value: 50 },
    ])
  })
  test('gives bars as shares of the known values', () => {
    expect(layOutLegend(legendOf(STEPS)).bars).toEqual([0.5, 20 / 60, 10 / 60, 0])
  })
  test('gives steps that grow by a factor the same width, and their counts as bars', () => {
    const axis = layOutLegend(legendOf(STEPS, { noteKeys: ['note.logarithmic'] }))
    expect(axis.segments[1]).toMatchObject({ from: 1 / 3, to: 2 / 3 })
    expect(axis.bars).toEqual([0.5, 20 / 60, 10 / 60])
  })
  test('leaves out labels that would touch', () => {
    const crowded: LegendStep[] = [0, 10, 12, 14, 60].map((from, index) => ({
      colour: `#00000${index}`,
      ...(index === 0 ? {} : { from }),
      count: 1,
    }))
    expect(layOutLegend(legendOf(crowded)).ticks.map((tick) => tick.value)).toEqual([10, 60])
  })
  test('has no bars where nothing is known', () => {
    expect(layOutLegend(legendOf(STEPS, { histogram: [0, 0] })).bars).toEqual([0, 0])
  })
})

test('categories and named classes are listed', () => {
  expect(isListed(legendOf([{ colour: '#111111', labelKey: 'use.office', count: 1 }]))).toBe(true)
  expect(isListed(legendOf(STEPS))).toBe(false)
})

test('missingShare counts what has no value among all', () => {
  expect(missingShare(legendOf(STEPS))).toBe(0.25)
  expect(missingShare(legendOf(STEPS, { known: 0, missing: 0 }))).toBe(0)
})
