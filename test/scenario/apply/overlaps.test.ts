import { expect, test } from 'vitest'
import { applyScenario } from '../../../src/scenario/apply/apply-scenario.ts'
import { featuresOverlap } from '../../../src/scenario/apply/overlaps.ts'
import { projectArea } from '../../../src/scenario/apply/project-shapes.ts'
import type { AddBuilding, Polygon } from '../../../src/scenario/types.ts'
import { at, rectangle, referenceTo, RULES, sampleCity, scenarioOf, type SampleBuilding } from '../sample.ts'

const overlap = (a: Polygon, b: Polygon) =>
  [
    featuresOverlap(projectArea(a, 3879), 0, projectArea(b, 3879), 0),
    featuresOverlap(projectArea(b, 3879), 0, projectArea(a, 3879), 0),
  ] as const

const SQUARE = rectangle(0, 0, 20, 20)

test.each<[string, Polygon, boolean]>([
  ['far away', rectangle(50, 0, 60, 10), false],
  ['with a wall in common', rectangle(20, 0, 40, 20), false],
  ['with a part of a wall in common', rectangle(20, 5, 40, 12), false],
  ['with a corner in common', rectangle(20, 20, 40, 40), false],
  ['a centimetre over the wall', rectangle(19.99, 0, 40, 20), false],
  ['half over', rectangle(10, 0, 30, 20), true],
  ['over at a corner', rectangle(15, 15, 30, 30), true],
  ['within', rectangle(5, 5, 8, 8), true],
  ['around', rectangle(-5, -5, 30, 30), true],
  ['the same', SQUARE, true],
  ['across, like a plus', rectangle(8, -50, 12, 25), true],
  ['in the bay of an L', [[at(-10, -10), at(30, -10), at(30, -5), at(-5, -5), at(-5, 30), at(-10, 30)]], false],
  ['in the yard of a block', [...rectangle(-10, -10, 30, 30), ...rectangle(-1, -1, 21, 21)], false],
])('what stands %s', (_, other, expected) => {
  expect(overlap(SQUARE, other)).toEqual([expected, expected])
})

const HOUSES: readonly SampleBuilding[] = [
  { id: 'a', box: [0, 0, 10, 10] },
  { id: 'b', box: [20, 0, 30, 10] },
]
const add = (id: string, footprint: Polygon): AddBuilding => ({
  kind: 'add-building',
  id,
  cityId: 'north',
  footprint,
  storeys: 2,
  use: 'house',
  standard: 'standard',
})

test('overlaps are noted once all is applied, and built all the same', () => {
  const city = sampleCity(HOUSES)
  const { added, issues } = applyScenario(
    scenarioOf([
      add('1', rectangle(5, 5, 25, 25)),
      add('2', rectangle(24, 20, 50, 30)),
      // What is taken away later is in nobody's way.
      { kind: 'remove-building', id: '3', cityId: 'north', building: referenceTo(HOUSES[1] as SampleBuilding) },
    ]),
    city,
    { rules: RULES },
  )
  expect(added).toHaveLength(2)
  expect(issues).toEqual([
    { severity: 'note', code: 'overlaps-building', path: 'edits[0].footprint', values: { edit: '1', building: 'a', count: 1 } },
    { severity: 'note', code: 'overlaps-addition', path: 'edits[1].footprint', values: { edit: '2', other: '1' } },
  ])
})
