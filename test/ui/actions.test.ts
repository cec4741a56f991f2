import { describe, expect, test } from 'vitest'
import { CITY_IDS } from '../../src/cities/index.ts'
import { DEFAULT_APP_STATE } from '../../src/state/defaults.ts'
import { resetSharedParams, selectHit, setSharedParam } from '../../src/ui/actions.ts'

const [first, second = first] = CITY_IDS
const HIT = { cityId: second, kind: 'building', id: 'x', title: 'X', context: null, positionDegrees: [24, 59], extentMetres: 100 } as const

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

describe('assumptions of the heat model', () => {
  test('are shared by buildings and districts, and leave no trace when put back', () => {
    const changed = setSharedParam(DEFAULT_APP_STATE, 'building-heat', 'RKT1', 111)
    expect(changed.layerParams['building-heat']).toEqual({ RKT1: 111 })
    expect(changed.layerParams['district-measure']).toEqual({ RKT1: 111 })
    expect(resetSharedParams(changed, 'district-measure', { RKT1: 130 }, ['RKT1']).layerParams).toEqual({})
  })
  test('what a layer shows stays its own', () => {
    const changed = setSharedParam(DEFAULT_APP_STATE, 'district-measure', 'measure', 'heat-per-resident')
    expect(changed.layerParams['building-heat']).toBeUndefined()
  })
})
