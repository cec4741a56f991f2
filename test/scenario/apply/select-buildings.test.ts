import { expect, test } from 'vitest'
import { listBuildingsIn, selectBuildings } from '../../../src/scenario/apply/select-buildings.ts'
import type { BuildingSelector, Polygon } from '../../../src/scenario/types.ts'
import { at, rectangle, sampleCity } from '../sample.ts'

/** Counted by hand. Each is 10 m wide but for the last; their points are their middles. */
const CITY = sampleCity([
  { id: 'a', box: [0, 0, 10, 10], use: 'apartments', year: 1965, storeys: 5, coarse: 'east', fine: 'east-1' },
  { id: 'b', box: [20, 0, 30, 10], use: 'apartments', year: 1959, storeys: 3, coarse: 'east', fine: 'east-2' },
  { id: 'c', box: [40, 0, 50, 10], use: 'house', year: 1979, storeys: 2, coarse: 'west', fine: 'west-1' },
  { id: 'd', box: [60, 0, 70, 10], use: 'office', storeys: 4, coarse: 'west', fine: 'west-1' },
  { id: 'e', box: [80, 0, 100, 10], use: 'apartments', year: 1979 },
  { id: 'f', box: [110, 0, 120, 10] },
])
const STATE = {
  isRemoved: new Uint8Array(6),
  useCodes: new Uint8Array(CITY.buildings.useCodes),
  storeys: new Float64Array(CITY.buildings.storeys),
}
const select = (selector: BuildingSelector, state = STATE) =>
  Array.from(selectBuildings(CITY, state, selector), (row) => CITY.buildings.ids[row]).join('')

test.each<[string, BuildingSelector]>([
  ['abcdef', {}],
  ['abe', { uses: ['apartments'] }],
  ['abcde', { uses: ['apartments', 'house', 'office'] }],
  ['', { uses: ['outbuilding'] }],
  // Both ends are included; what is of unknown year is of none.
  ['ace', { fromYear: 1960, toYear: 1979 }],
  ['abce', { fromYear: 1959 }],
  ['b', { toYear: 1959 }],
  ['ad', { leastStoreys: 4 }],
  ['bcd', { mostStoreys: 4 }],
  ['e', { leastFootprintSquareMetres: 150 }],
  ['e', { leastFootprintSquareMetres: 200 }],
  ['ab', { districtIds: ['east'] }],
  // Of either level, and of any of them.
  ['acd', { districtIds: ['east-1', 'west'] }],
  ['', { districtIds: ['toString'] }],
  ['a', { uses: ['apartments'], fromYear: 1960, toYear: 1979, districtIds: ['east', 'west'] }],
  // The middle of b is at 25, that of c at 45.
  ['b', { areas: [rectangle(24, -1, 44, 11)] }],
  ['bf', { areas: [rectangle(24, -1, 44, 11), rectangle(111, 0, 116, 6)] }],
  ['', { areas: [rectangle(24, 6, 44, 11)] }],
  ['', { areas: [rectangle(500, 500, 600, 600)] }],
  ['d', { areas: [rectangle(-10, -10, 200, 20)], mostStoreys: 4, leastStoreys: 4 }],
])('selects %j of %j', (expected, selector) => {
  expect(select(selector)).toBe(expected)
})

test('an area with a hole does not hold what is in the hole', () => {
  const area: Polygon = [...rectangle(-10, -10, 200, 20), ...rectangle(15, -5, 55, 15)]
  expect(select({ areas: [area] })).toBe('adef')
})

test('a finely drawn area holds the same as a coarse one', () => {
  const circle = (corners: number): Polygon => [
    Array.from({ length: corners }, (_, corner) => {
      const angle = (corner * 2 * Math.PI) / corners
      return at(40 + 30 * Math.cos(angle), 5 + 30 * Math.sin(angle))
    }),
  ]
  // From 10 to 70 east: the middles of b, c and d are at 25, 45 and 65.
  expect(select({ areas: [circle(24)] })).toBe('bcd')
  expect(select({ areas: [circle(2000)] })).toBe('bcd')
  expect(Array.from(listBuildingsIn(CITY, [circle(2000), circle(24)]))).toEqual([1, 2, 3])
})

test('what is gone is selected by nothing, and what changed is selected by what it is now', () => {
  const state = {
    isRemoved: Uint8Array.of(1, 0, 0, 0, 0, 0),
    useCodes: Uint8Array.of(0, 2, 2, 2, 2, 255),
    storeys: Float64Array.of(9, 9, 2, 4, -1, NaN),
  }
  expect(select({}, state)).toBe('bcdef')
  expect(select({ uses: ['office'] }, state)).toBe('bcde')
  expect(select({ leastStoreys: 5 }, state)).toBe('b')
})
