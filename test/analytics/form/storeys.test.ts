import { describe, expect, test } from 'vitest'
import { measureGrossFloorAreas } from '../../../src/analytics/form/gross-floor-area.ts'
import {
  heightFromStoreysMetres,
  isChimneyOrMast,
  listStoreys,
  STOREY_DEFAULTS,
  storeysFromHeight,
  storeysUnder,
} from '../../../src/analytics/form/storeys.ts'
import { BUILDING_USES } from '../../../src/schema/datasets.ts'

const house = { storeys: -1, areEstimated: false, heightMetres: 7.4, footprintSquareMetres: 100, use: 'house' } as const
/** Twice the height of the defaults each. */
const HIGH = { residentialStoreyHeightMetres: 6.4, otherStoreyHeightMetres: 7.2 }

describe('storeys from a height', () => {
  test.each([1, 2, 3, 5, 8, 16])('%d storeys of housing give the height that gives as many back', (storeys) => {
    for (const use of ['apartments', 'house', null] as const) expect(storeysFromHeight(heightFromStoreysMetres(storeys), use)).toBe(storeys)
  })

  test('by hand: 18 m is (18 − 1) / 3.2 = 5.3 storeys of homes and 18 / 3.6 = 5 of offices; 1.2 m is one; no height, none', () => {
    expect([storeysFromHeight(18, 'apartments'), storeysFromHeight(18, 'office'), storeysFromHeight(1.2, 'house')]).toEqual([5, 5, 1])
    expect([storeysFromHeight(NaN, 'house'), storeysFromHeight(0, 'office')]).toEqual([NaN, NaN])
  })

  test('a tower of 50 m on 100 m² still has storeys, one of 51 m has none', () => {
    expect([isChimneyOrMast(50, 100), isChimneyOrMast(51, 100)]).toEqual([false, true])
    expect(storeysUnder({ ...house, heightMetres: 51 }, STOREY_DEFAULTS)).toBeNaN()
  })
})

describe('under edited storey heights', () => {
  test('stated storeys stay, estimated and unknown ones follow', () => {
    expect(storeysUnder({ ...house, storeys: 4, heightMetres: 13.8 }, HIGH)).toBe(4)
    expect(storeysUnder({ ...house, storeys: 4, heightMetres: 13.8, areEstimated: true }, HIGH)).toBe(2)
    expect(storeysUnder({ ...house, heightMetres: 13.8 }, HIGH)).toBe(2)
    expect(storeysUnder({ ...house, use: 'office', storeys: 4, heightMetres: 14.4, areEstimated: true }, HIGH)).toBe(2)
  })

  test('under the defaults estimated storeys are those of the data, also where they are of another height', () => {
    for (const use of [...BUILDING_USES, null]) {
      for (let storeys = 1; storeys < 40; storeys++) {
        for (const heightMetres of [3, 9, 40]) {
          expect(storeysUnder({ storeys, areEstimated: true, heightMetres, footprintSquareMetres: 400, use }, STOREY_DEFAULTS)).toBe(
            storeys,
          )
        }
      }
    }
  })
})

test('many buildings have the storeys and floors of each by itself', () => {
  const columns = {
    storeys: [3, -1, -1, 2],
    heightsMetres: [9, 20, 80, 30],
    footprintsSquareMetres: [200, 300, 100, 50],
    useCodes: [0, BUILDING_USES.indexOf('office'), 255, 255],
    storeysAreEstimated: [0, 0, 0, 0],
  }
  const storeys = listStoreys(columns)
  expect([...storeys]).toEqual([3, 6, NaN, 2])
  expect([...measureGrossFloorAreas(columns.footprintsSquareMetres, storeys)]).toEqual([600, 1800, NaN, 100])
})
