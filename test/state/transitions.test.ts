import { describe, expect, test } from 'vitest'
import { HOME_POSE } from '../../src/cities/home.ts'
import { CITY_IDS } from '../../src/cities/index.ts'
import { DEFAULT_APP_STATE, languageFrom, startSession } from '../../src/state/defaults.ts'
import {
  home,
  setComparison,
  setCamera,
  setLayerParam,
  setLayout,
  setTime,
  swap,
  toggleLinked,
  toggleOverlay,
} from '../../src/state/transitions.ts'

const [FIRST, SECOND = FIRST] = CITY_IDS
const POSE = { eastMetres: 1, northMetres: 2, heightMetres: 300, headingDegrees: 4, pitchDegrees: -50 }

describe('cameras', () => {
  test('linked: moving one moves all', () => {
    const moved = setCamera(DEFAULT_APP_STATE, SECOND, POSE)
    expect([moved.cameras[FIRST], moved.cameras[SECOND]]).toEqual([POSE, POSE])
  })

  test('unlinked: moving one moves no other; linking again follows the leader', () => {
    const moved = setCamera(toggleLinked(DEFAULT_APP_STATE, FIRST), SECOND, POSE)
    expect([moved.cameras[FIRST], moved.cameras[SECOND]]).toEqual([HOME_POSE, POSE])
    const linked = toggleLinked(moved, SECOND)
    expect([linked.linked, linked.cameras[FIRST]]).toEqual([true, POSE])
  })

  test('home returns, and a camera that stays leaves the state as it is', () => {
    expect(home(setCamera(DEFAULT_APP_STATE, FIRST, POSE), FIRST)).toEqual(DEFAULT_APP_STATE)
    expect(setCamera(DEFAULT_APP_STATE, FIRST, { ...HOME_POSE })).toBe(DEFAULT_APP_STATE)
  })
})

describe('layers', () => {
  test('overlays keep one order, whatever the order of choosing', () => {
    const greenFirst = toggleOverlay(toggleOverlay(DEFAULT_APP_STATE, 'green'), 'transit-lines')
    const linesFirst = toggleOverlay(toggleOverlay(DEFAULT_APP_STATE, 'transit-lines'), 'green')
    expect(greenFirst).toEqual(linesFirst)
    expect(toggleOverlay(toggleOverlay(DEFAULT_APP_STATE, 'green'), 'green')).toEqual(DEFAULT_APP_STATE)
  })

  test('a parameter at its default, or beyond its bounds, leaves no trace', () => {
    const changed = setLayerParam(DEFAULT_APP_STATE, 'building-heat', 'RKT1', 100)
    expect(changed.layerParams).toEqual({ 'building-heat': { RKT1: 100 } })
    expect(setLayerParam(changed, 'building-heat', 'RKT1', 130)).toEqual(DEFAULT_APP_STATE)
    expect(setLayerParam(changed, 'building-heat', 'RKT1', -5)).toEqual(DEFAULT_APP_STATE)
    expect(setLayerParam(changed, 'building-heat', 'no-such', 5)).toEqual(changed)
  })
})

test('time wraps around midnight', () => {
  expect(setTime(DEFAULT_APP_STATE, '2026-01-01', -30).minutes).toBe(1410)
  expect(setTime(DEFAULT_APP_STATE, '2026-01-01', 1440).minutes).toBe(0)
})

describe('the comparison', () => {
  const pair = [
    { cityId: FIRST, id: 'a' },
    { cityId: SECOND, id: 'b' },
  ] as const

  test('another level lets go of the pair, which is of the level before; the same level keeps it', () => {
    const chosen = setComparison(DEFAULT_APP_STATE, { pair })
    expect(setComparison(chosen, { level: 'fine' }).comparison.pair).toEqual(pair)
    expect(setComparison(chosen, { level: 'coarse' }).comparison.pair).toEqual([null, null])
  })

  test('measures and weights are kept in one order, weights in half steps from 0 to 3', () => {
    const { comparison } = setComparison(DEFAULT_APP_STATE, {
      measures: ['osr', 'population'],
      weights: { osr: 9, fsi: 0.3, gsi: 0.1, population: -1 },
    })
    expect(comparison.measures).toEqual(['population', 'osr'])
    expect(Object.entries(comparison.weights)).toEqual([
      ['fsi', 0.5],
      ['osr', 3],
    ])
  })
})

test('nothing changed is the same state', () => {
  expect(setLayout(DEFAULT_APP_STATE, 'all')).toBe(DEFAULT_APP_STATE)
  expect(swap(swap(DEFAULT_APP_STATE))).toEqual(DEFAULT_APP_STATE)
})

test('the first language that the app speaks is taken', () => {
  expect(languageFrom(['de-DE', 'sv-FI', 'fi'])).toBe('sv')
  expect(languageFrom(['ET'])).toBe('et')
  expect(languageFrom(['de', 'constructor'])).toBe('en')
  expect(languageFrom([])).toBe('en')
})

test('a session starts idle in every city', () => {
  const { progress, retries } = startSession()
  expect(Object.keys(progress)).toEqual([...CITY_IDS])
  expect(new Set(Object.values(progress).map(({ status }) => status))).toEqual(new Set(['idle']))
  expect(Object.values(retries)).toEqual(CITY_IDS.map(() => 0))
})
