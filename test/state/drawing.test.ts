import { describe, expect, test } from 'vitest'
import { cityById } from '../../src/cities/index.ts'
import { DEFAULT_COMPARISON } from '../../src/state/comparison.ts'
import { DEFAULT_APP_STATE, forEveryCity, startSession } from '../../src/state/defaults.ts'
import {
  addCorner,
  closesArea,
  CORNER_LIMITS,
  cornerInMiddle,
  isArea,
  NEW_DRAWING,
  MOST_AREAS_PER_CITY,
  reachMetres,
  sketchesOf,
  undoCorner,
  withArea,
  withoutArea,
  type Corner,
  type Drawing,
} from '../../src/state/drawing.ts'
import { finishDrawing } from '../../src/state/finish-drawing.ts'
import { createAppStore } from '../../src/state/store.ts'
import { readUrl } from '../../src/state/url/url.ts'

const [EAST, NORTH] = [24.95, 60.17]
const TRIANGLE: readonly Corner[] = [
  [EAST, NORTH],
  [EAST + 0.01, NORTH],
  [EAST, NORTH + 0.01],
]
/** At 60° N a metre is 0.0000090° of latitude and 0.000018° of longitude. */
const METRE_NORTH = 9e-6

describe('corners', () => {
  test('the first decides the city; the other city has none', () => {
    const one = addCorner(NEW_DRAWING, 'helsinki', [EAST, NORTH], 10)
    expect(one).toEqual({ cityId: 'helsinki', corners: [[EAST, NORTH]] })
    expect(addCorner(one, 'tallinn', [24.75, 59.44], 10)).toBe(one)
  })

  test('are kept to a decimetre, and not twice for a double click', () => {
    const one = addCorner(NEW_DRAWING, 'helsinki', [24.95000049, 60.1700006], 10)
    expect(one.corners).toEqual([[24.95, 60.170001]])
    expect(addCorner(one, 'helsinki', [EAST, NORTH + 0.5 * METRE_NORTH], 10)).toBe(one)
    expect(addCorner(one, 'helsinki', [EAST, NORTH + 2 * METRE_NORTH], 10).corners).toHaveLength(2)
  })

  test('are at most as many as the address can hold', () => {
    let drawing: Drawing = NEW_DRAWING
    for (let index = 0; index < 100; index++) drawing = addCorner(drawing, 'tallinn', [24.7 + index * 0.001, 59.4], 1)
    expect(drawing.corners).toHaveLength(CORNER_LIMITS.most)
  })

  test('a click on the first ends the area, once there are three', () => {
    const near: Corner = [EAST, NORTH + 5 * METRE_NORTH]
    expect(closesArea({ cityId: 'helsinki', corners: TRIANGLE }, 'helsinki', near, 10)).toBe(true)
    expect(closesArea({ cityId: 'helsinki', corners: TRIANGLE }, 'helsinki', near, 3)).toBe(false)
    expect(closesArea({ cityId: 'helsinki', corners: TRIANGLE }, 'tallinn', near, 10)).toBe(false)
    expect(closesArea({ cityId: 'helsinki', corners: TRIANGLE.slice(0, 2) }, 'helsinki', near, 10)).toBe(false)
  })

  test('are taken back one by one, and the city with the first', () => {
    const two = undoCorner({ cityId: 'helsinki', corners: TRIANGLE })
    expect(two.corners).toEqual(TRIANGLE.slice(0, 2))
    expect(undoCorner(undoCorner(two))).toEqual(NEW_DRAWING)
  })

  test('in the middle of the view: under a camera that looks straight down', () => {
    const { anchor } = cityById('tallinn')
    const pose = { eastMetres: 0, northMetres: 1000, heightMetres: 800, headingDegrees: 33, pitchDegrees: -90 }
    const [longitude, latitude] = cornerInMiddle('tallinn', pose)
    expect(longitude).toBeCloseTo(anchor.longitudeDegrees, 9)
    // A degree of latitude at 59.4° is 111.40 km.
    expect((latitude - anchor.latitudeDegrees) * 111_400).toBeCloseTo(1000, 0)
  })

  test('a finger reaches farther from above', () => {
    const at = (heightMetres: number) =>
      reachMetres(
        { ...DEFAULT_APP_STATE, cameras: forEveryCity(() => ({ ...DEFAULT_APP_STATE.cameras.helsinki, heightMetres })) },
        'helsinki',
      )
    expect([at(50), at(1000)]).toEqual([3, 12])
  })
})

