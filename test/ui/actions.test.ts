import { describe, expect, test } from 'vitest'
import { CITY_IDS, type CityId } from '../../src/cities/index.ts'
import { DEFAULT_APP_STATE, startSession } from '../../src/state/defaults.ts'
import { requestFlight, requestRetry, resetSharedParams, selectHit, setSharedParam, shownCityIds } from '../../src/ui/actions.ts'
import { nearestHeight, nextHeight } from '../../src/ui/sheet/sheet-heights.ts'

const [first, second] = CITY_IDS as [CityId, CityId]
const HIT = { cityId: second, kind: 'building', id: 'x', title: 'X', context: null, positionDegrees: [24, 59], extentMetres: 100 } as const

describe('shownCityIds', () => {
  test('gives both in their order, swapped, or the one', () => {
    expect(shownCityIds('both', false)).toEqual([first, second])
    expect(shownCityIds('both', true)).toEqual([second, first])
    expect(shownCityIds(second, true)).toEqual([second])
  })
})

describe('selectHit', () => {
  test('selects, and shows the city where only the other one showed', () => {
    const app = selectHit({ ...DEFAULT_APP_STATE, layout: first }, HIT)
    expect(app.selection).toEqual({ cityId: second, kind: 'building', id: 'x' })
    expect(app.layout).toBe(second)
  })
  test('selects nothing for a street, which has no card', () => {
    expect(selectHit(DEFAULT_APP_STATE, { ...HIT, kind: 'street' }).selection).toBeNull()
  })
})

test('every flight has a new sequence', () => {
  const once = requestFlight(startSession(), first, { kind: 'home' })
  const twice = requestFlight(once, first, { kind: 'home' })
  expect(twice.flight?.sequence).not.toBe(once.flight?.sequence)
})

test('a retry is of one city only', () => {
  const session = requestRetry(startSession(), second)
  expect([session.retries[first], session.retries[second]]).toEqual([0, 1])
})

describe('assumptions of the heat model', () => {
  test('are shared by buildings and districts, and leave no trace when put back', () => {
    const changed = setSharedParam(DEFAULT_APP_STATE, 'building-heat', 'RKT1', 111)
    expect(changed.layerParams['building-heat']).toEqual({ RKT1: 111 })
    expect(changed.layerParams['district-heat']).toEqual({ RKT1: 111 })
    expect(resetSharedParams(changed, 'district-heat', { RKT1: 130 }, ['RKT1']).layerParams).toEqual({})
  })
  test('what a layer shows stays its own', () => {
    const changed = setSharedParam(DEFAULT_APP_STATE, 'district-heat', 'measure', 'per-resident')
    expect(changed.layerParams['building-heat']).toBeUndefined()
  })
})

test('the sheet goes up step by step, and down from the top', () => {
  expect(['peek', 'half', 'full'].map((height) => nextHeight(height as 'peek'))).toEqual(['half', 'full', 'peek'])
  expect([0.02, 0.4, 0.9].map(nearestHeight)).toEqual(['peek', 'half', 'full'])
})
