import { expect, test } from 'vitest'
import { CITIES } from '../../../../src/cities/index.ts'
import { converterBetween, EPSG_CODES, type EpsgCode } from '../../../../src/geo/crs.ts'
import { createFeatureCollector } from '../../../../src/io/imports/collect-features.ts'
import { guessCrs, listCrsOptions } from '../../../../src/io/imports/crs/guess-crs.ts'
import { createIssueLog } from '../../../../src/io/imports/issue-log.ts'
import { nearestCity } from '../../../../src/io/imports/crs/near-cities.ts'

/** Nine points about a city's anchor, in a CRS, with north first where swapped. */
function collectAround(cityIndex: number, epsg: EpsgCode, isSwapped: boolean) {
  const { anchor } = CITIES[cityIndex] as (typeof CITIES)[number]
  const collector = createFeatureCollector(createIssueLog())
  for (let index = 0; index < 9; index++) {
    const [x, y] = converterBetween(4326, epsg).point(
      anchor.longitudeDegrees + (index % 3) / 100,
      anchor.latitudeDegrees + Math.floor(index / 3) / 100,
    )
    collector.addGeometry({ type: 'Point', coordinates: isSwapped ? [y, x] : [x, y] }, null, index + 1)
  }
  return collector.finish()
}

const CASES = EPSG_CODES.flatMap((epsg) =>
  [false, true].flatMap((isSwapped) => CITIES.map((_, index) => [epsg, isSwapped, index] as const)),
)

test.each(CASES)('EPSG:%d, swapped %s, at city %d is guessed', (epsg, isSwapped, index) => {
  const guess = guessCrs(listCrsOptions(collectAround(index, epsg, isSwapped)))
  expect(guess).toMatchObject({ epsg, isSwapped, nearShare: 1 })
})

test('numbers that lie at no city in any CRS have no guess', () => {
  const collector = createFeatureCollector(createIssueLog())
  collector.addGeometry({ type: 'Point', coordinates: [1234567, 7654321] }, null, 1)
  expect(guessCrs(listCrsOptions(collector.finish()))).toBeNull()
})

test('the nearest city is named with its distance', () => {
  const [first, second] = CITIES
  const between = nearestCity(first.anchor.longitudeDegrees, first.anchor.latitudeDegrees)
  expect(between).toMatchObject({ cityId: first.id, metres: 0 })
  const beyond = nearestCity(second.anchor.longitudeDegrees, second.anchor.latitudeDegrees - 0.5)
  // Half a degree of latitude is 55.7 km at 59.2° north (111,412 m a degree on the ellipsoid).
  expect(beyond.cityId).toBe(second.id)
  expect(Math.abs(beyond.metres - 55_706)).toBeLessThan(55_706 * 0.006)
})
