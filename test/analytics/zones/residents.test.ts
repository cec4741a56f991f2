import { expect, test } from 'vitest'
import type { CityFacts } from '../../../src/analytics/measures/types.ts'
import { departuresNearResidentOf, sumResidents } from '../../../src/analytics/zones/sum-residents.ts'
import { packPolygons, square } from '../../geo/pack-polygons.ts'

/** Four cells of 500 m in a row, at 0 … 2000 east; the sea begins at 1750. */
function factsOf(own: { populations?: number[]; stops?: [number, number, number][] }): CityFacts {
  const stops = own.stops ?? []
  return {
    populationGrid: {
      geometry: packPolygons([0, 500, 1000, 1500].map((west) => [square(west, 0, 500)])),
      populations: Float64Array.from(own.populations ?? [100, 200, NaN, 80]),
    },
    land: packPolygons([
      [
        [
          [-100, -100],
          [1750, -100],
          [1750, 600],
          [-100, 600],
          [-100, -100],
        ],
      ],
    ]),
    stops: {
      positions: Float64Array.from(stops.flatMap(([x, y]) => [x, y])),
      departuresPerDay: Float64Array.from(stops.map(([, , departures]) => departures)),
    },
  } as unknown as CityFacts
}
const rectangle = (west: number, east: number) =>
  [
    [
      [west, 0],
      [east, 0],
      [east, 500],
      [west, 500],
      [west, 0],
    ],
  ] as const

test('residents are shared out by land, and none is lost', () => {
  const zones = packPolygons([rectangle(0, 250), rectangle(250, 750), rectangle(750, 1625), rectangle(1625, 2000)])
  // Half of the first cell; half and half; half of the second and half of the last cell's land; the other half.
  expect([...sumResidents(factsOf({}), zones).gridResidents]).toEqual([50, 150, 140, 40].map((value) => expect.closeTo(value, 9)))
})

test('residents of a cell without land stay where the cell is', () => {
  const facts = { ...factsOf({ populations: [0, 0, 0, 80] }), land: packPolygons([[square(-100, 0, 50)]]) }
  expect(sumResidents(facts, packPolygons([rectangle(1500, 2000)])).gridResidents[0]).toBeCloseTo(80, 9)
})

test('the share near a stop is the share of a disc of 400 m', () => {
  // A stop at the middle of the west side: half a disc of 400 m reaches into the first cell; the cell is 500 m high, so two caps are cut off.
  const [radius, half] = [400, 250]
  const cap = radius ** 2 * Math.acos(half / radius) - half * Math.sqrt(radius ** 2 - half ** 2)
  const share = (Math.PI * radius ** 2 - 2 * cap) / 2 / 500 ** 2
  const { residentsNearStop } = sumResidents(factsOf({ stops: [[0, 250, 40]] }), packPolygons([rectangle(0, 500)]))
  // Exact along each line, and lines stand for 2.5 m.
  expect(Math.abs((residentsNearStop[0] as number) / 100 - share)).toBeLessThan(0.0001)
})

test('departures are summed over the stops near a resident and averaged over residents', () => {
  const zones = packPolygons([rectangle(0, 500), rectangle(500, 1000), rectangle(0, 2000)])
  // Both stops reach all of the first cell's residents, which are all in one corner of 25 m.
  const facts = factsOf({
    populations: [100, 0, 0, 0],
    stops: [
      [250, 250, 40],
      [260, 250, 60],
    ],
  })
  const all = { ...facts, populationGrid: { geometry: packPolygons([[square(225, 225, 25)]]), populations: Float64Array.of(100) } }
  const sums = sumResidents(all, zones)
  expect([...sums.residentsNearStop]).toEqual([100, 0, 100])
  expect([0, 1, 2].map((zone) => departuresNearResidentOf(sums, zone))).toEqual([100, NaN, 100])
})

test('over 5 % of stops without a figure leave a gap, for a sum over the rest would pass for quiet', () => {
  const near = (count: number, silent: number) => {
    const stops = Array.from({ length: count }, (_, index): [number, number, number] => [250, 250, index < silent ? NaN : 10])
    return departuresNearResidentOf(sumResidents(factsOf({ populations: [100, 0, 0, 0], stops }), packPolygons([rectangle(0, 500)])), 0)
  }
  expect(near(20, 1)).toBeCloseTo(190, 9)
  expect(near(20, 2)).toBeNaN()
})