describe('an area', () => {
  test('has three corners that are on no line', () => {
    expect(isArea(TRIANGLE)).toBe(true)
    expect(isArea(TRIANGLE.slice(0, 2))).toBe(false)
    expect(
      isArea([
        [EAST, NORTH],
        [EAST + 0.01, NORTH],
        [EAST + 0.02, NORTH],
      ]),
    ).toBe(false)
    expect(
      isArea([
        [EAST, NORTH],
        [EAST, NORTH],
        [EAST, NORTH],
      ]),
    ).toBe(false)
    // A bow tie, whose two halves are as large.
    expect(
      isArea([
        [EAST, NORTH],
        [EAST + 0.01, NORTH + 0.01],
        [EAST + 0.01, NORTH],
        [EAST, NORTH + 0.01],
      ]),
    ).toBe(true)
  })

  test('is set and taken away without a trace, in the order of the cities', () => {
    const both = withArea(withArea({}, 'tallinn', TRIANGLE), 'helsinki', TRIANGLE)
    expect(Object.keys(both)).toEqual(['helsinki', 'tallinn'])
    expect(withoutArea(both, 'helsinki', 0)).toEqual({ tallinn: [TRIANGLE] })
  })

  test('stands beside others of its city, up to eight; the ninth changes nothing', () => {
    let areas = {}
    for (let count = 0; count < MOST_AREAS_PER_CITY; count++) areas = withArea(areas, 'helsinki', TRIANGLE)
    expect(areas).toEqual({ helsinki: Array.from({ length: 8 }, () => TRIANGLE) })
    expect(withArea(areas, 'helsinki', TRIANGLE)).toBe(areas)
    expect(withArea(areas, 'tallinn', TRIANGLE)).toMatchObject({ tallinn: [TRIANGLE] })
  })

  test('shows as a line while drawn, as a ring while compared, and not otherwise', () => {
    const app = { ...DEFAULT_APP_STATE, comparison: { ...DEFAULT_COMPARISON, tab: 'areas' as const, areas: { helsinki: [TRIANGLE] } } }
    const ring = [...TRIANGLE, TRIANGLE[0]].flat()
    const shown = (...request: Parameters<typeof sketchesOf>) => sketchesOf(...request).map((sketch) => [...sketch])
    expect(shown(app, null, 'helsinki')).toEqual([ring])
    expect(shown(app, null, 'tallinn')).toEqual([])
    expect(shown({ ...app, comparison: { ...app.comparison, tab: 'pair' } }, null, 'helsinki')).toEqual([])
    expect(shown(app, { cityId: 'helsinki', corners: TRIANGLE.slice(0, 2) }, 'helsinki')).toEqual([ring, TRIANGLE.slice(0, 2).flat()])
  })

  test('is finished into the state and shown; what is none stays a drawing', () => {
    const store = createAppStore(DEFAULT_APP_STATE, { ...startSession(), drawing: { cityId: 'helsinki', corners: TRIANGLE.slice(0, 2) } })
    expect(finishDrawing(store)).toBe(false)
    expect(store.getState().app).toBe(DEFAULT_APP_STATE)
    store.getState().updateSession((session) => ({ ...session, drawing: { cityId: 'helsinki', corners: TRIANGLE } }))
    expect(finishDrawing(store)).toBe(true)
    expect(store.getState().app.comparison).toMatchObject({ tab: 'areas', areas: { helsinki: [TRIANGLE] } })
    expect(store.getState().session.drawing).toBeNull()
  })
})

describe('an address with areas', () => {
  const read = (value: string) => readUrl(`?compare.areas=${encodeURIComponent(value)}`)
  test('is read', () => {
    expect(read('helsinki:24.95,60.17;24.96,60.17;24.95,60.18').state.comparison.areas).toEqual({ helsinki: [TRIANGLE] })
  })
  test('holds several of a city', () => {
    const triangle = '24.95,60.17;24.96,60.17;24.95,60.18'
    expect(read(`helsinki:${triangle}/helsinki:${triangle}`).state.comparison.areas).toEqual({ helsinki: [TRIANGLE, TRIANGLE] })
  })
  test.each([
    ['a city that is not there', 'riga:24.95,60.17;24.96,60.17;24.95,60.18'],
    ['two corners', 'helsinki:24.95,60.17;24.96,60.17'],
    ['corners on a line', 'helsinki:24.95,60.17;24.96,60.17;24.97,60.17'],
    ['the axes the other way round', 'helsinki:60.17,24.95;60.17,24.96;60.18,24.95'],
    ['a place far off', 'helsinki:2.95,60.17;2.96,60.17;2.95,60.18'],
    ['no numbers', 'helsinki:a,b;c,d;e,f'],
    ['endless numbers', 'helsinki:24.95,60.17;1e400,60.17;24.95,60.18'],
    ['too many corners', `helsinki:${Array.from({ length: 61 }, (_, index) => `24.${900 + index},60.${170 + (index % 2)}`).join(';')}`],
    ['an area too many', Array.from({ length: MOST_AREAS_PER_CITY + 1 }, () => 'helsinki:24.95,60.17;24.96,60.17;24.95,60.18').join('/')],
  ])('%s is told, and none is shown', (_name, value) => {
    const { state, problems } = read(value)
    expect(state.comparison.areas).toEqual({})
    expect(problems.map(({ key }) => key)).toEqual(['compare.areas'])
  })
})
