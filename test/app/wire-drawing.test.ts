import { expect, test } from 'vitest'
import { takeCorner } from '../../src/app/wire-drawing.ts'
import { DEFAULT_APP_STATE, startSession } from '../../src/state/defaults.ts'
import { MOST_AREAS_PER_CITY, NEW_DRAWING, withArea, type DrawnAreas } from '../../src/state/drawing.ts'
import { createAppStore } from '../../src/state/store.ts'
import { setComparison } from '../../src/state/transitions.ts'

const TRIANGLE = [
  [24.95, 60.17],
  [24.96, 60.17],
  [24.95, 60.18],
] as const

test('where a city has as many areas as it may, a click begins no further one; in another city it does', () => {
  let areas: DrawnAreas = {}
  for (let count = 0; count < MOST_AREAS_PER_CITY; count++) areas = withArea(areas, 'helsinki', TRIANGLE)
  const store = createAppStore(setComparison(DEFAULT_APP_STATE, { areas }), { ...startSession('en'), drawing: NEW_DRAWING })
  expect(takeCorner(store, { kind: 'ground', cityId: 'helsinki', positionDegrees: [24.95, 60.17] } as never)).toBe(true)
  expect(store.getState().session.drawing).toBe(NEW_DRAWING)
  takeCorner(store, { kind: 'ground', cityId: 'tallinn', positionDegrees: [24.75, 59.44] } as never)
  expect(store.getState().session.drawing?.cityId).toBe('tallinn')
})
