import { describe, expect, it } from 'vitest'
import type { LabelClass, Labels } from '../../../src/layers/types.ts'
import { chooseLabels, MOST_LABELS, type LabelBox } from '../../../src/scene/vectors/choose-labels.ts'

const VIEW_WIDTH = 1000

function makeLabels(items: readonly [string, LabelClass, number][]): Labels {
  return {
    kind: 'labels',
    texts: items.map(([text]) => text),
    classes: items.map(([, labelClass]) => labelClass),
    positionsDegrees: new Float64Array(items.length * 2),
    priority: Float32Array.from(items.map(([, , priority]) => priority)),
  }
}

const width = () => 80

describe('chooseLabels', () => {
  it('keeps the more important of two that overlap', () => {
    const labels = makeLabels([
      ['Minor church', 'landmark', 1],
      ['Cathedral', 'landmark', 9],
    ])
    const chosen = chooseLabels(labels, VIEW_WIDTH, (index) => ({ x: 500 + index * 20, y: 300, distanceMetres: 900 }), width)
    expect(chosen).toEqual([1])
  })

  it('keeps off what labels of another set cover', () => {
    const at = (index: number) => ({ x: 500 + index * 300, y: 300, distanceMetres: 900 })
    const taken: LabelBox[] = []
    expect(chooseLabels(makeLabels([['Cathedral', 'landmark', 1]]), VIEW_WIDTH, at, width, taken)).toEqual([0])
    expect(
      chooseLabels(
        makeLabels([
          ['My measuring point', 'landmark', 9],
          ['Another', 'landmark', 1],
        ]),
        VIEW_WIDTH,
        at,
        width,
        taken,
      ),
    ).toEqual([1])
    expect(taken).toHaveLength(2)
  })

  it('shows coarse districts from afar and fine ones from near', () => {
    const labels = makeLabels([
      ['Southern', 'district-coarse', 1],
      ['Kallio', 'district-fine', 1],
    ])
    const at = (distanceMetres: number) =>
      chooseLabels(labels, VIEW_WIDTH, (index) => ({ x: 300 + index * 300, y: 300, distanceMetres }), width)
    expect(at(3000)).toEqual([1])
    expect(at(20_000)).toEqual([0])
  })

  it('says a name once, and cuts none at the edge', () => {
    const labels = makeLabels([
      ['Park', 'landmark', 3],
      ['Park', 'landmark', 2],
      ['Edge', 'landmark', 1],
    ])
    const xs = [200, 600, 990]
    const chosen = chooseLabels(labels, VIEW_WIDTH, (index) => ({ x: xs[index] as number, y: 300, distanceMetres: 500 }), width)
    expect(chosen).toEqual([0])
  })

  it('shows no more than the eye can take in, and none outside the view', () => {
    const labels = makeLabels(Array.from({ length: 500 }, (_, index) => [`Place ${index}`, 'landmark', index] as const))
    const grid = (index: number) => ({ x: 60 + (index % 8) * 120, y: Math.floor(index / 8) * 60, distanceMetres: 500 })
    const chosen = chooseLabels(labels, VIEW_WIDTH, grid, width)
    expect(chosen).toHaveLength(MOST_LABELS)
    expect(chosen[0]).toBe(499)
    expect(chooseLabels(labels, VIEW_WIDTH, () => null, width)).toEqual([])
  })
})
