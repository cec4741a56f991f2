import { expect, test } from 'vitest'
import { createLocalPlane } from '../../src/geo/local-plane.ts'
import { findEditAt } from '../../src/scenario/find-edit-at.ts'
import { emptyScenario } from '../../src/scenario/change/create-scenario.ts'

const { toDegrees } = createLocalPlane([24.75, 59.43])
const area = [[toDegrees([0, 0]), toDegrees([100, 0]), toDegrees([100, 100]), toDegrees([0, 100])]]
const scenario = {
  ...emptyScenario('Trial', new Date(0)),
  edits: [
    { kind: 'add-park', id: 'park', cityId: 'a', area },
    { kind: 'close-street', id: 'street', cityId: 'a', area: [[toDegrees([50, 0]), toDegrees([100, 0]), toDegrees([100, 100])]] },
    { kind: 'add-stop', id: 'stop', cityId: 'a', position: toDegrees([20, 20]), departuresPerDay: 1 },
    {
      kind: 'add-line',
      id: 'line',
      cityId: 'a',
      path: [toDegrees([-50, 200]), toDegrees([150, 200])],
      stops: [],
      headwayMinutes: 10,
      serviceHours: 18,
    },
  ],
} as const

test.each([
  ['an area', [10, 90], 'park'],
  ['the last of several areas', [90, 50], 'street'],
  ['a stop before the area that it stands on', [22, 19], 'stop'],
  ['a line beside it', [40, 203], 'line'],
  ['nothing', [40, 210], null],
] as const)('what lies at a place: %s', (_, metres, expected) => {
  expect(findEditAt(scenario, 'a', toDegrees(metres), 5)).toBe(expected)
})

test('nothing of another city', () => {
  expect(findEditAt(scenario, 'b', toDegrees([10, 90]), 5)).toBeNull()
})
