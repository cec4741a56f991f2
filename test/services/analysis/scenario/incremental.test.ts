import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ZoneSums } from '../../../../src/analytics/zones/zone-sums.ts'
import { CITIES } from '../../../../src/cities/index.ts'
import { converterBetween } from '../../../../src/geo/crs.ts'
import { referTo } from '../../../../src/scenario/apply/match-reference.ts'
import { REAL_FILES } from '../../real-files.ts'
import { makeTinyCities, TINY_BUILDINGS } from '../../tiny-cities.ts'
import { openForTest } from './open-for-test.ts'
import { anyEdit } from './random-edits.ts'
import { at, box, scenarioWith, TINY_CITY, tinyBuilding } from './tiny-scenario.ts'

/** Every sum of every zone alike, to a billionth of itself or of the greatest of its column. */
function expectAlike(found: ZoneSums, expected: ZoneSums): void {
  expect(Object.keys(found).toSorted()).toEqual(Object.keys(expected).toSorted())
  for (const [name, values] of Object.entries(expected) as [keyof ZoneSums, Float64Array][]) {
    const scale = values.reduce((most, value) => Math.max(most, Math.abs(value) || 0), 0)
    values.forEach((value, zone) => {
      const off = Math.abs((found[name][zone] as number) - value)
      if (!(off <= 1e-9 * scale || Object.is(found[name][zone], value))) {
        expect.fail(`${name} of zone ${zone}: ${found[name][zone]}, in full ${value}`)
      }
    })
  }
}

describe('what is evaluated by its changes is what comes of reckoning everything again', () => {
  test('any edits of a tiny city', async () => {
    const city = await openForTest(TINY_CITY, makeTinyCities(), 'fine')
    const edit = anyEdit({
      cityId: TINY_CITY,
      buildings: TINY_BUILDINGS.map(({ id }) => tinyBuilding(id)),
      pointAt: (east, north) => at(east * 2000, north * 1000),
      boxAt: (east, north, width, height) => box(east * 1900, north * 900, width, height),
    })
    fc.assert(
      fc.property(fc.uniqueArray(edit, { maxLength: 8, selector: ({ id }) => id }), (edits) => {
        const scenario = scenarioWith(edits)
        expectAlike(city.evaluate(scenario), city.recompute(scenario))
      }),
      { numRuns: 60, seed: 8 },
    )
  })

  test('two hundred edits over the real districts of a city', { timeout: 60_000 }, async () => {
    const [, second] = CITIES
    const city = await openForTest(second.id, REAL_FILES, 'fine')
    const { indexed } = city.open
    const [west, south, east, north] = second.extentDegrees
    const { point } = converterBetween(4326, second.epsg)
    const back = converterBetween(second.epsg, 4326)
    const degreesAt = (u: number, v: number) => [west + (east - west) * u, south + (north - south) * v] as const
    const edit = anyEdit({
      cityId: second.id,
      buildings: Array.from({ length: 300 }, (_, index) => referTo(indexed, index * 170)),
      pointAt: degreesAt,
      boxAt: (u, v, width, height) => {
        const [x, y] = point(...degreesAt(u, v))
        return [[back.point(x, y), back.point(x + width, y), back.point(x + width, y + height), back.point(x, y + height)]]
      },
    })
    for (const edits of fc.sample(fc.uniqueArray(edit, { minLength: 200, maxLength: 200, selector: ({ id }) => id }), {
      numRuns: 1,
      seed: 3,
    })) {
      const scenario = scenarioWith(edits)
      expectAlike(city.evaluate(scenario), city.recompute(scenario))
    }
  })
})
