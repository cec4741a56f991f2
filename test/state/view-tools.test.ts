import { describe, expect, test } from 'vitest'
import { cityById, CITY_IDS, type CityId } from '../../src/cities/index.ts'
import { offsetOfPoint, placePoint } from '../../src/cities/local-offset.ts'
import { DEFAULT_APP_STATE, startSession } from '../../src/state/defaults.ts'
import { NEW_DRAWING, sketchesOf } from '../../src/state/drawing.ts'
import { finishDrawing } from '../../src/state/finish-drawing.ts'
import { setScenarioTab } from '../../src/state/scenario-session.ts'
import { setDrawing } from '../../src/state/session-transitions.ts'
import { createAppStore } from '../../src/state/store.ts'
import { addPlace, beginPlaces, equalPlace, holdWay, setViewTool, setWalk, undoPlace } from '../../src/state/view-tools.ts'

const [FIRST, SECOND = FIRST] = CITY_IDS
const at = (cityId: CityId, east: number, north: number) => placePoint(cityById(cityId), east, north)
const APP = DEFAULT_APP_STATE

describe('the equal place', () => {
  test('of linked views is as far from the anchor', () => {
    const [east, north] = offsetOfPoint(cityById(SECOND), ...equalPlace(APP, FIRST, SECOND, at(FIRST, 300, -200)))
    expect(east).toBeCloseTo(300, 0)
    expect(north).toBeCloseTo(-200, 0)
  })

  test('of views that look elsewhere lies before the other camera as before this one', () => {
    const pose = APP.cameras[FIRST]
    const cameras = {
      ...APP.cameras,
      [FIRST]: { ...pose, eastMetres: 100, northMetres: 0, headingDegrees: 0 },
      [SECOND]: { ...pose, eastMetres: 0, northMetres: 500, headingDegrees: 90 },
    }
    // 50 m ahead and 10 m to the right: ahead is north here and east there, to the right is east here and south there.
    const [east, north] = offsetOfPoint(cityById(SECOND), ...equalPlace({ cameras }, FIRST, SECOND, at(FIRST, 110, 50)))
    expect(east).toBeCloseTo(50, 0)
    expect(north).toBeCloseTo(490, 0)
  })
})

describe('places of a tool', () => {
  test('of a section are two, show in both cities, and a third begins anew', () => {
    const one = addPlace(APP, beginPlaces('section'), FIRST, at(FIRST, 0, 0), 5, 0)
    const two = addPlace(APP, one, FIRST, at(FIRST, 100, 0), 5, 12)
    expect(two).toMatchObject({ tool: 'section', cityId: FIRST, heightsMetres: [0, 12] })
    expect(two.corners).toHaveLength(2)
    expect(sketchesOf(APP, two, FIRST)[0]).toHaveLength(4)
    expect(sketchesOf(APP, two, SECOND)[0]).toHaveLength(4)
    expect(addPlace(APP, two, FIRST, at(FIRST, 50, 50), 5, 0).corners).toHaveLength(1)
    expect(addPlace(APP, one, SECOND, at(SECOND, 50, 50), 5, 0)).toMatchObject({ cityId: SECOND, corners: [expect.anything()] })
    expect(undoPlace(two)).toEqual({ ...one, elsewhere: one.elsewhere })
    expect(undoPlace(one)).toEqual(beginPlaces('section'))
  })

  test('of measuring may stand over each other, and stay in their city', () => {
    const foot = addPlace(APP, beginPlaces('measure'), FIRST, at(FIRST, 0, 0), 5, 0)
    expect(addPlace(APP, foot, FIRST, at(FIRST, 0, 0), 5, 0)).toBe(foot)
    expect(addPlace(APP, foot, FIRST, at(FIRST, 0, 0), 5, 20).heightsMetres).toEqual([0, 20])
    expect(sketchesOf(APP, foot, SECOND)).toEqual([])
  })
})

test('places of a tool are no area to be compared, whatever ends them', () => {
  const triangle = [at(FIRST, 0, 0), at(FIRST, 100, 0), at(FIRST, 0, 100)] as const
  const drawing = triangle.reduce((places, corner) => addPlace(APP, places, FIRST, corner, 5, 0), beginPlaces('measure'))
  const store = createAppStore(APP, setDrawing(startSession(), drawing))
  expect(finishDrawing(store)).toBe(false)
  expect(store.getState().app.comparison.areas).toEqual({})
  expect(store.getState().session.drawing).toBe(drawing)
})

describe('the panel', () => {
  test('and that of scenarios take the place of each other', () => {
    const scenarios = setScenarioTab(startSession(), 'scenarios')
    const tools = setViewTool(scenarios, 'measure')
    expect(tools).toMatchObject({ viewTool: 'measure', scenarioTab: null, drawing: { tool: 'measure' } })
    expect(setScenarioTab(tools, 'edits')).toMatchObject({ viewTool: null, scenarioTab: 'edits', drawing: null })
    expect(setViewTool(tools, null)).toMatchObject({ viewTool: null, drawing: null })
  })

  test('leaves an area alone that is drawn for something else', () => {
    const session = setDrawing(startSession(), NEW_DRAWING)
    expect(setViewTool(session, 'walk').drawing).toBe(NEW_DRAWING)
  })

  test('holds ways while somebody walks', () => {
    const session = setWalk(startSession(), { held: [] })
    const held = holdWay(holdWay(session, 'forward', true), 'left', true)
    expect(held.walk?.held).toEqual(['forward', 'left'])
    expect(holdWay(held, 'forward', true)).toBe(held)
    expect(holdWay(held, 'forward', false).walk?.held).toEqual(['left'])
    expect(holdWay(startSession(), 'forward', true).walk).toBeNull()
    expect(setViewTool(held, 'sky').walk).toBeNull()
  })
})
