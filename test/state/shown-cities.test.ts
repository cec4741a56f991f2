import { describe, expect, test } from 'vitest'
import { CITY_IDS } from '../../src/cities/index.ts'
import { shownCityIds } from '../../src/state/shown-cities.ts'

describe('shownCityIds', () => {
  test('gives all in their order, swapped, or the one', () => {
    expect(shownCityIds('all', false)).toEqual(CITY_IDS)
    expect(shownCityIds('all', true)).toEqual(CITY_IDS.toReversed())
    expect(shownCityIds(CITY_IDS[0], true)).toEqual([CITY_IDS[0]])
  })
})
