import { describe, expect, test } from 'vitest'
import { CITY_IDS } from '../../src/cities/index.ts'
import { shownCityIds } from '../../src/state/shown-cities.ts'

const [first, second = first] = CITY_IDS

describe('shownCityIds', () => {
  test('gives all in their order, swapped, or the one', () => {
    expect(shownCityIds('all', false)).toEqual([first, second])
    expect(shownCityIds('all', true)).toEqual([second, first])
    expect(shownCityIds(second, true)).toEqual([second])
  })
})
